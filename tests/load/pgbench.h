#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/load/measure.h"

namespace rezon::load {

// A pgbench script with its variables (-D).
struct Script {
  std::string file;
  std::vector<std::pair<std::string, std::string>> variables;
};

// How pgbench and psql reach the database.
struct Postgres {
  std::string programs;  // folder of pgbench
  std::string url;       // libpq key=value string of the service's own role
  std::string admin_url;
  std::string log;     // PostgreSQL's log in JSON
  std::string folder;  // for scripts that are made
};

// Runs `clients` sessions with prepared statements; the rate is that of the seconds after the
// warm-up, because fresh sessions are several times slower at first. Throws when pgbench fails.
Measured RunPgbench(const Postgres& postgres, const Script& script, int clients, int warm_seconds,
                    int seconds);

// Runs one statement as superuser; answers the output without decoration. Throws on failure.
std::string Admin(const Postgres& postgres, const std::string& sql);

}  // namespace rezon::load
