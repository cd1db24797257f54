"""A PostgreSQL cluster of the test's own, on a Unix socket; as root it runs as the user postgres."""

import os
import pathlib
import pwd
import shutil
import signal
import subprocess

from .paths import ROOT
from .process import Process, free_port

PG_BIN = pathlib.Path("/usr/lib/postgresql/15/bin")

# A test's data need not survive the machine.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "autovacuum_naptime": "5s",
    "timezone": "UTC",
}


class Postgres:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"
        self.port = free_port()
        self._process = None

    def _as_owner(self, argv, **kwargs):
        if os.geteuid() == 0:
            argv = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups",
                    "--pdeathsig=KILL", "--reset-env", *argv]
        return argv, {"cwd": "/", **kwargs}

    def _run(self, argv):
        argv, kwargs = self._as_owner([str(arg) for arg in argv])
        done = subprocess.run(argv, capture_output=True, text=True, **kwargs)
        if done.returncode != 0:
            raise RuntimeError(f"{argv}: {done.stdout}{done.stderr}")
        return done.stdout

    def start(self):
        if not self.data.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            if os.geteuid() == 0:
                shutil.chown(self.folder, pwd.getpwnam("postgres").pw_name)
            self._run([PG_BIN / "initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                       "--locale=C.UTF-8", "--no-sync", "--no-instructions"])
        argv = [str(PG_BIN / "postgres"), "-D", str(self.data), "-p", str(self.port), "-k", str(self.folder)]
        for name, value in SETTINGS.items():
            argv += ["-c", f"{name}={value}"]
        argv, _ = self._as_owner(argv)
        self._process = Process("postgres", argv, self.folder.parent / "postgres.log").start()
        self._process.wait_ready(self.answers)
        return self

    def answers(self):
        return subprocess.run(
            [PG_BIN / "pg_isready", "-q", "-h", self.folder, "-p", str(self.port)]).returncode == 0

    def url(self, user, database="rezon"):
        return f"host={self.folder} port={self.port} dbname={database} user={user}"

    def bootstrap(self):
        """Makes database, roles and schemas with the SQL that an installation runs."""
        subprocess.run(
            ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", self.url("postgres", "postgres"),
             "-f", str(ROOT / "deploy/database/bootstrap.sql")], check=True, capture_output=True, text=True)

    def psql(self, sql, user="postgres", database="rezon"):
        """Rows of one statement as tuples of text; CalledProcessError (with stderr) when refused."""
        done = subprocess.run(
            ["psql", "-X", "-q", "-At", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=verbose",
             "-d", self.url(user, database), "-c", sql], check=True, capture_output=True, text=True)
        return [tuple(line.split("\t")) for line in done.stdout.splitlines()]

    def query(self, sql):
        """The first column of the rows, as the superuser."""
        return [row[0] for row in self.psql(sql)]

    def refused(self, user, statements):
        """How many of the statements the server refuses to this user for want of a privilege (42501)."""
        done = subprocess.run(
            ["psql", "-X", "-q", "-At", "-v", "VERBOSITY=verbose", "-d", self.url(user)],
            input=";\n".join(statements) + ";\n", capture_output=True, text=True, check=True)
        return done.stderr.count("42501")

    def kill(self):
        """Immediate shutdown, as a crash: recovery runs at the next start."""
        self._process.terminate(number=signal.SIGQUIT)

    def stop(self):
        if self._process is not None:
            self._process.terminate(number=signal.SIGINT)
