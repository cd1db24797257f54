"""Starts the whole suite for a test: PostgreSQL, four services, the gateway and an OTLP collector.

    from harness import Suite, eventually
    class MyTest(unittest.TestCase):
        @classmethod
        def setUpClass(cls):
            cls.suite = Suite().start()
            cls.addClassCleanup(cls.suite.stop)
            region.load_sample(cls.suite)

job.py has the steps of the main job, region.py loads regions.

Python's standard library only. Everything listens on loopback or a Unix socket, on free ports, in a
folder of its own; children die with the test process.
"""

from .client import Client, Response
from .process import eventually
from .suite import Suite

__all__ = ["Client", "Response", "Suite", "eventually"]
