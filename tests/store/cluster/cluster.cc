#include "tests/store/cluster/cluster.h"

#include <libpq-fe.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/store/cluster/process.h"

namespace rezon::testing {
namespace {

// Connections are plenty because test processes may share one cluster.
const std::vector<std::string> kSettings = {
    "fsync=off",          "synchronous_commit=off", "full_page_writes=off",
    "listen_addresses=",  "max_connections=200",    "shared_buffers=64MB",
    "autovacuum=off",     "max_wal_size=1GB",       "log_min_messages=fatal",
    "log_statement=none", "timezone=UTC",           "dynamic_shared_memory_type=posix"};

}  // namespace

Cluster& Cluster::Get() {
  static Cluster cluster;
  return cluster;
}

Cluster::Cluster() {
  if (const char* given = getenv("REZON_TEST_PG")) {
    base_ = given;
    return;
  }
  Start();
}

void Cluster::Start() {
  std::string pattern = (std::filesystem::temp_directory_path() / "rezon-pg-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) Die("cannot make a folder for PostgreSQL");
  folder_ = pattern;
  GiveToServerUser(folder_);
  std::string data = folder_ + "/data";
  RunAsServerUser({REZON_INITDB, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                   "--locale=C.UTF-8", "--no-sync"});
  std::vector<std::string> command = {REZON_POSTGRES, "-D", data, "-k", folder_, "-p", "5432"};
  for (const std::string& setting : kSettings) {
    command.push_back("-c");
    command.push_back(setting);
  }
  process_ = StartAsServerUser(command, folder_ + "/log");
  base_ = absl::StrCat("host=", folder_, " port=5432");
  std::string url = Url("postgres");
  if (!Eventually([&] { return PQping(url.c_str()) == PQPING_OK; }, absl::Seconds(60))) {
    Die("PostgreSQL did not start");
  }
}

Cluster::~Cluster() {
  if (process_ == 0) return;
  kill(process_, SIGQUIT);
  waitpid(process_, nullptr, 0);
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string Cluster::Url(const std::string& database, const std::string& role) const {
  return absl::StrCat(base_, " dbname=", database, " user=", role);
}

}  // namespace rezon::testing
