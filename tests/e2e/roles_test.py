"""Each service's database role is refused on every other schema, and cannot make tables in its own."""

import unittest

from harness import Suite
from harness.suite import SERVICES


class Roles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suite = Suite().start()
        cls.addClassCleanup(cls.suite.stop)

    def tables(self, schema):
        return self.suite.postgres.query(
            f"SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = '{schema}'")

    def test_a_role_reads_its_own_schema_only(self):
        for role in SERVICES:
            for schema in SERVICES:
                found = self.tables(schema)
                self.assertGreater(len(found), 2, schema)
                for table in found:
                    with self.subTest(role=role, table=table):
                        error = self.suite.postgres.error_of(f"{role}_app", f"SELECT FROM {table} LIMIT 1")
                        if role != schema:
                            self.assertIn("permission denied", error)
                            change = self.suite.postgres.error_of(f"{role}_app", f"DELETE FROM {table}")
                            self.assertIn("permission denied", change)

    def test_a_role_makes_no_tables(self):
        for role in SERVICES:
            for schema in (*SERVICES, "public"):
                with self.subTest(role=role, schema=schema):
                    error = self.suite.postgres.error_of(f"{role}_app", f"CREATE TABLE {schema}.intruder (x int)")
                    self.assertIn("permission denied", error)


if __name__ == "__main__":
    unittest.main()
