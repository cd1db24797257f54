"""Starts the whole suite for a test: PostgreSQL, four services, the gateway and an OTLP collector.

    from harness import Suite, eventually
    class MyTest(unittest.TestCase):
        @classmethod
        def setUpClass(cls):
            cls.suite = Suite().start()
            cls.addClassCleanup(cls.suite.stop)
            Region(cls.suite.http).sample()      # or .schools(950)
            cls.job = Job(cls.suite.http)        # import, adopt, issue, report, summary

Python's standard library only. Everything listens on loopback or a Unix socket, on free ports, in a
folder of its own; children die with the test process.
"""

from .client import Client, Response
from .job import Job
from .process import eventually
from .region import Region
from .suite import Suite

__all__ = ["Client", "Job", "Region", "Response", "Suite", "eventually"]
