"""One request at the gateway is one trace: gateway, service, SQL and reporting's projection."""

import secrets
import unittest
import uuid

from harness import Suite
from harness import sample, steps

TEXT = """Резолюция областной конференции «След»
Участники конференции предлагают:
1. Провести семинар.
Ответственные: руководители общеобразовательных организаций.
Сроки: до 1 июня 2030 года.
""".encode()


class Trace(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suite = Suite().start()
        cls.addClassCleanup(cls.suite.stop)
        sample.load_sample(cls.suite)
        cls.resolution = steps.import_ok(cls.suite, "след.txt", TEXT)["name"]
        steps.adopt(cls.suite, cls.resolution)
        steps.issue(cls.suite, cls.resolution)

    def test_one_trace_from_the_gateway_to_the_projection(self):
        row = self.suite.http.ok("GET", "/v1/assignments?pageSize=1")["assignments"][0]
        trace_id, parent = secrets.token_hex(16), secrets.token_hex(8)
        answer = self.suite.http("POST", f"/v1/{row['name']}:acknowledge",
                                 {"etag": row["etag"], "requestId": str(uuid.uuid4())},
                                 headers={"traceparent": f"00-{trace_id}-{parent}-01"})
        self.assertEqual(answer.status, 200)
        self.assertIn(trace_id, answer.headers["traceparent"])

        def enough(spans):
            return {"gateway", "assignments", "reporting"} <= {span["service"].removeprefix("rezon-") for span in spans} \
                and any(span["service"].endswith("reporting") and "db.system.name" in span["attributes"] for span in spans)

        spans = self.suite.collector.wait_spans(trace_id, enough)
        by_id = {span["span_id"]: span for span in spans}

        def chain(span):
            """Services from a span up to the root."""
            found = []
            while span is not None:
                found.append(span["service"].removeprefix("rezon-"))
                span = by_id.get(span["parent_span_id"])
            return found

        sql = [span for span in spans if span["service"].endswith("assignments") and "db.system.name" in span["attributes"]]
        self.assertTrue(sql)
        self.assertEqual(chain(sql[0])[-1], "gateway")
        projection = [span for span in spans if span["service"].endswith("reporting")]
        self.assertIn("gateway", chain(projection[0]))
        root = [span for span in spans if span["parent_span_id"] == parent]
        self.assertEqual([span["service"].removeprefix("rezon-") for span in root], ["gateway"])

    def test_a_dead_collector_blocks_nothing(self):
        self.suite.collector.stop()
        for _ in range(50):
            self.assertEqual(self.suite.http("GET", "/v1/assignments").status, 200)
        self.suite.collector.start()


if __name__ == "__main__":
    unittest.main()
