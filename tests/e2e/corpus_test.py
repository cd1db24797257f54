"""The real documents go through the whole job. They are read in place and are not part of the tree."""

import json
import unittest
import urllib.parse
import uuid

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
        self.choose_territory(resolution)
        self.check_letter(resolution, golden["letter"])
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


    def check_letter(self, resolution, golden):
        """A cover letter in the file is a letter of its own, linked with the resolution."""
        letters = self.suite.http.ok("GET", f"/v1/{resolution}/letters").get("letters", [])
        self.assertEqual(len(letters), 0 if golden is None else 1)
        if golden is not None:
            facts = letters[0]["facts"]
            self.assertEqual({key: facts.get(key) for key in golden}, golden)
            self.assertEqual(letters[0]["resolution"], resolution)

    def choose_territory(self, resolution):
        """Where the event's place is not in the registry its groups mean nobody, until a clerk has chosen."""
        draft = self.suite.http.ok("GET", f"/v1/{resolution}")
        if draft.get("territory"):
            return
        self.assertEqual(self.groups_of(resolution), [], "a group without a territory is a guess")
        if not draft.get("unresolvedCount"):
            return
        self.assertTrue(any(warning.startswith("Территория события") for warning in draft["warnings"]), draft)
        territory = {"name": self.territory_with_schools()}
        self.suite.http.ok("PATCH", f"/v1/{resolution}?updateMask=territory&requestId={uuid.uuid4()}",
                           {"territory": territory["name"]})
        chosen = self.suite.http.ok("POST", f"/v1/{resolution}:resolveAddressees", {"requestId": str(uuid.uuid4())})
        self.assertLess(chosen.get("unresolvedCount", 0), draft["unresolvedCount"])
        self.assertFalse(any(warning.startswith("Территория события") for warning in chosen.get("warnings", [])))
        self.assertEqual({row["territory"] for row in self.executors_of(resolution, chosen)}, {territory["name"]})

    def territory_with_schools(self):
        schools = self.suite.http.ok("GET", "/v1/organisations?filter=" + urllib.parse.quote("kind = KIND_SCHOOL"))
        return schools["organisations"][0]["territory"]

    def groups_of(self, resolution):
        return [target for point in steps.points_of(self.suite, resolution)
                for addressee in point.get("addressees", []) for target in addressee.get("targets", [])
                if target.startswith("addresseeClasses/")]

    def executors_of(self, resolution, chosen):
        """Whom the groups mean in the chosen territory."""
        answer = self.suite.http.ok("POST", "/v1/addressees:expand", {
            "addressees": sorted(set(self.groups_of(resolution))), "territory": chosen["territory"]})
        return [row for expansion in answer["expansions"] for row in expansion.get("organisations", [])]


if __name__ == "__main__":
    unittest.main()
