"""Data for tests: the sample region of deploy/sample, and a region as large as a test wants."""

import json
import uuid

from .paths import ROOT

SAMPLE = ROOT / "deploy" / "sample"


def load_sample(suite):
    """Territories, organisations and classes of the sample region, as deploy/up loads them."""
    load_territories(suite, json.loads((SAMPLE / "territories.json").read_text()))
    import_organisations(suite, (SAMPLE / "organisations.csv").read_bytes())
    for row in json.loads((SAMPLE / "classes.json").read_text()):
        create(suite, "addresseeClasses", row)


def create(suite, collection, row):
    return suite.http.ok("POST", f"/v1/{collection}?requestId={uuid.uuid4()}", row)


def load_territories(suite, rows):
    """Makes the territories; the first one is the parent of the rest."""
    region = create(suite, "territories", rows[0])
    return [region] + [create(suite, "territories", {**row, "parent": region["name"]}) for row in rows[1:]]


def import_organisations(suite, csv):
    """Preview and commit of a CSV file without errors; answers the committed import."""
    answer = suite.http.send("POST", "/v1/organisations:import", csv, {"Content-Type": "text/csv"})
    assert answer.status == 200, answer.body.decode()
    preview = answer.json
    assert not preview.get("errorCount"), [row for row in preview["rows"] if row["verdict"] == "VERDICT_ERROR"]
    return suite.http.ok("POST", f"/v1/{preview['name']}:commit", {"requestId": str(uuid.uuid4())})
