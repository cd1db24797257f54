#pragma once

#include <string>

#include "absl/time/time.h"
#include "services/platform/config/flags.h"

namespace rezon::config {

// What every service is told (BRIEF: common flags). Defaults are for a local run.
struct ServiceConfig {
  // "host:port" (port 0 = any free one) or "unix:/path".
  std::string listen = "127.0.0.1:0";
  // Admin HTTP (/livez /readyz /metrics), "host:port"; empty = none.
  std::string admin_listen = "127.0.0.1:0";
  // libpq URL or key=value string of the role <service>_app.
  std::string database_url;
  // The same for <service>_owner; used by --migrate-only.
  std::string migrate_url;
  bool migrate_only = false;
  bool check_config = false;
  // Database connections, and so executor threads.
  int pool_size = 8;
  // Calls waiting for a thread; more are refused with RESOURCE_EXHAUSTED.
  int queue_size = 1024;
  // Keys of the token issuer: a file or an http(s) URL; its expected iss and aud.
  std::string jwks;
  std::string issuer = "rezon-local";
  std::string audience = "rezon";
  // Token with the role "service" for background consumers, read again when it changes.
  std::string service_token_file;
  std::string otlp_endpoint;
  double trace_ratio = 1.0;
  std::string log_level = "info";
  bool reflection = false;
  // Between "not ready" and the end of accepting calls (anchors.md §9).
  absl::Duration drain = absl::Seconds(0);
  // Longest time calls in flight get after that.
  absl::Duration shutdown_grace = absl::Seconds(10);
  // Cap of a call's deadline; a missing one becomes this.
  absl::Duration deadline_cap = absl::Seconds(60);
  // Largest request message.
  int max_receive_mib = 4;
  // Peers, as gRPC targets ("unix:path", "host:port", "dns:///name:port"); empty when unused.
  std::string registry_target;
  std::string decisions_target;
  std::string assignments_target;
  std::string reporting_target;
};

// Declares the flags of a service and their rules.
void AddServiceFlags(Flags& flags, ServiceConfig& config);

}  // namespace rezon::config
