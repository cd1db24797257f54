"""Wrong input gives the right canonical code with details, and changes nothing."""

import contextlib
import io
import json
import socket
import unittest
import uuid
import zipfile

from harness import Suite
from harness import steps
from harness.process import eventually
from harness.tokens import b64

TEXT = """Резолюция городской конференции «Порядок»
Участники конференции предлагают:
1. Провести семинар для молодых педагогов.
2. Подготовить сборник материалов.
3. Разместить материалы на сайте.
""".encode()

# What a reader needs to take the bytes for a Word document.
DOCX = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
                           'content-types"><Override PartName="/word/document.xml" ContentType="application/'
                           'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "word/document.xml": '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
                         'wordprocessingml/2006/main"><w:body>%s</w:body></w:document>',
}


def docx(text):
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", DOCX["[Content_Types].xml"])
        archive.writestr("word/document.xml", DOCX["word/document.xml"] % paragraphs)
    return packed.getvalue()


class WrongInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suite = Suite().start()
        cls.addClassCleanup(cls.suite.stop)
        cls.resolution = steps.import_ok(cls.suite, "порядок.txt", TEXT)["name"]
        cls.point = steps.points_of(cls.suite, cls.resolution)[0]

    def state(self):
        """A hash of each table, once the sequencer has given all events their positions."""
        sql = self.suite.postgres.query
        eventually(lambda: sql("SELECT count(*) FROM decisions.outbox WHERE position IS NULL") == ["0"],
                   what="positions of all events")
        tables = sql("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN "
                     "('registry', 'decisions', 'assignments') ORDER BY 1")
        one = "SELECT '{0} ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {0} t"
        return sql(" UNION ALL ".join(one.format(table) for table in tables))

    @contextlib.contextmanager
    def nothing_changes(self):
        before = self.state()
        self.assertGreater(len(before), 5)
        yield
        self.assertEqual(self.state(), before)

    def assert_error(self, answer, status, code, reason=None, field=None):
        self.assertEqual((answer.status, answer.error["status"]), (status, code), answer.body.decode())
        info = answer.detail("ErrorInfo")
        self.assertTrue(info["domain"].startswith("rezon."), info)
        if reason:
            self.assertEqual(info["reason"], reason)
        if field:
            self.assertIn(field, [entry["field"] for entry in answer.detail("BadRequest")["fieldViolations"]])
        self.assertEqual(answer.detail("LocalizedMessage")["locale"], "ru")
        self.assertRegex(answer.detail("LocalizedMessage")["message"], "[а-я]{3}")

    # Files

    def test_bytes_that_are_no_text(self):
        broken = {"cut.txt": TEXT[:200] + b"\xd0\xff\xfe\xd0" + TEXT[200:] + b"\x80\xc0\xf5\x00\x01",
                  "noise.txt": bytes(range(256)) * 40}
        for name, data in broken.items():
            with self.subTest(name), self.nothing_changes():
                answer = steps.import_file(self.suite, name, data)
                self.assert_error(answer, 400, "INVALID_ARGUMENT", field="file")
                self.assertIn(answer.detail("ErrorInfo")["reason"], ("ENCODING_UNKNOWN", "FORMAT_UNKNOWN"))

    def test_an_empty_file(self):
        with self.nothing_changes():
            self.assert_error(steps.import_file(self.suite, "empty.txt", b""), 400, "INVALID_ARGUMENT",
                              "FILE_EMPTY", "file")

    def test_a_truncated_docx(self):
        whole = docx(TEXT.decode() + "4. Подвести итоги.\n" * 50)
        self.assertEqual(steps.import_file(self.suite, "целый.docx", whole).status, 200)
        for size in (len(whole) // 2, len(whole) - 30, 100):
            with self.subTest(size), self.nothing_changes():
                self.assert_error(steps.import_file(self.suite, "обрывок.docx", whole[:size]), 400,
                                  "INVALID_ARGUMENT", "FILE_TRUNCATED", "file")

    def test_a_gigabyte(self):
        for chunked in (False, True):
            with self.subTest(chunked=chunked), self.nothing_changes():
                sent, answer = self.upload(1 << 30, chunked)
                self.assertLess(sent, 200 << 20)
                self.assertIn(b" 413 ", answer.split(b"\r\n", 1)[0])
                body = json.loads(answer.split(b"\r\n\r\n", 1)[1])
                self.assertEqual(body["error"]["status"], "RESOURCE_EXHAUSTED")
                info = [d for d in body["error"]["details"] if d["@type"].endswith("ErrorInfo")][0]
                self.assertEqual(info["reason"], "REQUEST_TOO_LARGE")
        for name in ("gateway", "decisions"):
            self.assertLess(self.peak_mib(name), 600, name)

    def upload(self, size, chunked):
        """Sends `size` generated bytes until the other side answers; (bytes sent, answer)."""
        block = "Пункт решения. ".encode() * 4096
        framed = b"%x\r\n%s\r\n" % (len(block), block)
        length = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {size}"
        head = (f"POST /v1/documents:import?fileName=big.txt&requestId={uuid.uuid4()} HTTP/1.1\r\n"
                f"Host: rezon\r\nAuthorization: Bearer {self.suite.http.token}\r\n"
                f"Content-Type: text/plain\r\n{length}\r\n\r\n").encode()
        with socket.create_connection(("127.0.0.1", self.suite.http_port), timeout=60) as link:
            link.sendall(head)
            sent = 0
            answer = b""
            while sent < size and not answer:
                try:
                    link.sendall(framed if chunked else block)
                except (BrokenPipeError, ConnectionResetError):
                    break
                sent += len(block)
                link.setblocking(False)
                with contextlib.suppress(BlockingIOError):
                    answer = link.recv(1 << 16)
                link.settimeout(60)
            return sent, answer + self.rest(link, answer)

    @staticmethod
    def rest(link, answer):
        """What still comes until the answer is whole or the other side ends."""
        more = b""
        while not complete(answer + more):
            try:
                piece = link.recv(1 << 16)
            except ConnectionResetError:
                break
            if not piece:
                break
            more += piece
        return more

    def peak_mib(self, name):
        with open(f"/proc/{self.suite.processes[name].pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))

    # Requests

    def test_unknown_fields(self):
        path = f"/v1/{self.point['name']}?updateMask=text"
        with self.nothing_changes():
            answer = self.suite.http("PATCH", path, {"text": "Другое", "colour": "red"})
            self.assert_error(answer, 400, "INVALID_ARGUMENT", field="colour")
            answer = self.suite.http("PATCH", f"/v1/{self.point['name']}?updateMask=colour", {"text": "Другое"})
            self.assert_error(answer, 400, "INVALID_ARGUMENT", field="update_mask")
            answer = self.suite.http("GET", "/v1/resolutions?colour=red")
            self.assert_error(answer, 400, "INVALID_ARGUMENT", field="colour")

    def test_json_that_is_not_json_or_not_utf8(self):
        for body in (b"{", b"[]", b'{"text": "\xd0\xff"}', b'{"text": 7}'):
            with self.subTest(body), self.nothing_changes():
                answer = self.suite.http.send("PATCH", f"/v1/{self.point['name']}?updateMask=text", body,
                                              {"Content-Type": "application/json"})
                self.assert_error(answer, 400, "INVALID_ARGUMENT")

    def test_bad_page_tokens(self):
        points = f"/v1/{self.resolution}/points"
        token = self.suite.http.ok("GET", f"{points}?pageSize=1")["nextPageToken"]
        self.assertEqual(self.suite.http("GET", f"{points}?pageSize=1&pageToken={token}").status, 200)
        cut = token[:-2]
        for path in (f"{points}?pageToken=garbage", f"{points}?pageToken={cut}",
                     f"/v1/resolutions?pageToken={token}",
                     f"/v1/points:search?query=x&pageToken={token}"):
            with self.subTest(path), self.nothing_changes():
                self.assert_error(self.suite.http("GET", path), 400, "INVALID_ARGUMENT", field="page_token")

    def test_a_stale_etag(self):
        path = f"/v1/{self.point['name']}?updateMask=text"
        stale = self.suite.http.ok("GET", f"/v1/{self.point['name']}")["etag"]
        fresh = self.suite.http.ok("PATCH", path, {"text": "Провести два семинара", "etag": stale})["etag"]
        for etag in (stale, '"999"', "nonsense"):
            with self.subTest(etag), self.nothing_changes():
                answer = self.suite.http("PATCH", path, {"text": "Другое", "etag": etag})
                self.assert_error(answer, 409, "ABORTED", "ETAG_MISMATCH")
                self.assertEqual(answer.detail("ErrorInfo")["metadata"]["etag"], fresh)
        with self.nothing_changes():
            answer = self.suite.http("POST", f"/v1/{self.resolution}:adopt", {"etag": '"1"'})
            self.assert_error(answer, 409, "ABORTED", "ETAG_MISMATCH")

    def test_a_request_id_used_twice(self):
        path, once = f"/v1/{self.resolution}/points", str(uuid.uuid4())
        query = f"{path}?requestId={once}"
        first = self.suite.http.ok("POST", query, {"text": "Подвести итоги года"})
        with self.nothing_changes():
            self.assertEqual(self.suite.http.ok("POST", query, {"text": "Подвести итоги года"}), first)
            answer = self.suite.http("POST", query, {"text": "Другое"})
            self.assert_error(answer, 400, "INVALID_ARGUMENT", "REQUEST_ID_REUSED")
            answer = self.suite.http("POST", f"{path}?requestId=once", {"text": "Другое"})
            self.assert_error(answer, 400, "INVALID_ARGUMENT", field="request_id")

    # Tokens

    def test_expired_and_forged_tokens(self):
        good = self.suite.token()
        head, body, signature = good.split(".")
        claims = {"iss": "rezon-local", "aud": "rezon", "sub": "e2e", "roles": ["operator"], "region": "ru-tyu",
                  "exp": 4102444800}
        nobody = b64(json.dumps({"alg": "none", "typ": "JWT"}).encode())
        swapped = b64(json.dumps(claims).encode())
        wrong = {
            "expired": self.suite.token(lifetime=-600),
            "foreign key": self.suite.token(key="foreign"),
            "no signature": f"{nobody}.{swapped}.",
            "other claims": f"{head}.{swapped}.{signature}",
            "cut signature": good[:-8],
            "other audience": self.suite.token(aud="elsewhere"),
            "other issuer": self.suite.token(iss="elsewhere"),
            "garbage": "abc",
        }
        path = f"/v1/{self.point['name']}?updateMask=text"
        for name, token in wrong.items():
            with self.subTest(name), self.nothing_changes():
                answer = self.suite.http("PATCH", path, {"text": "Другое"}, token=token)
                self.assert_error(answer, 401, "UNAUTHENTICATED")
                self.assertRegex(answer.detail("ErrorInfo")["reason"], "^TOKEN_")
                self.assertIn("Bearer", answer.headers["www-authenticate"])
                answer = steps.import_file(self.suite, "чужой.txt", TEXT + b"4.", token=token)
                self.assertEqual(answer.status, 401)
        self.assertEqual(self.suite.http("GET", f"/v1/{self.point['name']}",
                                         token=self.suite.token(key="rsa")).status, 200)

    def test_a_role_that_may_not_write(self):
        with self.nothing_changes():
            answer = self.suite.http("PATCH", f"/v1/{self.point['name']}?updateMask=text", {"text": "Другое"},
                                     token=self.suite.token(roles=("auditor",)))
            self.assert_error(answer, 403, "PERMISSION_DENIED", "ROLE_REQUIRED")


def complete(answer):
    """True when an HTTP answer with Content-Length is all there."""
    head, separator, body = answer.partition(b"\r\n\r\n")
    if not separator:
        return False
    lengths = [int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")]
    return not lengths or len(body) >= lengths[0]


if __name__ == "__main__":
    unittest.main()
