// The load benchmark's client: see README.md. tests/load/run starts everything that it talks to.
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "services/platform/auth/signer.h"
#include "services/platform/config/flags.h"
#include "services/platform/tuning/tuning.h"
#include "tests/load/bench.h"

namespace rezon::load {
namespace {

constexpr char kIssuer[] = "rezon-local";
constexpr char kAudience[] = "rezon";

// Writes a JWKS document and two tokens: one for the calls, one for background work.
int MakeKeys(const std::string& folder) {
  auto pem = auth::Signer::GeneratePem();
  if (!pem.ok()) return 1;
  auto signer = auth::Signer::FromPem(*pem, kIssuer, kAudience);
  if (!signer.ok()) return 1;
  auth::TokenRequest request;
  request.subject = "load";
  request.region = "ru-load";
  request.roles = {"operator"};
  auto token = (*signer)->Sign(request);
  request.subject = "service";
  request.roles = {"service"};
  auto service = (*signer)->Sign(request);
  if (!token.ok() || !service.ok()) return 1;
  std::ofstream(folder + "/jwks.json") << (*signer)->Jwks();
  std::ofstream(folder + "/token") << *token;
  std::ofstream(folder + "/service-token") << *service;
  return 0;
}

int Run(int argc, char** argv) {
  Settings settings;
  std::string keys;
  std::string token_file;
  int rows = 1'000'000;
  config::Flags flags("rezon-load",
                      "Compares the assignments service and the gateway with pgbench.");
  flags.Text("make-keys", &keys, "only write keys and tokens into this folder");
  flags.Text("token-file", &token_file, "bearer token of the calls");
  flags.Text("target", &settings.target, "gRPC target of assignments");
  flags.Int("gateway-port", &settings.gateway_port, 0, 65535,
            "HTTP port of the gateway; 0 leaves JSON out");
  flags.Text("postgres-programs", &settings.postgres.programs, "folder of psql and pgbench");
  flags.Text("database-url", &settings.postgres.url, "database for pgbench, key=value");
  flags.Text("admin-url", &settings.postgres.admin_url, "the same as superuser");
  flags.Text("postgres-log", &settings.postgres.log, "PostgreSQL's log in JSON");
  flags.Text("folder", &settings.postgres.folder, "where scripts for pgbench are written");
  flags.Text("change-script", &settings.change_script, "pgbench script of a change in five trips");
  flags.Int("rows", &rows, 10'000, 100'000'000, "assignments that fill.sql made");
  flags.Int("pairs", &settings.pairs, 1, 100, "interleaved pairs");
  flags.Int("seconds", &settings.seconds, 1, 600, "measured time of one run");
  flags.Int("warm-seconds", &settings.warm_seconds, 1, 600, "warm-up of an operation");
  flags.Int("pgbench-warm-seconds", &settings.pgbench_warm_seconds, 1, 600,
            "warm-up of each pgbench run");
  flags.Text("only", &settings.only, "get, page or change; empty measures all");
  flags.Int("pgbench-clients", &settings.pgbench_clients, 1, 64, "sessions of pgbench");
  if (const absl::Status parsed = flags.Parse(argc, argv); !parsed.ok()) {
    fprintf(stderr, "%s\n", std::string(parsed.message()).c_str());
    return 2;
  }
  if (flags.help_asked()) {
    fputs(flags.Help().c_str(), stdout);
    return 0;
  }
  if (!keys.empty()) return MakeKeys(keys);
  settings.data = {rows, rows / 200};
  std::ifstream(token_file) >> settings.token;
  return RunBench(settings) ? 0 : 1;
}

}  // namespace
}  // namespace rezon::load

int main(int argc, char** argv) {
  rezon::tuning::TuneProcess();
  try {
    return rezon::load::Run(argc, argv);
  } catch (const std::exception& error) {
    fprintf(stderr, "rezon-load: %s\n", error.what());
    return 1;
  }
}
