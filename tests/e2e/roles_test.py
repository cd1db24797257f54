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
                tables = self.tables(schema)
                self.assertGreater(len(tables), 2, schema)
                with self.subTest(role=role, schema=schema):
                    reads = self.suite.postgres.refused(f"{role}_app", [f"SELECT FROM {t} LIMIT 1" for t in tables])
                    self.assertEqual(reads, 0 if role == schema else len(tables))
                    if role != schema:
                        writes = self.suite.postgres.refused(f"{role}_app", [f"DELETE FROM {t}" for t in tables])
                        self.assertEqual(writes, len(tables))

    def test_a_role_makes_no_tables(self):
        schemas = (*SERVICES, "public")
        for role in SERVICES:
            with self.subTest(role=role):
                made = [f"CREATE TABLE {schema}.intruder (x int)" for schema in schemas]
                self.assertEqual(self.suite.postgres.refused(f"{role}_app", made), len(schemas))


if __name__ == "__main__":
    unittest.main()
