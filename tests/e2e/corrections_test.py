"""A draft is corrected, read again, exported and taken back, through the gateway and rezonctl."""

import json
import pathlib
import unittest
import uuid
import xml.etree.ElementTree as ElementTree

from harness import Suite
from harness import steps

TEXT = """Резолюция городского совещания «Наставник»
27 августа 2025 года
Участники совещания решили:
1. Руководителям школ:
1.1. провести семинар для наставников до 1 ноября 2025 года, подготовить сборник материалов;
1.2. разместить материалы на сайте.
2. Создать рабочую группу.
""".encode()
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


class Corrections(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suite = Suite().start()
        cls.addClassCleanup(cls.suite.stop)
        cls.resolution = steps.import_ok(cls.suite, "наставник.txt", TEXT)["name"]

    def points(self):
        return steps.points_of(self.suite, self.resolution)

    def post(self, path, body):
        return self.suite.http.ok("POST", path, {"requestId": str(uuid.uuid4()), **body})

    def test_1_split_merge_and_move(self):
        point = self.points()[1]
        at = point["text"].encode().index("подготовить".encode())
        parts = self.post(f"/v1/{point['name']}:split", {"etag": point["etag"], "offsets": [at]})["points"]
        self.assertEqual([part["text"].split()[0] for part in parts], ["провести", "подготовить"])
        self.assertLessEqual(int(parts[0]["span"]["end"]), int(parts[1]["span"]["begin"]))
        merged = self.post(f"/v1/{self.resolution}/points:merge",
                           {"names": [parts[1]["name"], self.points()[3]["name"]]})
        self.assertEqual(len(merged["spans"]), 2)
        out = self.suite.rezonctl("move", self.points()[-1]["name"], "--after", self.points()[0]["name"],
                                  "--check").stdout
        self.assertIn("рабочую", out)
        history = self.suite.http.ok("GET", f"/v1/{self.resolution}/corrections")["corrections"]
        self.assertEqual([one["action"] for one in history], ["ACTION_MERGE", "ACTION_SPLIT"])
        self.assertEqual(history[0]["corrector"], "e2e")

    def test_2_wrong_offset(self):
        answer = self.suite.http.send("POST", f"/v1/{self.points()[1]['name']}:split",
                                      json.dumps({"offsets": [1]}).encode())
        self.assertEqual(answer.status, 400)
        self.assertIn("offsets[0]", answer.body.decode())
        self.assertIn("буквы", answer.body.decode())

    def test_3_read_again_keeps_corrections(self):
        before = self.points()
        answer = self.post(f"/v1/{self.resolution}:reRead", {})
        self.assertLessEqual({one["kind"] for one in answer["differences"]}, {"KIND_SAME", "KIND_KEPT"})
        self.assertEqual(self.points(), before)
        self.assertIn("остаётся", self.suite.rezonctl("reread", self.resolution, "--check").stdout)

    def test_4_akn(self):
        file = pathlib.Path(self.suite.folder) / "резолюция.xml"
        self.suite.rezonctl("export", self.resolution, "--format", "akn", "-o", file)
        root = ElementTree.parse(file).getroot()
        self.assertEqual(root.find(f"{AKN}statement").get("name"), "resolution")
        self.assertEqual(len(list(root.iter(f"{AKN}point"))), len(self.points()))

    def test_5_json_comes_back_in_another_region(self):
        file = pathlib.Path(self.suite.folder) / "резолюция.json"
        self.suite.rezonctl("export", self.resolution, "--format=json", "-o", file)
        other = self.suite.token(region="ru-xxx")
        answer = steps.import_file(self.suite, "выгрузка.json", file.read_bytes(), token=other)
        self.assertEqual(answer.status, 200, answer.body.decode())
        again = self.suite.http.send("GET", f"/v1/{answer.json['resolution']['name']}:export?format=FORMAT_JSON",
                                     token=other)
        first, second = json.loads(file.read_bytes()), json.loads(again.body)
        self.assertEqual(second["origin"]["region"], "ru-xxx")
        del first["origin"], second["origin"]
        self.assertEqual(first, second)


if __name__ == "__main__":
    unittest.main()
