"""Calls to the gateway over HTTP/JSON."""

import dataclasses
import http.client
import json as jsonlib


@dataclasses.dataclass
class Response:
    """An answer; `json` is the parsed body, for a stream (one object a line) `lines` has them all."""

    status: int
    headers: dict
    body: bytes

    @property
    def json(self):
        return jsonlib.loads(self.body) if self.body else None

    @property
    def lines(self):
        return [jsonlib.loads(line) for line in self.body.splitlines() if line.strip()]

    @property
    def error(self):
        """google.rpc.Status of a failure, as AIP-193 lays it out."""
        return self.json["error"]

    def detail(self, kind):
        """The first error detail whose type ends with `kind` (ErrorInfo, BadRequest, ...), or None."""
        for detail in self.error.get("details", []):
            if detail.get("@type", "").endswith("." + kind):
                return detail
        return None


class Client:
    def __init__(self, host, port, token=None, timeout=120):
        self.host, self.port, self.token, self.timeout = host, port, token, timeout

    def send(self, method, path, body=None, headers=None, token=None):
        """One request on a connection of its own; `token` "" sends none."""
        merged = dict(headers or {})
        token = self.token if token is None else token
        if token:
            merged.setdefault("Authorization", f"Bearer {token}")
        connection = http.client.HTTPConnection(self.host, self.port, timeout=self.timeout)
        try:
            connection.request(method, path, body=body, headers=merged)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Response(answer.status, found, answer.read())
        finally:
            connection.close()

    def __call__(self, method, path, json=None, headers=None, token=None):
        merged = dict(headers or {})
        body = None
        if json is not None:
            body = jsonlib.dumps(json, ensure_ascii=False).encode()
            merged.setdefault("Content-Type", "application/json")
        return self.send(method, path, body, merged, token)

    def ok(self, method, path, json=None, **kwargs):
        """The parsed answer of a call that must succeed."""
        answer = self(method, path, json, **kwargs)
        if answer.status != 200:
            raise AssertionError(f"{method} {path}: {answer.status} {answer.body[:2000].decode(errors='replace')}")
        return answer.json
