"""The whole suite in a folder of its own."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import urllib.request

from .client import Client
from .collector import Collector
from .paths import ROOT, bin_dir, program
from .postgres import Postgres
from .process import Process, free_port
from .tokens import Issuer

SERVICES = ("registry", "decisions", "assignments", "reporting")
ALL_ROLES = ("operator", "registrar", "controller", "clerk", "reporter")
PEERS = {
    "registry": (),
    "decisions": ("registry",),
    "assignments": ("registry", "decisions"),
    "reporting": ("registry", "decisions", "assignments"),
    "gateway": SERVICES,
}


class Suite:
    """start() returns self when everything is ready; stop() ends it and removes the folder.

    flags: extra command-line flags by program, such as {"registry": ["--pool-size=8"]}.
    """

    def __init__(self, flags=None, keep=False):
        # /var/tmp and not the checkout: short enough for socket paths, and open to the user postgres.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rezon-e2e-", dir="/var/tmp"))
        self.folder.chmod(0o711)
        self.flags = flags or {}
        self.keep = keep or "REZON_E2E_KEEP" in os.environ
        self.issuer = Issuer(self.folder / "keys")
        self.postgres = Postgres(self.folder / "pg")
        self.collector = None
        self.processes = {}
        self.admin_ports = {}
        self.http_port = free_port()
        self.http = Client("127.0.0.1", self.http_port, self.token(roles=ALL_ROLES))

    def token(self, *args, **kwargs):
        """As Issuer.token: roles, region, subject, lifetime, key and further claims."""
        return self.issuer.token(*args, **kwargs)

    def start(self):
        try:
            self.collector = Collector(self.folder).start()
            self.postgres.start()
            self.postgres.bootstrap()
            (self.folder / "service.token").write_text(
                self.token(roles=("service",), subject="service", lifetime=86400))
            for name in SERVICES:
                self.migrate(name)
            for name in (*SERVICES, "gateway"):
                self._launch(name)
            for name in (*SERVICES, "gateway"):
                self.wait_ready(name)
        except BaseException:
            self.stop()
            raise
        return self

    def migrate(self, name):
        done = subprocess.run(
            [program(f"rezon-{name}"), "--migrate-only",
             f"--migrate-url={self.postgres.url(name + '_owner')}"], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"rezon-{name} --migrate-only: {done.stdout}{done.stderr}")

    def target(self, name):
        """gRPC target of a service, for tests that call it directly."""
        return f"unix:{self.folder}/{name}.sock"

    def argv(self, name):
        self.admin_ports.setdefault(name, free_port())
        argv = [program(f"rezon-{name}"), f"--admin-listen=127.0.0.1:{self.admin_ports[name]}",
                f"--jwks={self.issuer.jwks}", f"--issuer={self.issuer.issuer}",
                f"--audience={self.issuer.audience}", f"--otlp-endpoint={self.collector.target}"]
        argv += [f"--{peer}-target={self.target(peer)}" for peer in PEERS[name]]
        if name == "gateway":
            argv += [f"--listen=127.0.0.1:{self.http_port}", f"--grpc-listen=unix:{self.folder}/gateway.sock",
                     f"--descriptors={bin_dir().parent / 'share' / 'rezon.pb'}",
                     f"--local-issuer-key={self.issuer.key}"]
            page = ROOT / "gateway" / "web" / "dist"
            argv += [f"--web-root={page}"] if (page / "index.html").exists() else []
        else:
            argv += [f"--listen={self.target(name)}", f"--database-url={self.postgres.url(name + '_app')}",
                     f"--service-token-file={self.folder}/service.token", "--reflection"]
        return argv + self.flags.get(name, [])

    def _launch(self, name):
        env = {key: value for key, value in os.environ.items()
               if not key.startswith(("REZON_", "OTEL_")) and key.lower() not in ("http_proxy", "https_proxy")}
        self.processes[name] = Process(name, self.argv(name), self.folder / f"{name}.log", env).start()

    def wait_ready(self, name, seconds=30.0):
        self.processes[name].wait_ready(lambda: self.ready(name), seconds)

    def ready(self, name):
        """True when /readyz of the program's admin port says so."""
        try:
            return self.admin(name, "/readyz")[0] == 200
        except OSError:
            return False

    def admin(self, name, path):
        """(status, text) of the admin port: /livez, /readyz, /metrics."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(f"http://127.0.0.1:{self.admin_ports[name]}{path}", timeout=5) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def kill(self, name):
        """SIGKILL one program."""
        self.processes[name].kill()

    def restart(self, name):
        """Starts a program again (ends it first when it still runs) and waits until it is ready."""
        self.processes[name].terminate()
        self._launch(name)
        self.wait_ready(name)

    def rezonctl(self, *argv, token=None, check=True):
        """Runs rezonctl against the gateway."""
        env = {**os.environ, "REZON_SERVER": f"http://127.0.0.1:{self.http_port}",
               "REZON_TOKEN": token or self.token()}
        done = subprocess.run([program("rezonctl"), *map(str, argv)], capture_output=True, text=True, env=env,
                              cwd=ROOT)
        if check and done.returncode != 0:
            raise AssertionError(f"rezonctl {argv}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def stop(self):
        for name in ("gateway", *reversed(SERVICES)):
            if name in self.processes:
                self.processes[name].terminate()
        self.postgres.stop()
        if self.collector is not None:
            self.collector.stop()
        if not self.keep:
            shutil.rmtree(self.folder, ignore_errors=True)
