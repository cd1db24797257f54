#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <map>
#include <mutex>

#include "absl/strings/str_cat.h"
#include "tests/store/cluster/cluster.h"
#include "tests/store/cluster/process.h"

namespace rezon::testing {
namespace {

std::string NewName(const char* kind) {
  static std::atomic<int> counter = 0;
  return absl::StrCat("rezon_", kind, "_", getpid(), "_", counter++);
}

// CREATE DATABASE and DROP DATABASE may not run inside a pipeline's transaction: plain libpq.
std::string Admin(const std::string& url, const std::string& sql) {
  PGconn* conn = PQconnectdb(url.c_str());
  PGresult* result = PQexec(conn, sql.c_str());
  ExecStatusType state = PQresultStatus(result);
  std::string answer;
  if (state != PGRES_COMMAND_OK && state != PGRES_TUPLES_OK) {
    ADD_FAILURE() << sql << ": " << PQerrorMessage(conn);
  } else if (PQntuples(result) > 0) {
    answer = PQgetvalue(result, 0, 0);
  }
  PQclear(result);
  PQfinish(conn);
  return answer;
}

db::ConnectionOptions Options(const std::string& database, const std::string& role,
                              const std::string& schema) {
  db::ConnectionOptions options;
  options.url = Cluster::Get().Url(database, role);
  options.schema = schema;
  options.application_name = "rezon-test";
  return options;
}

std::string MakeTemplate(const std::vector<ServiceSchema>& schemas) {
  std::string name = NewName("template");
  Run({REZON_PSQL, "-X", "-q", "-v", "database=" + name, "-f", REZON_BOOTSTRAP,
       Cluster::Get().Url("postgres")});
  for (const ServiceSchema& schema : schemas) {
    auto applied = db::Migrate(Options(name, schema.service + "_owner", schema.service),
                               schema.migrations, Soon());
    if (!applied.ok()) Die(absl::StrCat("migration failed: ", applied.status().ToString()));
  }
  return name;
}

const std::string& TemplateFor(const std::vector<ServiceSchema>& schemas) {
  static std::mutex mutex;
  static auto& templates = *new std::map<std::string, std::string>;
  std::string key;
  for (const ServiceSchema& schema : schemas) absl::StrAppend(&key, schema.service, ",");
  std::lock_guard lock(mutex);
  auto found = templates.find(key);
  if (found == templates.end()) found = templates.emplace(key, MakeTemplate(schemas)).first;
  return found->second;
}

}  // namespace

Database::Database(const std::vector<ServiceSchema>& schemas) : name_(NewName("test")) {
  const std::string& source = TemplateFor(schemas);
  Admin(Cluster::Get().Url("postgres"),
        absl::StrCat("CREATE DATABASE ", name_, " TEMPLATE ", source));
}

Database::~Database() {
  Admin(Cluster::Get().Url("postgres"), absl::StrCat("DROP DATABASE ", name_, " WITH (FORCE)"));
}

db::ConnectionOptions Database::App(const std::string& service) const {
  return Options(name_, service + "_app", service);
}

db::ConnectionOptions Database::Owner(const std::string& service) const {
  return Options(name_, service + "_owner", service);
}

db::ConnectionOptions Database::Super(const std::string& service) const {
  return Options(name_, "postgres", service);
}

std::unique_ptr<db::Pool> Database::AppPool(const std::string& service, int size) const {
  db::PoolOptions options;
  options.connection = App(service);
  options.size = size;
  auto pool = db::Pool::Open(options, Soon());
  if (!pool.ok()) Die(absl::StrCat("no pool: ", pool.status().ToString()));
  return std::move(*pool);
}

std::string Database::Query(const std::string& service, const std::string& sql) const {
  std::string url = Cluster::Get().Url(name_);
  if (!service.empty()) absl::StrAppend(&url, " options='-c search_path=", service, "'");
  return Admin(url, sql);
}

}  // namespace rezon::testing
