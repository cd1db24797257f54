"""The main job: a document goes in at the gateway, a summary of who has to do what comes out."""

import unittest
import uuid
from urllib.parse import quote

from harness import Suite
from harness import sample, steps

TEXT = """Резолюция
городской конференции педагогов «Опыт, который остаётся»

(14 – 15 мая 2026 года)

В конференции приняли участие 120 человек из организаций города Тюмени.

Участники конференции предлагают:

1. Одобрить работу организационного комитета.
2. Провести обучение молодых педагогов приёмам работы с классом.
Ответственные:
руководители общеобразовательных организаций.
Сроки: до 1 июня 2026 года.
3. Подготовить сборник материалов конференции.
Ответственные:
руководители дошкольных образовательных организаций.
Сроки: сентябрь-декабрь 2027 года.
4. Обновить сайт конференции силами оргкомитета.
""".encode()


class MainJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suite = Suite().start()
        cls.addClassCleanup(cls.suite.stop)
        sample.load_sample(cls.suite)
        cls.resolution = steps.import_ok(cls.suite, "конференция.txt", TEXT)["name"]
        cls.points = steps.points_of(cls.suite, cls.resolution)

    def test_01_points_have_addressees_and_dates(self):
        self.assertEqual([point["label"] for point in self.points], ["1", "2", "3", "4"])
        self.assertFalse(self.points[0].get("actionable", False))
        self.assertEqual(self.points[1]["deadline"]["endDate"], "2026-06-01")
        self.assertEqual(self.points[2]["deadline"]["startDate"], "2027-09-01")
        self.assertTrue(self.points[1]["addressees"][0]["targets"][0].startswith("addresseeClasses/"))

    def test_02_the_same_file_is_one_intake(self):
        again = steps.import_file(self.suite, "копия.txt", TEXT).json
        self.assertTrue(again["alreadyImported"])
        self.assertEqual(again["resolution"]["name"], self.resolution)

    def test_03_a_draft_is_not_issued_and_an_adopted_text_stays(self):
        refused = self.suite.http("POST", f"/v1/{self.resolution}:issue", {"requestId": str(uuid.uuid4())})
        self.assertEqual((refused.status, refused.error["status"]), (400, "FAILED_PRECONDITION"))
        corrected = self.suite.http.ok(
            "PATCH", f"/v1/{self.points[3]['name']}?updateMask=text",
            {"text": "Обновить сайт конференции", "etag": self.points[3]["etag"]})
        self.assertEqual(corrected["corrector"], "e2e")
        adopted = steps.adopt(self.suite, self.resolution)
        self.assertEqual(adopted["state"], "STATE_ADOPTED")
        self.assertRegex(adopted["contentHash"], "^[0-9a-f]{64}$")
        late = self.suite.http("PATCH", f"/v1/{self.points[3]['name']}?updateMask=text",
                               {"text": "Другое", "etag": corrected["etag"]})
        self.assertEqual(late.error["status"], "FAILED_PRECONDITION")

    def test_04_issue_list_report_accept_return(self):
        preview = self.suite.http.ok("POST", f"/v1/{self.resolution}:previewIssue", {})
        issuance = steps.issue(self.suite, self.resolution)
        self.assertEqual(issuance["assignmentCount"], preview["assignmentCount"])
        self.assertEqual(issuance["unaddressedCount"], 1)
        rows = steps.pages(self.suite, "/v1/assignments", "assignments", pageSize=7,
                         filter=f'resolution = "{self.resolution}"')
        self.assertEqual(len(rows), issuance["assignmentCount"])
        self.assertEqual(len({row["name"] for row in rows}), len(rows))
        late = [row for row in rows if row.get("dueDate") == "2026-06-01"]
        self.assertTrue(late and all(row["overdue"] for row in late))
        self.assertEqual(rows[0], late[0])
        self.assertEqual(late[0]["deadline"]["calendarVersion"], "ru-2026.1")
        by_rule = [row for row in rows if row["point"] == self.points[3]["name"]]
        self.assertEqual([row["dueRules"] for row in by_rule], ["ru-tyu/none"])
        # Point 4 prints no term: a month from adoption (domain.md 5.3), which has passed as well.
        overdue_before = sum(row.get("overdue", False) for row in rows)
        self.assertEqual(overdue_before, len(late) + 1)

        moved = steps.move(self.suite, late[0], "acknowledge")
        moved = steps.move(self.suite, moved, "report", report={"text": "Обучение проведено."})
        moved = steps.move(self.suite, moved, "return", comment="Приложите программу.")
        self.assertEqual(moved["state"], "STATE_RETURNED")
        moved = steps.move(self.suite, moved, "report", report={"text": "Программа приложена."})
        moved = steps.move(self.suite, moved, "accept")
        self.assertEqual(moved["state"], "STATE_ACCEPTED")
        history = self.suite.http.ok("GET", f"/v1/{moved['name']}/history")["entries"]
        self.assertEqual([entry["operation"] for entry in history],
                         ["issue", "acknowledge", "report", "return", "report", "accept"])

        summary = steps.summary_when(self.suite, self.resolution,
                                   lambda s: steps.count(s["total"], "accepted") == 1
                                   and steps.count(s["total"], "total") == len(rows))
        self.assertEqual(len(summary["points"]), 4)
        self.assertEqual(steps.count(summary["total"], "overdue"), overdue_before - 1)
        self.assertEqual(steps.count(summary["total"], "doneLate"), 1)
        overdue = steps.pages(self.suite, "/v1/overdueAssignments", "assignments", resolution=self.resolution)
        self.assertEqual(len(overdue), overdue_before - 1)
        table = self.suite.http("GET", f"/v1/summaries:export?dimension=DIMENSION_POINT&resolution={self.resolution}")
        self.assertTrue(table.body.startswith("\ufeff".encode()))
        self.assertIn("Провести обучение", table.body.decode())

    def test_05_search_knows_russian_morphology(self):
        hits = self.suite.http.ok("GET", "/v1/points:search?query=%D0%BF%D0%B5%D0%B4%D0%B0%D0%B3%D0%BE%D0%B3")["hits"]
        self.assertEqual(hits[0]["point"]["label"], "2")

    def test_06_a_foreign_region_sees_nothing(self):
        foreign = self.suite.token(region="ru-amu")
        for path in (f"/v1/{self.resolution}", f"/v1/{self.points[0]['name']}", f"/v1/{self.resolution}/summary"):
            with self.subTest(path):
                self.assertEqual(self.suite.http("GET", path, token=foreign).status, 404)
        self.assertFalse(self.suite.http.ok("GET", "/v1/assignments", token=foreign).get("assignments"))

    def test_07_a_deadline_tells_how_it_came_about(self):
        told = self.suite.http.ok("GET", f"/v1/{self.points[2]['name']}:explainDeadline")
        self.assertEqual(told["deadline"]["endDate"], "2027-12-31")
        self.assertEqual(told["dueDate"], told["steps"][-1]["afterDate"])
        self.assertTrue(told["deadline"]["provisional"])
        phrase = quote("до 1 сентября 2024 года")
        told = self.suite.http.ok("GET", f"/v1/deadlines:explain?phrase={phrase}")
        self.assertEqual([step["afterDate"] for step in told["steps"]], ["2024-09-01", "2024-08-30"])
        refused = self.suite.http("GET", f"/v1/deadlines:explain?phrase={phrase}&jurisdiction=ru-none")
        self.assertEqual(refused.status, 400)


if __name__ == "__main__":
    unittest.main()
