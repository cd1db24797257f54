"""The real documents go through the whole job. They are read in place and are not part of the tree."""

import json
import unittest

from harness import Suite
from harness import sample, steps
from harness.paths import corpus_dir

CORPUS = corpus_dir()


@unittest.skipUnless((CORPUS / "documents").is_dir(), f"SKIPPED: no real documents at {CORPUS}; set REZON_CORPUS")
class RealDocuments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suite = Suite().start()
        cls.addClassCleanup(cls.suite.stop)
        sample.load_sample(cls.suite)

    def test_every_document_from_import_to_summary(self):
        documents = sorted((CORPUS / "documents").glob("*.txt"))
        self.assertEqual(len(documents), 5)
        for path in documents:
            with self.subTest(path.name):
                self.follow(path)

    def follow(self, path):
        golden = json.loads((CORPUS / "golden" / f"{path.stem}.json").read_text())
        resolution = steps.import_ok(self.suite, path.name, path.read_bytes())["name"]
        points = steps.points_of(self.suite, resolution)
        self.assertGreaterEqual(len(points), 0.8 * len(golden["items"]))
        steps.adopt(self.suite, resolution)
        issuance = steps.issue(self.suite, resolution)
        actionable = [point for point in points if point.get("actionable")]
        self.assertEqual(issuance["pointCount"], len(actionable))
        self.assertGreaterEqual(issuance["assignmentCount"], len(actionable))

        row = steps.pages(self.suite, "/v1/assignments", "assignments", filter=f'resolution = "{resolution}"')[0]
        row = steps.move(self.suite, row, "report", report={"text": "Исполнено, материалы приложены."})
        steps.move(self.suite, row, "accept")
        summary = steps.summary_when(
            self.suite, resolution, lambda s: steps.count(s["total"], "total") == issuance["assignmentCount"]
            and steps.count(s["total"], "accepted") == 1 and len(s["points"]) == len(points))
        self.assertEqual([row["ordinal"] for row in summary["points"]], [point["ordinal"] for point in points])
        self.assertEqual(sum(steps.count(row, "total") for row in summary["points"]), issuance["assignmentCount"])
        self.assertEqual(sum(steps.count(row, "total") for row in summary["municipalities"]),
                         issuance["assignmentCount"])


if __name__ == "__main__":
    unittest.main()
