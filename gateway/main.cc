#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <thread>

#include "absl/time/time.h"
#include "gateway/gateway.h"
#include "services/platform/config/flags.h"
#include "services/platform/log/grpc.h"
#include "services/platform/log/log.h"
#include "services/platform/metrics/admin.h"
#include "services/platform/trace/otlp.h"
#include "services/platform/tuning/tuning.h"

namespace {

using rezon::gateway::Gateway;
using rezon::gateway::GatewayOptions;

constexpr std::chrono::seconds kFlush(3);

struct Settings {
  GatewayOptions gateway;
  std::string admin_listen = "127.0.0.1:0";
  std::string registry_target;
  std::string decisions_target;
  std::string assignments_target;
  std::string reporting_target;
  std::string otlp_endpoint;
  double trace_ratio = 1.0;
  std::string log_level = "info";
  absl::Duration drain = absl::ZeroDuration();
  absl::Duration shutdown_grace = absl::Seconds(10);
  absl::Duration call_time = absl::Seconds(30);
  absl::Duration long_call_time = absl::Minutes(10);
  int upload_mib = 32;
  int json_kib = 3072;
  int connections = 4096;
  int calls = 4096;
  bool check_config = false;
};

void AddDoorFlags(rezon::config::Flags& flags, Settings& s) {
  flags.Text("listen", &s.gateway.listen, "HTTP: host:port or unix:/path");
  flags.Text("grpc-listen", &s.gateway.grpc_listen,
             "gRPC: host:port or unix:path; empty offers none");
  flags.Text("admin-listen", &s.admin_listen,
             "host:port of /livez, /readyz and /metrics; empty offers none");
  flags.Text("descriptors", &s.gateway.descriptors, "descriptor set of the contracts");
  flags.Text("web-root", &s.gateway.web_root, "folder of the built web UI; empty serves none");
  flags.Text("registry-target", &s.registry_target, "gRPC target of registry");
  flags.Text("decisions-target", &s.decisions_target, "gRPC target of decisions");
  flags.Text("assignments-target", &s.assignments_target, "gRPC target of assignments");
  flags.Text("reporting-target", &s.reporting_target, "gRPC target of reporting");
}

void AddTokenFlags(rezon::config::Flags& flags, Settings& s) {
  flags.Text("jwks", &s.gateway.jwks,
             "keys of the token issuer: a file or a URL; empty takes the local issuer's");
  flags.Text("issuer", &s.gateway.issuer, "required claim iss");
  flags.Text("audience", &s.gateway.audience, "required claim aud");
  flags.Text("local-issuer-key", &s.gateway.local_issuer_key,
             "Ed25519 key in PEM of the issuer of a local run; loopback only");
}

void AddRunFlags(rezon::config::Flags& flags, Settings& s) {
  flags.Int("io-threads", &s.gateway.io_threads, 1, 256, "threads of the HTTP event loop");
  flags.Int("max-upload-mib", &s.upload_mib, 1, 4096, "largest uploaded file, MiB");
  flags.Int("max-json-kib", &s.json_kib, 1, 3900, "largest JSON body, KiB");
  flags.Int("max-connections", &s.connections, 1, 1 << 20, "open HTTP connections");
  flags.Int("max-calls", &s.calls, 1, 1 << 20, "API calls under way");
  flags.Seconds("call-seconds", &s.call_time, 1, 3600, "deadline of an ordinary call");
  flags.Seconds("long-call-seconds", &s.long_call_time, 1, 86400,
                "deadline of uploads and streams");
  flags.Seconds("drain-seconds", &s.drain, 0, 600, "time between not ready and the end");
  flags.Seconds("shutdown-grace-seconds", &s.shutdown_grace, 0, 600,
                "time that calls under way get at the end");
  flags.Text("otlp-endpoint", &s.otlp_endpoint, "OTLP/gRPC collector; empty exports nothing");
  flags.Real("trace-ratio", &s.trace_ratio, 0, 1, "share of new traces that are sampled");
  flags.Text("log-level", &s.log_level, "debug, info, warning or error");
  flags.Bool("check-config", &s.check_config, "print the settings and exit");
}

absl::Status CheckSettings(const Settings& s) {
  if (s.gateway.descriptors.empty()) return absl::InvalidArgumentError("--descriptors is required");
  if (s.gateway.jwks.empty() && s.gateway.local_issuer_key.empty()) {
    return absl::InvalidArgumentError("one of --jwks and --local-issuer-key is required");
  }
  return absl::OkStatus();
}

void Complete(Settings& s) {
  s.gateway.targets = {{"rezon.registry.v1", s.registry_target},
                       {"rezon.decisions.v1", s.decisions_target},
                       {"rezon.assignments.v1", s.assignments_target},
                       {"rezon.reporting.v1", s.reporting_target}};
  auto& limits = s.gateway.limits;
  limits.upload_bytes = static_cast<uint64_t>(s.upload_mib) << 20;
  limits.json_bytes = static_cast<uint64_t>(s.json_kib) << 10;
  limits.connections = static_cast<size_t>(s.connections);
  limits.calls = static_cast<size_t>(s.calls);
  limits.call_time = absl::ToChronoMilliseconds(s.call_time);
  limits.long_call_time = absl::ToChronoMilliseconds(s.long_call_time);
}

sigset_t StopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

void WaitForSignal() {
  const sigset_t signals = StopSignals();
  int signal = 0;
  while (sigwait(&signals, &signal) != 0) {
  }
}

// Each client is a descriptor; the usual soft limit of 1024 is for programs that use select().
void RaiseDescriptorLimit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

int Serve(const Settings& s) {
  namespace log = rezon::log;
  rezon::trace::OtlpOptions tracing;
  tracing.service = "rezon-gateway";
  tracing.endpoint = s.otlp_endpoint;
  tracing.tracer.ratio = s.trace_ratio;
  rezon::trace::StartOtlp(rezon::trace::OtlpFromEnvironment(std::move(tracing)));
  auto gateway = Gateway::Start(s.gateway);
  if (!gateway.ok()) {
    log::Error("cannot start", {{"error", gateway.status().ToString()}});
    return 1;
  }
  std::unique_ptr<rezon::metrics::AdminServer> admin;
  if (!s.admin_listen.empty()) {
    auto started = rezon::metrics::AdminServer::Start(
        s.admin_listen, [&gateway] { return (*gateway)->NotReady(); });
    if (!started.ok()) {
      log::Error("cannot start", {{"error", started.status().ToString()}});
      return 1;
    }
    admin = *std::move(started);
  }
  log::Info("serving", {{"listen", s.gateway.listen},
                        {"http_port", (*gateway)->http_port()},
                        {"grpc_port", (*gateway)->grpc_port()},
                        {"admin_port", admin ? admin->port() : 0}});
  WaitForSignal();
  log::Info("draining");
  std::thread([] {
    WaitForSignal();
    _exit(1);
  }).detach();
  (*gateway)->Drain();
  // Endpoints outlive readiness by a probe period: keep serving meanwhile.
  std::this_thread::sleep_for(absl::ToChronoMilliseconds(s.drain));
  (*gateway)->Stop(absl::ToChronoMilliseconds(s.shutdown_grace));
  admin.reset();
  rezon::trace::StopTracer(kFlush);
  log::Info("stopped");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Settings settings;
  rezon::config::Flags flags("rezon-gateway",
                             "The door of Rezon: JSON over HTTP, gRPC, and the web UI.");
  AddDoorFlags(flags, settings);
  AddTokenFlags(flags, settings);
  AddRunFlags(flags, settings);
  flags.Check([&settings] { return CheckSettings(settings); });
  const absl::Status parsed = flags.Parse(argc, argv);
  if (flags.help_asked()) {
    std::fputs(flags.Help().c_str(), stdout);
    return 0;
  }
  if (!parsed.ok()) {
    std::fprintf(stderr, "%s\n", std::string(parsed.message()).c_str());
    return 2;
  }
  if (settings.check_config) {
    std::printf("%s\n", flags.Describe().c_str());
    return 0;
  }
  Complete(settings);
  // Before the first thread, so that all inherit the mask and only sigwait sees the signals.
  const sigset_t signals = StopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  RaiseDescriptorLimit();
  rezon::tuning::TuneProcess();
  rezon::log::Init("gateway", settings.log_level);
  rezon::log::RouteGrpc();
  rezon::log::Info("settings", {{"settings", flags.Describe()}});
  return Serve(settings);
}
