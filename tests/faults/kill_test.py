"""kill -9 of any program, and a crash of PostgreSQL, while a fan-out of 950 assignments runs.

After the restart and a retry with the same request_id there are exactly 950 assignments with one
history row and one event each, and reporting agrees.
"""

import http.client
import threading
import unittest
import uuid

from harness import Suite
from harness import steps
from harness.process import eventually

import gate
import region
from gate import Gate
from region import FAN_OUT


class Attempt:
    """One call of :issue on a thread of its own; it may fail, but it must end."""

    def __init__(self, suite, resolution, request_id):
        self.suite, self.path, self.request_id = suite, f"/v1/{resolution}:issue", request_id
        self.outcome = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self):
        try:
            self.outcome = self.suite.http("POST", self.path, {"requestId": self.request_id})
        except (OSError, http.client.HTTPException) as lost:
            self.outcome = lost

    def join(self):
        self._thread.join(120)
        assert not self._thread.is_alive(), "the call hangs"
        return self.outcome

    def issued(self):
        """True when the call ended well, with the issuance as its last message."""
        answer = self.join()
        return not isinstance(answer, Exception) and answer.status == 200 and "issuance" in answer.lines[-1]


class Kill(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suite = Suite().start()
        cls.addClassCleanup(cls.suite.stop)
        region.load(cls.suite)
        gate.build(cls.suite)

    def fan_out(self, victim, held_at=None):
        """Issues, kills the victim while the fan-out stands at the gate, restarts and retries."""
        resolution, once = region.adopted(self.suite, f"Без {victim}"), str(uuid.uuid4())
        with Gate(self.suite, held_at) as held:
            first = Attempt(self.suite, resolution, once)
            held.wait_visitor()
            self.suite.kill(victim)
            self.assertEqual(self.rows("assignments.assignment", resolution), 0)
        first.join()
        self.suite.restart(victim)
        self.retry(resolution, once)
        return resolution, once

    def rows(self, table, resolution):
        number = resolution.removeprefix("resolutions/")
        return int(self.suite.postgres.query(f"SELECT count(*) FROM {table} WHERE resolution = '{number}'")[0])

    def retry(self, resolution, once):
        """The same request until it ends well, as a client with backoff does."""
        return eventually(lambda: Attempt(self.suite, resolution, once).issued(), 120.0, "the retry to end well")

    def check(self, resolution, once):
        number = resolution.removeprefix("resolutions/")
        sql = self.suite.postgres.query
        self.assertEqual(self.rows("assignments.assignment", resolution), FAN_OUT)
        self.assertEqual(sql(f"SELECT count(DISTINCT (point, executor)) FROM assignments.assignment "
                             f"WHERE resolution = '{number}'"), [str(FAN_OUT)])
        self.assertEqual(self.suite.postgres.psql(
            f"SELECT count(*), count(DISTINCT h.assignment), min(operation) || max(operation) "
            f"FROM assignments.history h JOIN assignments.assignment a ON a.id = h.assignment "
            f"WHERE a.resolution = '{number}'"), [(str(FAN_OUT), str(FAN_OUT), "issueissue")])
        self.assertEqual(self.suite.postgres.psql(
            f"SELECT count(*), count(DISTINCT o.subject) FROM assignments.outbox o JOIN assignments.assignment a "
            f"ON o.subject = 'assignments/' || a.id WHERE a.resolution = '{number}'"), [(str(FAN_OUT),) * 2])
        self.assertEqual(self.rows("assignments.issuance", resolution), 1)
        steps.summary_when(self.suite, resolution,
                           lambda s: steps.count(s["total"], "total") == FAN_OUT and len(s["points"]) == region.POINTS
                           and all(steps.count(point, "total") == region.SCHOOLS for point in s["points"]))
        again = steps.issue(self.suite, resolution, once)
        self.assertEqual(again["assignmentCount"], FAN_OUT)
        self.assertEqual(self.rows("assignments.assignment", resolution), FAN_OUT)

    def test_assignments_in_the_middle_of_writing(self):
        self.check(*self.fan_out("assignments"))

    def test_gateway_in_the_middle_of_writing(self):
        self.check(*self.fan_out("gateway"))

    def test_decisions_while_it_reads_the_points(self):
        self.check(*self.fan_out("decisions", held_at="decisions.point"))

    def test_registry_while_it_expands_the_addressees(self):
        self.check(*self.fan_out("registry", held_at="registry.organisation"))

    def test_decisions_and_registry_once_they_were_asked(self):
        for victim in ("decisions", "registry"):
            with self.subTest(victim):
                self.check(*self.fan_out(victim))

    def test_reporting_in_the_middle_of_writing(self):
        self.check(*self.fan_out("reporting"))

    def test_reporting_while_it_applies_the_events(self):
        resolution, once = region.adopted(self.suite, "Без отчётности"), str(uuid.uuid4())
        with Gate(self.suite, "reporting.assignment_fact") as held:
            self.assertTrue(Attempt(self.suite, resolution, once).issued())
            held.wait_visitor()
            self.suite.kill("reporting")
        self.suite.restart("reporting")
        self.check(resolution, once)

    def test_postgresql_in_the_middle_of_writing(self):
        resolution, once = region.adopted(self.suite, "Без базы"), str(uuid.uuid4())
        with Gate(self.suite) as held:
            first = Attempt(self.suite, resolution, once)
            held.wait_visitor()
            self.suite.postgres.kill()
            first.join()
            self.suite.postgres.start()
        self.assertEqual(self.rows("assignments.assignment", resolution), 0)
        self.retry(resolution, once)
        self.check(resolution, once)


if __name__ == "__main__":
    unittest.main()
