#pragma once

#include <string>
#include <vector>

#include "tests/load/grpc_client.h"
#include "tests/load/http_client.h"
#include "tests/load/measure.h"
#include "tests/load/pgbench.h"
#include "tests/load/work.h"

namespace rezon::load {

struct Settings {
  Data data;
  int pairs = 5;
  int seconds = 5;
  // Before each operation's first pair, by every party.
  int warm_seconds = 15;
  // At the start of every pgbench run: its sessions are new.
  int pgbench_warm_seconds = 5;
  int pgbench_clients = 8;
  Postgres postgres;
  std::string target;
  int gateway_port = 0;
  std::string token;
  std::string change_script;
  // get, page or change; empty measures all.
  std::string only;
};

// Rates of one operation, one entry a pair; 0 = 16 calls, 1 = 64 calls.
struct Series {
  std::vector<Measured> pgbench;
  // The service's own statement for changes, where pgbench runs five round trips.
  std::vector<Measured> statement;
  std::vector<Measured> grpc[2];
  std::vector<Measured> http[2];
};

inline constexpr int kCalls[] = {16, 64};

// The whole benchmark: capture, warm-up, interleaved pairs, report on standard output. Answers
// false when a reply was wrong or the database does not hold exactly the acknowledged changes.
// Throws on failure.
bool RunBench(const Settings& settings);

// Prints the table and compares with the bars of this stage; for people, nothing passes or fails by
// it.
void Report(const Settings& settings, Operation operation, const Series& series);

}  // namespace rezon::load
