#pragma once

#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/config/flags.h"
#include "services/platform/config/service_config.h"
#include "services/platform/server/runtime.h"

namespace rezon::server {

// Base of what a service builds; destroyed after everything has stopped.
class Application {
 public:
  virtual ~Application() = default;
};

// A service, as its main describes it.
struct Spec {
  // "registry": the name in logs, spans, metrics and the error domain.
  std::string service;
  // First line of --help.
  std::string summary;
  // Declares flags of the service's own; may be empty.
  std::function<void(config::Flags&)> add_flags;
  // --migrate-only: brings the schema up with config.migrate_url. Empty: no schema.
  std::function<absl::Status(const config::ServiceConfig&)> migrate;
  // Makes pools, stores, handlers and adapters, and calls Runtime::Serve for each service. The
  // schema's version is verified here; nothing migrates.
  std::function<absl::StatusOr<std::unique_ptr<Application>>(Runtime&)> build;
};

// The whole life of a service process: flags, log, tracer, build, listen, ready, SIGTERM or SIGINT,
// drain in the order of anchors.md §9. Returns main's exit code: 0 done, 1 failed, 2 wrong flags.
//
//   int main(int argc, char** argv) { return rezon::server::Run(spec, argc, argv); }
int Run(const Spec& spec, int argc, const char* const* argv);

// The same in process for tests: no signals, no flags, no log setup. Listens on config.listen.
class TestServer {
 public:
  // With a principal, every call is his and no token is looked at; without, config.jwks verifies.
  static absl::StatusOr<std::unique_ptr<TestServer>> Start(
      const Spec& spec, const config::ServiceConfig& config,
      std::shared_ptr<const auth::Principal> principal = nullptr);
  ~TestServer();
  // Target to connect to: "127.0.0.1:<port>" or the unix address.
  std::string target() const;
  int admin_port() const;
  Runtime& runtime();
  // Drains and stops; idempotent.
  void Stop();

 private:
  class Impl;
  explicit TestServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rezon::server
