"""1,000 parallel calls on pools of 8 connections all end: with an answer, or clearly refused."""

import asyncio
import collections
import json
import time
import unittest

from harness import Suite
from harness.process import eventually

from gate import Gate

CALLS = 1000
QUEUE = 200
# What a call may end with: HTTP status and canonical code.
ENDS = {(200, "OK"), (429, "RESOURCE_EXHAUSTED"), (504, "DEADLINE_EXCEEDED")}


async def call(suite, path, started):
    """One request on a connection of its own: (HTTP status, canonical code, reason)."""
    reader, writer = await asyncio.open_connection("127.0.0.1", suite.http_port)
    try:
        started()
        writer.write((f"GET {path} HTTP/1.1\r\nHost: rezon\r\nAuthorization: Bearer {suite.http.token}\r\n"
                      "Connection: close\r\n\r\n").encode())
        await writer.drain()
        answer = await reader.read()
    finally:
        writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    status = int(head.split()[1])
    if status == 200:
        return status, "OK", ""
    error = json.loads(body)["error"]
    reasons = [detail["reason"] for detail in error["details"] if detail["@type"].endswith("ErrorInfo")]
    return status, error["status"], reasons[0]


async def storm(suite, path, limit, when_all_sent=None):
    """All calls at once; fails when one of them has not ended after `limit` seconds."""
    waiting = set()
    calls = [asyncio.ensure_future(call(suite, path, lambda n=n: waiting.add(n))) for n in range(CALLS)]
    if when_all_sent is not None:
        while len(waiting) < CALLS:
            await asyncio.sleep(0.01)
        await asyncio.to_thread(when_all_sent)
    return await asyncio.wait_for(asyncio.gather(*calls), limit)


class Overload(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        small = ["--pool-size=8", f"--queue-size={QUEUE}"]
        cls.suite = Suite(flags={"decisions": small, "registry": small, "gateway": ["--call-seconds=5"]}).start()
        cls.addClassCleanup(cls.suite.stop)

    def assert_all_ended(self, ends):
        self.assertEqual(len(ends), CALLS)
        for status, code, reason in ends:
            self.assertIn((status, code), ENDS, reason)
        return collections.Counter(code for _, code, _ in ends)

    def connections(self, service):
        return int(self.suite.postgres.query(
            f"SELECT count(*) FROM pg_stat_activity WHERE usename = '{service}_app'")[0])

    def test_calls_that_only_wait_their_turn(self):
        for path in ("/v1/resolutions", "/v1/territories"):
            with self.subTest(path):
                counts = self.assert_all_ended(asyncio.run(storm(self.suite, path, 60)))
                self.assertGreaterEqual(counts["OK"], QUEUE)
        # Eight for calls; the feed and its sequencer have one each, and one may be on its way out.
        self.assertLessEqual(self.connections("decisions"), 8 + 3)

    def test_calls_into_a_database_that_does_not_answer(self):
        with Gate(self.suite, "decisions.resolution") as held:
            began = time.monotonic()
            ends = asyncio.run(storm(self.suite, "/v1/resolutions", 30, held.wait_visitor))
            self.assertLess(time.monotonic() - began, 30)
        counts = self.assert_all_ended(ends)
        self.assertEqual(counts["OK"], 0)
        self.assertGreaterEqual(counts["DEADLINE_EXCEEDED"], 8)
        self.assertIn((429, "RESOURCE_EXHAUSTED", "QUEUE_FULL"), ends)
        # Nothing is left behind: the next calls are served at once.
        eventually(lambda: self.suite.http("GET", "/v1/resolutions").status == 200, 10, "an answer")
        counts = self.assert_all_ended(asyncio.run(storm(self.suite, "/v1/resolutions", 60)))
        self.assertGreaterEqual(counts["OK"], QUEUE)

    def test_calls_that_go_on_once_the_database_answers(self):
        with Gate(self.suite, "decisions.resolution") as held:

            def release():
                held.wait_visitor()
                held.open()

            counts = self.assert_all_ended(asyncio.run(storm(self.suite, "/v1/resolutions", 30, release)))
        self.assertGreaterEqual(counts["OK"], 8)


if __name__ == "__main__":
    unittest.main()
