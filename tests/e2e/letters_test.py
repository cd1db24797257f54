"""A cover letter and its resolution: in one file and in two, over HTTP and in rezonctl."""

import tempfile
import unittest
import urllib.parse
import uuid
from pathlib import Path

from harness import Suite
from harness import steps

HEAD = """КОМИТЕТ ОБРАЗОВАНИЯ ОЗЁРНОГО РАЙОНА
ул. Лесная, д. 8, с. Озёрное

{date} № {number}

Руководителям образовательных организаций

Уважаемые коллеги!

Направляем для исполнения резолюцию районной конференции «{title}» от {held}. Просим до 1 ноября
сообщить о принятых мерах.

Приложение: на 1 л. в 1 экз.

Председатель комитета                    П.Р. Лугов

"""
RESOLUTION = """РЕЗОЛЮЦИЯ
районной конференции «{title}»

{day}

Конференция рекомендует:

1. Школам провести дни открытых дверей до 1 мая 2025 года.
2. Комитету образования издать сборник материалов.

Председатель конференции                 С.В. Рощин
"""
BOTH = (HEAD.format(date="02.10.2024", number="01-05/310", title="Сельская школа", held="27.09.2024")
        + RESOLUTION.format(title="Сельская школа", day="27 сентября 2024 года")).encode()
LETTER = HEAD.format(date="04.10.2024", number="01-05/315", title="Школьный музей", held="30.09.2024").encode()
ANNEX = RESOLUTION.format(title="Школьный музей", day="30 сентября 2024 года").encode()


