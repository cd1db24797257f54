"""`python3 -m harness`: starts the suite for tests in another language (Playwright, load clients).

Prints one JSON line with the addresses, folder and tokens when everything is ready, and stops when
standard input ends.
"""

import json
import sys

from . import Suite
from .suite import SERVICES


def main():
    suite = Suite().start()
    try:
        print(json.dumps({
            "url": f"http://127.0.0.1:{suite.http_port}",
            "token": suite.token(),
            "folder": str(suite.folder),
            "targets": {name: suite.target(name) for name in SERVICES},
            "database": suite.postgres.url("postgres"),
        }), flush=True)
        sys.stdin.read()
    finally:
        suite.stop()


main()
