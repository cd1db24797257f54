"""The suite starts, answers through the gateway, and stops without being killed."""

import unittest

from harness import Suite
from harness.suite import SERVICES


class Smoke(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suite = Suite().start()
        cls.addClassCleanup(cls.suite.stop)

    def test_every_program_is_ready_and_counts(self):
        for name in (*SERVICES, "gateway"):
            with self.subTest(name):
                self.assertEqual(self.suite.admin(name, "/livez")[0], 200)
                self.assertEqual(self.suite.admin(name, "/readyz")[0], 200)
                self.assertIn("# TYPE", self.suite.admin(name, "/metrics")[1])

    def test_every_service_answers_through_the_gateway(self):
        for path in ("/v1/territories", "/v1/resolutions", "/v1/assignments", "/v1/overdueAssignments"):
            with self.subTest(path):
                self.assertEqual(self.suite.http("GET", path).status, 200)

    def test_no_token_no_answer(self):
        answer = self.suite.http("GET", "/v1/territories", token="")
        self.assertEqual(answer.status, 401)
        self.assertEqual(answer.detail("ErrorInfo")["reason"], "TOKEN_MISSING")

    def test_a_service_ends_by_itself_on_sigterm(self):
        self.assertEqual(self.suite.processes["reporting"].terminate(), 0)
        self.suite.restart("reporting")


if __name__ == "__main__":
    unittest.main()