class Letters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suite = Suite().start()
        cls.addClassCleanup(cls.suite.stop)

    def get(self, path, **query):
        return self.suite.http.ok("GET", f"/v1/{path}?{urllib.parse.urlencode(query)}")

    def test_one_file_gives_two_documents(self):
        answer = steps.import_file(self.suite, "оба.txt", BOTH).json
        letter, resolution = answer["letter"], answer["resolution"]
        self.assertEqual(letter["resolution"], resolution["name"])
        self.assertEqual(resolution["letters"], [letter["name"]])
        self.assertEqual(resolution["pointCount"], 2)
        self.assertEqual(letter["facts"]["signatory"], "П.Р. Лугов")
        self.assertEqual(letter["facts"]["addressees"], ["Руководителям образовательных организаций"])
        document = self.get(answer["document"]["name"])
        self.assertEqual(document["kind"], "KIND_COVER_LETTER_WITH_RESOLUTION")
        text = document["text"].encode()
        parts = [text[int(s.get("begin", 0)):int(s["end"])].decode()
                 for s in (letter["facts"]["span"], resolution["span"])]
        self.assertTrue(parts[0].startswith("КОМИТЕТ") and parts[0].endswith("П.Р. Лугов"), parts)
        self.assertTrue(parts[1].startswith("РЕЗОЛЮЦИЯ") and parts[1].endswith("С.В. Рощин"), parts)
        again = steps.import_file(self.suite, "ещё раз.txt", BOTH).json
        self.assertTrue(again["alreadyImported"])
        self.assertEqual((again["letter"], again["document"]), (letter, answer["document"]))
        self.assertEqual(self.get(letter["name"]), letter)
        self.assertIn(letter["name"], [row["name"] for row in self.get(resolution["name"] + "/letters")["letters"]])

    def test_a_letter_of_its_own_is_proposed_linked_and_told(self):
        answer = steps.import_file(self.suite, "письмо.txt", LETTER).json
        letter = answer["letter"]
        self.assertNotIn("resolution", answer)
        self.assertEqual(answer["document"]["kind"], "KIND_COVER_LETTER")
        self.assertEqual(letter["requests"][0]["deadline"]["endDate"], "2024-11-01")
        self.assertEqual(letter["links"], [])
        refused = self.suite.http("POST", f"/v1/resolutions/{letter['name'].split('/')[1]}:adopt",
                                  {"requestId": str(uuid.uuid4())})
        self.assertEqual(refused.status, 400)
        self.assertIn("сопроводительное письмо", refused.body.decode())
        resolution = steps.import_ok(self.suite, "резолюция.txt", ANNEX)
        proposed = self.get(letter["name"])
        (link,) = proposed["links"]
        self.assertEqual((link["state"], link["resolution"]), ("STATE_PROPOSED", resolution["name"]))
        self.assertIn("Дата совпадает: 30.09.2024.", link["reasons"])
        self.assertEqual(proposed["resolution"], "")
        again = {"etag": proposed["etag"], "requestId": str(uuid.uuid4())}
        self.assertEqual(self.suite.http.ok("POST", f"/v1/{letter['name']}:match", again), proposed)
        self.assertIn("возможно, направляет", self.suite.rezonctl("match", letter["name"]).stdout)
        path = f"/v1/{letter['name']}?updateMask=facts.signatory&requestId={uuid.uuid4()}"
        proposed = self.suite.http.ok("PATCH", path, {"facts": {"signatory": "П.Р. Луговой"}})
        (entry,) = self.get(letter["name"] + "/corrections")["corrections"]
        self.assertEqual((entry["action"], entry["fields"]), ("ACTION_UPDATE_LETTER", ["signatory"]))
        self.assertEqual(entry["letterBefore"]["facts"]["signatory"], "П.Р. Лугов")
        body = {"resolution": resolution["name"], "etag": proposed["etag"], "requestId": str(uuid.uuid4())}
        checked = self.suite.http.ok("POST", f"/v1/{letter['name']}:link", {**body, "validateOnly": True})
        self.assertEqual(checked["resolution"], resolution["name"])
        self.assertEqual(self.get(letter["name"]), proposed)
        linked = self.suite.http.ok("POST", f"/v1/{letter['name']}:link", body)
        self.assertEqual(self.suite.http.ok("POST", f"/v1/{letter['name']}:link", body), linked)
        stale = self.suite.http("POST", f"/v1/{letter['name']}:unlink",
                                {"etag": body["etag"], "requestId": str(uuid.uuid4())})
        self.assertEqual(stale.status, 409)
        self.assertEqual(self.get(resolution["name"])["letters"], [letter["name"]])
        steps.adopt(self.suite, resolution["name"])
        shown = self.suite.rezonctl("unlink", letter["name"]).stdout
        self.assertIn("01-05/315", shown)
        self.assertEqual(self.get(resolution["name"])["letters"], [])
        shown = self.suite.rezonctl("link", letter["name"], resolution["name"]).stdout
        self.assertIn("направляет: " + resolution["name"], shown)
        actions = [row["action"] for row in self.get(resolution["name"] + "/corrections")["corrections"]]
        self.assertEqual(actions, ["ACTION_LINK_LETTER", "ACTION_UNLINK_LETTER", "ACTION_LINK_LETTER"])
        told = self.suite.postgres.query(
            "SELECT count(*) FROM decisions.outbox WHERE type IN ('letter.linked', 'letter.unlinked')")
        self.assertEqual(told, ["3"])
        exported = self.suite.http("GET", f"/v1/{resolution['name']}:export?format=FORMAT_AKN").body.decode()
        self.assertIn("<docNumber>01-05/315</docNumber>", exported)
        rows = self.get("documents", filter="kind = KIND_COVER_LETTER")["documents"]
        self.assertEqual([row["letter"] for row in rows], [letter["name"]])

    def test_rezonctl_prints_both(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "два.txt"
            path.write_bytes(BOTH.replace("310".encode(), "311".encode()))
            shown = self.suite.rezonctl("import", str(path)).stdout
        self.assertIn("Письмо № 01-05/311 от 02.10.2024", shown)
        self.assertIn("подписал: П.Р. Лугов", shown)
        self.assertIn("2 пункта", shown)
        self.assertIn("01-05/311", self.suite.rezonctl("letters").stdout)


if __name__ == "__main__":
    unittest.main()
