"""A group of addressees that names its own territory: read, looked up and issued within it."""

import unittest

from harness import Suite
from harness import sample, steps

TEXT = """РЕЗОЛЮЦИЯ
областной конференции «Школа и музей»

28 августа 2026 года

Участники конференции решили:

Руководителям школ Лесного района:
1. Открыть школьные музеи до 1 мая 2027 года.

Руководителям школ:
2. Провести слёт краеведов до 1 июня 2027 года.
""".encode()


class Territories(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suite = Suite().start()
        cls.addClassCleanup(cls.suite.stop)
        rows = [{"displayName": "Приозёрская область", "kind": "KIND_REGION"},
                {"displayName": "Лесной район", "kind": "KIND_MUNICIPALITY"},
                {"displayName": "город Горск", "kind": "KIND_MUNICIPALITY"}]
        cls.region, cls.forest, cls.town = sample.load_territories(cls.suite, rows)
        cls.schools = [cls.school(number, place) for number, place in ((1, cls.forest), (2, cls.forest), (3, cls.town))]
        sample.create(cls.suite, "addresseeClasses",
                      {"displayName": "руководители школ", "phrases": ["руководители школ"], "kinds": ["KIND_SCHOOL"]})

    @classmethod
    def school(cls, number, place):
        row = {"displayName": f"МБОУ СОШ № {number}", "number": str(number), "kind": "KIND_SCHOOL",
               "territory": place["name"]}
        return sample.create(cls.suite, "organisations", row)["name"]

    def executors(self, resolution, point):
        rows = steps.pages(self.suite, "/v1/assignments", "assignments", filter=f'resolution = "{resolution}"')
        return sorted(row["executor"] for row in rows if row["point"] == point["name"])

    def test_the_group_is_expanded_in_its_territory(self):
        resolution = steps.import_ok(self.suite, "музеи.txt", TEXT)["name"]
        points = [p for p in steps.points_of(self.suite, resolution) if p.get("actionable")]
        own, general = (point["addressees"][0] for point in points)
        self.assertEqual(own["phrase"], "Руководителям школ Лесного района")
        self.assertEqual((own["territory"], own["territoryDisplayName"]), (self.forest["name"], "Лесной район"))
        self.assertEqual(own["targets"], general["targets"])
        self.assertNotIn("territory", {key for key, value in general.items() if value})
        steps.adopt(self.suite, resolution)
        steps.issue(self.suite, resolution)
        self.assertEqual(self.executors(resolution, points[0]), sorted(self.schools[:2]))
        self.assertEqual(self.executors(resolution, points[1]), sorted(self.schools))


if __name__ == "__main__":
    unittest.main()
