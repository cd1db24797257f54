"""Relations to earlier decisions, likely duplicates and suggestions, over HTTP and in rezonctl."""

import unittest
import uuid

from harness import Suite
from harness import steps

ORDER = """ПРИКАЗ

от 12.03.2020 № 45

О школьном питании

Приказываю:

1. Школам составить меню на неделю.
2. Отделу образования проверить школьные столовые.
""".encode()

LATER = """РЕЗОЛЮЦИЯ
районного совещания «Итоги года»

28 августа 2023 года

Организатором совещания выступил отдел образования. Участники предлагают издать сборник лучших уроков.

Совещание решило:

1. Снять с контроля пункт 2 приказа от 12.03.2020 № 45.
2. Школам составить новое меню на неделю.
3. Признать утратившим силу приказ от 1 февраля 2019 г. № 7.
""".encode()


class Relations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suite = Suite().start()
        cls.addClassCleanup(cls.suite.stop)
        cls.order = steps.import_ok(cls.suite, "приказ.txt", ORDER)
        cls.later = steps.import_ok(cls.suite, "итоги.txt", LATER)

    def relations(self):
        return steps.pages(self.suite, f"/v1/{self.later['name']}/relations", "relations")

    def test_a_relation_is_matched_confirmed_and_told(self):
        first, second = self.relations()
        self.assertEqual(first["kind"], "KIND_REMOVES_FROM_CONTROL")
        self.assertEqual(first["targetPoint"], steps.points_of(self.suite, self.order["name"])[1]["name"])
        self.assertEqual(second["target"]["number"], "7")
        self.assertFalse(second.get("targetResolution"))
        body = {"etag": first["etag"], "requestId": str(uuid.uuid4())}
        confirmed = self.suite.http.ok("POST", f"/v1/{first['name']}:confirm", body)
        self.assertEqual(confirmed["state"], "STATE_CONFIRMED")
        again = self.suite.http.ok("POST", f"/v1/{first['name']}:confirm", body)
        self.assertEqual(again, confirmed)
        stale = self.suite.http("POST", f"/v1/{first['name']}:reject", {**body, "requestId": str(uuid.uuid4())})
        self.assertEqual(stale.status, 409)
        incoming = steps.pages(self.suite, f"/v1/{self.order['name']}/incomingRelations", "relations")
        self.assertEqual([r["name"] for r in incoming], [first["name"]])
        told = self.suite.postgres.query("SELECT count(*) FROM decisions.outbox WHERE type = 'relation.confirmed' "
                                         f"AND subject = '{first['name']}'")
        self.assertEqual(told, ["1"])
        shown = self.suite.rezonctl("relations", self.later["name"]).stdout
        self.assertIn("подтверждена", shown)
        self.assertIn("снимает с контроля", shown)

    def test_a_relation_by_hand_is_added_and_taken_back(self):
        order, later = (text.replace("№ 45".encode(), "№ 46".encode()) for text in (ORDER, LATER))
        target = steps.points_of(self.suite, steps.import_ok(self.suite, "46.txt", order)["name"])[0]["name"]
        own = steps.import_ok(self.suite, "ещё.txt", later)["name"]
        self.assertIn("добавлена", self.suite.rezonctl("relate", own, "executes", target, "--check").stdout)
        point = steps.points_of(self.suite, own)[1]["name"]
        path = f"/v1/{own}/relations?requestId={uuid.uuid4()}"
        body = {"kind": "KIND_CONTINUES", "point": point, "targetPoint": target}
        made = self.suite.http.ok("POST", path, body)
        self.assertEqual((made["state"], made["origin"]), ("STATE_CONFIRMED", "ORIGIN_PERSON"))
        self.assertEqual(self.suite.http.ok("POST", path, body), made)
        relations = steps.pages(self.suite, f"/v1/{own}/relations", "relations")
        self.assertEqual(relations[-1], made)
        history = steps.pages(self.suite, f"/v1/{own}/corrections", "corrections")
        self.assertEqual([c["action"] for c in history], ["ACTION_CREATE_RELATION"])
        self.assertIn("удалена", self.suite.rezonctl("unrelate", made["name"], "--etag", made["etag"]).stdout)
        self.assertEqual(len(steps.pages(self.suite, f"/v1/{own}/relations", "relations")), len(relations) - 1)
        cited = self.suite.rezonctl("relate", own, "отменяет", "--act", "приказ", "--number", "9").stdout
        self.assertIn("№ 9", cited)

    def test_a_point_that_repeats_an_earlier_one(self):
        found = steps.pages(self.suite, f"/v1/{self.later['name']}/pointDuplicates", "duplicates")
        self.assertEqual(len(found), 1)
        self.assertIn("меню", found[0]["other"]["text"])
        self.assertGreater(found[0]["similarity"], 0.5)
        self.assertIn("меню", self.suite.rezonctl("duplicates", self.later["name"]).stdout)
        none = self.suite.rezonctl("duplicates", self.later["name"], "--least", "1").stdout
        self.assertIn("не найдено", none)

    def test_what_the_preamble_tells(self):
        offered = self.suggestions()
        self.assertEqual([s["text"] for s in offered], ["издать сборник лучших уроков"])
        parties = self.later["event"]["parties"]
        self.assertEqual([(p["kind"], p["displayName"]) for p in parties], [("organiser", "отдел образования")])
        self.assertEqual(self.order["act"], {"number": "45", "actDate": "2020-03-12"})

    def suggestions(self, resolution=None):
        return steps.pages(self.suite, f"/v1/{(resolution or self.later)['name']}/suggestions", "suggestions")

    def test_a_suggestion_is_dismissed_taken_and_given_back(self):
        own = steps.import_ok(self.suite, "сбор.txt", LATER.replace("пункт 2".encode(), "пункт 1".encode()))
        offered = self.suggestions(own)[0]
        body = {"etag": offered["etag"], "requestId": str(uuid.uuid4()), "reason": "решим позже"}
        dismissed = self.suite.http.ok("POST", f"/v1/{offered['name']}:dismiss", body)
        self.assertEqual((dismissed["state"], dismissed["reason"]), ("STATE_DISMISSED", "решим позже"))
        stale = self.suite.http("POST", f"/v1/{offered['name']}:take", {"etag": offered["etag"]})
        self.assertEqual(stale.status, 409)
        body = {"etag": dismissed["etag"], "requestId": str(uuid.uuid4())}
        taken = self.suite.http.ok("POST", f"/v1/{offered['name']}:take", body)
        self.assertEqual(self.suite.http.ok("POST", f"/v1/{offered['name']}:take", body), taken)
        points = steps.points_of(self.suite, own["name"])
        self.assertEqual(points[-1], taken["point"])
        self.assertEqual(points[-1]["span"], offered["span"])
        self.assertEqual(taken["suggestion"]["point"], points[-1]["name"])
        history = steps.pages(self.suite, f"/v1/{own['name']}/corrections", "corrections")
        self.assertEqual([c["action"] for c in history], ["ACTION_TAKE_SUGGESTION", "ACTION_DISMISS_SUGGESTION"])
        told = self.suite.postgres.query("SELECT type FROM decisions.outbox WHERE type LIKE 'suggestion.%' ORDER BY position")
        self.assertEqual(told, ["suggestion.dismissed", "suggestion.taken"])
        self.suite.http.ok("DELETE", f"/v1/{points[-1]['name']}?requestId={uuid.uuid4()}")
        self.assertEqual(self.suggestions(own)[0]["state"], "STATE_OPEN")

    def test_what_a_new_reading_proposes_anew(self):
        own = steps.import_ok(self.suite, "смена.txt", LATER.replace("2023".encode(), "2024".encode()))
        path = f"/v1/{own['name']}/relations"
        confirmed, proposed = steps.pages(self.suite, path, "relations")
        self.suite.http.ok("POST", f"/v1/{confirmed['name']}:confirm", {"etag": confirmed["etag"]})
        # What an older reader might have left.
        own_id = own["name"].split("/")[1]
        self.suite.postgres.query(f"UPDATE decisions.relation SET kind = 'amends' WHERE resolution_id = '{own_id}' RETURNING 1")
        shown = self.suite.rezonctl("reread", own["name"], "--check").stdout
        self.assertIn("решено человеком, остаётся", shown)
        self.assertIn("прочитано иначе", shown)
        self.suite.rezonctl("reread", own["name"])
        after = steps.pages(self.suite, path, "relations")
        self.assertEqual([(r["kind"], r["state"]) for r in after],
                         [("KIND_AMENDS", "STATE_CONFIRMED"), (proposed["kind"], "STATE_PROPOSED")])

    def test_the_export_has_them(self):
        file = self.suite.http.ok("GET", f"/v1/{self.later['name']}:export?format=FORMAT_JSON")
        self.assertEqual([r["relation"]["point"] for r in file["relations"]], ["points/1", "points/3"])
        self.assertEqual([s["text"] for s in file["suggestions"]], ["издать сборник лучших уроков"])
        self.assertNotIn(self.order["name"], str({**file, "origin": None}))


if __name__ == "__main__":
    unittest.main()
