#include "services/platform/config/service_config.h"

#include "absl/strings/match.h"

namespace rezon::config {
namespace {

void AddListeners(Flags& flags, ServiceConfig& config) {
  flags.Text("listen", &config.listen,
             "gRPC address: host:port (port 0 takes a free one) or unix:/path");
  flags.Text("admin-listen", &config.admin_listen,
             "address of /livez, /readyz and /metrics, host:port; empty for none");
  flags.Int("max-receive-mib", &config.max_receive_mib, 1, 256, "largest request message, MiB");
  flags.Bool("reflection", &config.reflection, "offer gRPC reflection");
}

void AddDatabase(Flags& flags, ServiceConfig& config) {
  flags.Secret("database-url", &config.database_url, "database of the role that serves");
  flags.Secret("migrate-url", &config.migrate_url, "database of the role that owns the schema");
  flags.Bool("migrate-only", &config.migrate_only, "bring the schema up and end");
  flags.Int("pool-size", &config.pool_size, 1, 256, "database connections and worker threads");
  flags.Int("queue-size", &config.queue_size, 1, 100000, "calls that may wait for a worker");
}

void AddIdentity(Flags& flags, ServiceConfig& config) {
  flags.Text("jwks", &config.jwks, "keys of the token issuer: file or http(s) URL");
  flags.Text("issuer", &config.issuer, "expected issuer (iss) of tokens");
  flags.Text("audience", &config.audience, "expected audience (aud) of tokens");
  flags.Text("service-token-file", &config.service_token_file,
             "file with the token of background consumers");
}

void AddTimes(Flags& flags, ServiceConfig& config) {
  flags.Seconds("drain-seconds", &config.drain, 0, 600,
                "how long to serve after readiness is withdrawn");
  flags.Seconds("shutdown-grace-seconds", &config.shutdown_grace, 0, 600,
                "how long calls in flight may last after that");
  flags.Seconds("deadline-cap-seconds", &config.deadline_cap, 1, 3600,
                "longest deadline of a call");
}

void AddTelemetry(Flags& flags, ServiceConfig& config) {
  flags.Text("otlp-endpoint", &config.otlp_endpoint,
             "OTLP/gRPC collector (also OTEL_EXPORTER_OTLP_ENDPOINT); empty for none");
  flags.Real("trace-ratio", &config.trace_ratio, 0, 1, "share of new traces that are sampled");
  flags.Text("log-level", &config.log_level, "debug, info, warning or error");
}

void AddPeers(Flags& flags, ServiceConfig& config) {
  flags.Text("registry-target", &config.registry_target, "gRPC target of the registry");
  flags.Text("decisions-target", &config.decisions_target, "gRPC target of decisions");
  flags.Text("assignments-target", &config.assignments_target, "gRPC target of assignments");
  flags.Text("reporting-target", &config.reporting_target, "gRPC target of reporting");
}

absl::Status CheckListen(const std::string& listen) {
  if (absl::StartsWith(listen, "unix:") ? listen.size() > 5 : absl::StrContains(listen, ":")) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError("--listen: must be host:port or unix:/path, not '" + listen +
                                    "'");
}

absl::Status CheckLevel(const std::string& level) {
  for (const char* known : {"debug", "info", "warning", "error"}) {
    if (level == known) return absl::OkStatus();
  }
  return absl::InvalidArgumentError("--log-level: must be debug, info, warning or error, not '" +
                                    level + "'");
}

absl::Status CheckUrls(const ServiceConfig& config) {
  if (config.migrate_only && config.migrate_url.empty()) {
    return absl::InvalidArgumentError("--migrate-url: needed with --migrate-only");
  }
  return absl::OkStatus();
}

}  // namespace

void AddServiceFlags(Flags& flags, ServiceConfig& config) {
  AddListeners(flags, config);
  AddDatabase(flags, config);
  AddIdentity(flags, config);
  AddTimes(flags, config);
  AddTelemetry(flags, config);
  AddPeers(flags, config);
  flags.Bool("check-config", &config.check_config, "validate the settings and end");
  flags.Check([&config] { return CheckListen(config.listen); });
  flags.Check([&config] { return CheckLevel(config.log_level); });
  flags.Check([&config] { return CheckUrls(config); });
}

}  // namespace rezon::config
