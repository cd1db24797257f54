"""Gates that hold a service at a chosen moment of its work, so that a kill hits that moment.

A gate is a lock in PostgreSQL, taken by a session of the test's own; who comes to it waits.
"""

import subprocess

from harness.process import eventually

# Statement triggers on the history table: a fan-out waits once it has written `enough` rows, which
# nobody else can see yet.
STOP_IN_THE_MIDDLE = """
CREATE OR REPLACE FUNCTION public.gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF (SELECT count(*) FROM assignments.history WHERE xmin = pg_current_xact_id()::xid) >= {enough} THEN
    PERFORM pg_advisory_xact_lock_shared({key});
  END IF;
  RETURN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO PUBLIC;
CREATE OR REPLACE TRIGGER gate AFTER INSERT ON assignments.history
  FOR EACH STATEMENT EXECUTE FUNCTION public.gate();
"""
KEY = 47110815


def build(suite, enough=400):
    """Puts the middle gate's trigger into the database."""
    suite.postgres.psql(STOP_IN_THE_MIDDLE.format(enough=enough, key=KEY))


class Gate:
    """with Gate(suite, table="registry.organisation") or Gate(suite) for the middle of a fan-out."""

    def __init__(self, suite, table=None):
        self.suite = suite
        self.lock = f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE" if table else f"SELECT pg_advisory_xact_lock({KEY})"
        self.waiting = ("SELECT count(*) FROM pg_locks WHERE NOT granted AND "
                        + (f"relation = '{table}'::regclass" if table else f"locktype = 'advisory' AND objid = {KEY}"))

    def __enter__(self):
        self.session = subprocess.Popen(
            ["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", self.suite.postgres.url("postgres")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.session.stdin.write(f"BEGIN;\n{self.lock};\n\\echo locked\n")
        self.session.stdin.flush()
        while (line := self.session.stdout.readline()) != "locked\n":
            assert line, "the gate's session ended"
        return self

    def wait_visitor(self, seconds=60.0):
        """Returns once somebody waits at the gate."""
        eventually(lambda: self.suite.postgres.query(self.waiting) != ["0"], seconds, "a visitor at the gate")

    def open(self):
        """Lets everybody through. Harmless twice."""
        if self.session.stdin.closed:
            return
        # Ending the session gives the lock back, also when the server has gone.
        self.session.terminate()
        self.session.stdin.close()
        self.session.wait(30)
        self.session.stdout.close()

    def __exit__(self, *_):
        self.open()
