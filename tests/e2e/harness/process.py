"""Child processes that cannot outlive the test, and bounded waiting."""

import ctypes
import os
import signal
import socket
import subprocess
import time

_LIBC = ctypes.CDLL(None, use_errno=True)
_PR_SET_PDEATHSIG = 1


def eventually(probe, seconds=30.0, what="a condition"):
    """The first true value of probe(), asked 50 times a second; AssertionError at the limit."""
    end = time.monotonic() + seconds
    while True:
        value = probe()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} s in vain for {what}; last answer: {value!r}")
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Process:
    """One program with its log file."""

    def __init__(self, name, argv, log, env=None):
        self.name = name
        self.argv = [str(arg) for arg in argv]
        self.log = log
        self.env = env
        self._child = None

    def start(self):
        with open(self.log, "ab") as out:
            self._child = subprocess.Popen(
                self.argv,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=self.env,
                preexec_fn=lambda: _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL),
            )
        return self

    @property
    def pid(self):
        return self._child.pid if self._child else None

    def running(self):
        return self._child is not None and self._child.poll() is None

    def wait_ready(self, probe, seconds=30.0):
        """Waits for probe(); fails at once, with the end of the log, when the program has ended."""

        def ready():
            if not self.running():
                raise AssertionError(f"{self.name} ended with {self._child.returncode}:\n{self.tail()}")
            return probe()

        try:
            eventually(ready, seconds, f"{self.name} to be ready")
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.tail()}") from None

    def send_signal(self, number):
        if self.running():
            self._child.send_signal(number)

    def kill(self):
        """SIGKILL, as when a node is lost."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()

    def terminate(self, seconds=30.0, number=signal.SIGTERM):
        """Asks to end and returns the exit code; killed (and -9 returned) when it does not in time."""
        if self._child is None:
            return None
        self.send_signal(number)
        try:
            return self._child.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            return self._child.returncode

    def tail(self, lines=30):
        if not os.path.exists(self.log):
            return ""
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return "".join(log.readlines()[-lines:])
