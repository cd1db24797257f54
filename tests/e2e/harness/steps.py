"""Steps of the main job, as a client takes them."""

import urllib.parse
import uuid

from .process import eventually


def import_file(suite, name, data, request_id=None, token=None):
    """The raw answer of an import."""
    query = urllib.parse.urlencode({"fileName": name, "requestId": request_id or str(uuid.uuid4())})
    return suite.http.send("POST", f"/v1/documents:import?{query}", data,
                           {"Content-Type": "application/octet-stream"}, token)


def import_ok(suite, name, data):
    """The draft resolution that was read from the bytes."""
    answer = import_file(suite, name, data)
    assert answer.status == 200, answer.body.decode()
    return answer.json["resolution"]


def points_of(suite, resolution):
    return pages(suite, f"/v1/{resolution}/points", "points")


def adopt(suite, resolution):
    current = suite.http.ok("GET", f"/v1/{resolution}")
    return suite.http.ok("POST", f"/v1/{resolution}:adopt",
                         {"etag": current["etag"], "requestId": str(uuid.uuid4())})


def issue(suite, resolution, request_id=None):
    """The issuance, from the last message of the stream."""
    answer = suite.http("POST", f"/v1/{resolution}:issue", {"requestId": request_id or str(uuid.uuid4())})
    assert answer.status == 200, answer.body.decode()
    last = answer.lines[-1]
    assert "issuance" in last, last
    return last["issuance"]


def move(suite, assignment, verb, **fields):
    """One operation on an assignment, with its etag."""
    return suite.http.ok("POST", f"/v1/{assignment['name']}:{verb}",
                         {"etag": assignment["etag"], "requestId": str(uuid.uuid4()), **fields})


def pages(suite, path, field, **query):
    """All rows of a list, page by page; every page but the last is full."""
    rows, token = [], ""
    for _ in range(10_000):
        query.update({"pageSize": query.get("pageSize", 500), "pageToken": token})
        answer = suite.http.ok("GET", f"{path}?{urllib.parse.urlencode(query)}")
        rows += answer.get(field, [])
        token = answer.get("nextPageToken", "")
        if not token:
            return rows
    raise AssertionError(f"{path} does not end")


def summary_when(suite, resolution, holds, seconds=60.0):
    """The resolution's summary as soon as holds(summary): reporting follows the feeds."""

    def probe():
        answer = suite.http("GET", f"/v1/{resolution}/summary")
        return answer.json if answer.status == 200 and holds(answer.json) else None

    return eventually(probe, seconds, f"the summary of {resolution}")


def count(row, field):
    """A 64-bit count, a string in JSON."""
    return int(row.get("counts", {}).get(field, 0))
