"""The main job on the page, in Chromium, against the whole suite with the sample region."""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests" / "e2e"))

from harness import Suite, sample  # noqa: E402  (found by the line above)


def main():
    suite = Suite()
    suite.flags["gateway"] = [f"--web-root={ROOT / 'gateway' / 'web' / 'dist'}",
                              f"--local-issuer-key={suite.issuer.key}"]
    suite.start()
    try:
        sample.load_sample(suite)
        url = f"http://127.0.0.1:{suite.http_port}"
        return subprocess.run(["node", "journey.mjs", url], cwd=HERE, timeout=540).returncode
    finally:
        suite.stop()


if __name__ == "__main__":
    sys.exit(main())
