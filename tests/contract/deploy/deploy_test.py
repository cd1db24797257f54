"""The parts of deploy/up and deploy/down that can do harm, and the sample data."""

import csv
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "deploy" / "sample"


class Checkout(unittest.TestCase):
    """A copy of deploy/ in a folder of its own, whose functions run in bash."""

    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="rezon-deploy-", dir="/var/tmp"))
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)
        self.root.chmod(0o711)
        shutil.copytree(ROOT / "deploy", self.root / "deploy")

    def bash(self, script, check=True):
        parts = "common npm build state process postgres services keys region job"
        prelude = (f"set -euo pipefail; for part in {parts}; do . {self.root}/deploy/lib/$part.sh; done; "
                   'mkdir -p "$RUN/pids" "$RUN/log"; exec 9>"$RUN/lock"; ')
        done = subprocess.run(["bash", "-c", prelude + script], capture_output=True, text=True)
        if check and done.returncode != 0:
            raise AssertionError(done.stdout + done.stderr)
        return done.stdout.strip()


class Processes(Checkout):
    def test_what_was_started_is_known_and_stopped(self):
        pid = int(self.bash("start_process nap sleep 300; pid_of nap"))
        self.addCleanup(subprocess.run, ["kill", "-9", str(pid)], capture_output=True)
        self.assertEqual(self.bash("running nap && echo yes"), "yes")
        self.assertEqual(self.bash("current nap sleep 300 && echo yes"), "yes")
        self.assertEqual(self.bash("current nap sleep 301 || echo no"), "no")
        self.bash("stop_process nap")
        self.assertEqual(self.bash("running nap || echo no"), "no")
        self.assertFalse(pathlib.Path(f"/proc/{pid}/exe").exists())

    def test_a_pid_that_another_program_got_is_left_alone(self):
        other = subprocess.Popen(["sleep", "300"])
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        self.bash(f'printf "%s %s\\n" {other.pid} 12345 >"$RUN/pids/nap"; stop_process nap')
        self.assertIsNone(other.poll())

    def test_a_changed_program_is_not_current(self):
        program = self.root / "program"
        shutil.copy("/bin/sleep", program)
        self.bash(f"start_process nap {program} 300")
        self.addCleanup(self.bash, "stop_process nap")
        self.assertEqual(self.bash(f"current nap {program} 300 && echo yes"), "yes")
        shutil.copy("/bin/sleep", self.root / "new")
        os.utime(self.root / "new", (1, 1))
        os.rename(self.root / "new", program)
        self.assertEqual(self.bash(f"current nap {program} 300 || echo no"), "no")


class State(Checkout):
    def test_a_taken_port_is_passed_over_and_the_choice_remembered(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            first = taken.getsockname()[1]
            chosen = int(self.bash(f"port_of http {first}"))
            self.assertGreater(chosen, first)
        self.assertEqual(int(self.bash(f"port_of http {first}")), chosen)

    def test_a_deep_checkout_gets_a_short_folder_of_its_own(self):
        deep = self.root / ("d" * 60) / ("e" * 60)
        deep.mkdir(parents=True)
        shutil.move(str(self.root / "deploy"), deep)
        self.root = deep
        home = self.bash('prepare_run; dirname "$SOCKETS"')
        self.addCleanup(shutil.rmtree, home, ignore_errors=True)
        self.assertLess(len(home), 40)
        self.assertEqual(os.readlink(deep / ".run" / "sock"), f"{home}/sock")
        self.assertEqual(self.bash('prepare_run; dirname "$SOCKETS"'), home)

    def test_a_copied_checkout_does_not_share_the_folder(self):
        self.bash("prepare_run")
        copy = pathlib.Path(tempfile.mkdtemp(prefix="rezon-deploy-", dir="/var/tmp"))
        self.addCleanup(shutil.rmtree, copy, ignore_errors=True)
        copy.chmod(0o711)
        shutil.copytree(self.root, copy / "co", symlinks=True)
        self.root = copy / "co"
        self.assertEqual(self.bash('prepare_run; echo "$SOCKETS"'), f"{copy}/co/.run/sock")


def checksum(digits, weights):
    return sum(int(d) * w for d, w in zip(digits, weights))


class Sample(unittest.TestCase):
    def setUp(self):
        with open(SAMPLE / "organisations.csv", encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file, delimiter=";"))

    def test_check_digits(self):
        for row in self.rows:
            with self.subTest(row["display_name"]):
                inn, ogrn, okpo = row["inn"], row["ogrn"], row["okpo"]
                self.assertEqual(checksum(inn, (2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10, int(inn[9]))
                self.assertEqual(int(ogrn[:12]) % 11 % 10, int(ogrn[12]))
                first = checksum(okpo[:7], range(1, 8)) % 11
                second = checksum(okpo[:7], range(3, 10)) % 11
                self.assertEqual(first if first < 10 else second % 10, int(okpo[7]))

    def test_every_row_is_marked_and_every_reference_holds(self):
        territories = {row["displayName"] for row in json.loads((SAMPLE / "territories.json").read_text())}
        self.assertEqual(len(territories), 27)
        known = {row["inn"] for row in self.rows}
        self.assertEqual(len(known), len(self.rows))
        for row in self.rows:
            self.assertTrue(row["display_name"].endswith("(образец)"), row)
            self.assertIn(row["territory"], territories)
            self.assertIn(row["parent"], known | {""})


class Packages(unittest.TestCase):
    def test_list_is_sorted_and_groups_are_known(self):
        lines = [line.split() for line in (ROOT / "deploy/packages.txt").read_text().splitlines()
                 if line and not line.startswith("#")]
        names = [line[0] for line in lines]
        self.assertEqual(len(names), len(set(names)))
        for line in lines:
            self.assertTrue(line[1:], line)
            self.assertLessEqual(set(line[1:]), {"build", "local", "test", "image", "runtime"})


if __name__ == "__main__":
    unittest.main()
