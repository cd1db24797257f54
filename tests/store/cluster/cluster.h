#ifndef REZON_TESTS_STORE_CLUSTER_CLUSTER_H_
#define REZON_TESTS_STORE_CLUSTER_CLUSTER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "services/platform/db/connection.h"
#include "services/platform/db/context.h"
#include "services/platform/db/migrate.h"
#include "services/platform/db/pool.h"

namespace rezon::testing {

// A throw-away PostgreSQL for the tests of one process: started at first use in a new folder, on a
// unix socket only, without fsync; stopped and deleted at exit (it dies with the process even when
// that is killed). As root the server runs as the user `postgres`. If the environment has
// REZON_TEST_PG (a libpq key=value string of a superuser, such as "host=/run/x port=5432
// user=postgres"), that cluster is used and left running.
class Cluster {
 public:
  // Starts it or answers the running one; ends the process with a message when it cannot.
  static Cluster& Get();
  ~Cluster();

  // A libpq key=value string for a role on a database.
  std::string Url(const std::string& database, const std::string& role = "postgres") const;

 private:
  Cluster();
  void Start();

  std::string base_;    // host=… port=…
  std::string folder_;  // empty for a foreign cluster
  int process_ = 0;
};

// One service's schema and its migrations, as Migrate takes them.
struct ServiceSchema {
  std::string service;  // one of the four names of deploy/database/bootstrap.sql
  absl::Span<const db::Migration> migrations;
};

// A database of a test's own, bootstrapped and migrated as in production (owner role), copied from
// a template that is made once a process for each set of schemas. Dropped in the destructor.
class Database {
 public:
  explicit Database(const std::vector<ServiceSchema>& schemas);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::string& name() const { return name_; }
  // How the service itself connects: role <service>_app, its schema. "registry" for the url alone.
  db::ConnectionOptions App(const std::string& service) const;
  // The same for migrations: role <service>_owner.
  db::ConnectionOptions Owner(const std::string& service) const;
  // Superuser, search_path of `service` (may be empty).
  db::ConnectionOptions Super(const std::string& service = "") const;
  // A pool as the service has it.
  std::unique_ptr<db::Pool> AppPool(const std::string& service, int size = 4) const;
  // Runs SQL as the superuser in the service's schema; answers the first column of the first row as
  // text, empty without rows. Fails the test on an error.
  std::string Query(const std::string& service, const std::string& sql) const;

 private:
  std::string name_;
};

// A context with room for a slow machine.
inline db::Context Soon() { return db::Context::Within(absl::Seconds(30)); }

// Waits until `condition` holds, at most `limit`; answers whether it does.
template <typename Condition>
bool Eventually(Condition condition, absl::Duration limit = absl::Seconds(20)) {
  for (absl::Time end = absl::Now() + limit; absl::Now() < end;) {
    if (condition()) return true;
    absl::SleepFor(absl::Milliseconds(5));
  }
  return condition();
}

}  // namespace rezon::testing

#endif  // REZON_TESTS_STORE_CLUSTER_CLUSTER_H_
