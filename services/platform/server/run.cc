#include "services/platform/server/run.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <thread>

#include "services/platform/log/grpc.h"
#include "services/platform/log/log.h"
#include "services/platform/server/process.h"
#include "services/platform/trace/otlp.h"
#include "services/platform/tuning/tuning.h"

namespace rezon::server {
namespace {

constexpr std::chrono::seconds kFlush(3);

sigset_t StopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

// Before the first thread, so that all inherit the mask and only sigwait sees the signals.
void BlockSignals() {
  const sigset_t signals = StopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

int WaitForSignal() {
  const sigset_t signals = StopSignals();
  int signal = 0;
  while (sigwait(&signals, &signal) != 0) {
  }
  return signal;
}

void StartTracing(const std::string& service, const config::ServiceConfig& config) {
  trace::OtlpOptions options;
  options.service = "rezon-" + service;
  options.endpoint = config.otlp_endpoint;
  options.tracer.ratio = config.trace_ratio;
  trace::StartOtlp(trace::OtlpFromEnvironment(std::move(options)));
}

int Migrate(const Spec& spec, const config::ServiceConfig& config) {
  const absl::Status status = spec.migrate ? spec.migrate(config) : absl::OkStatus();
  if (status.ok()) {
    log::Info("schema is up to date");
    return 0;
  }
  log::Error("migration failed", {{"error", status.ToString()}});
  return 1;
}

int ServeUntilSignal(const Spec& spec, const config::ServiceConfig& config) {
  StartTracing(spec.service, config);
  auto process = Process::Start(spec, config, nullptr);
  if (!process.ok()) {
    log::Error("cannot start", {{"error", process.status().ToString()}});
    trace::StopTracer(std::chrono::milliseconds(0));
    return 1;
  }
  log::Info("serving",
            {{"listen", (*process)->target()}, {"admin_port", (*process)->admin_port()}});
  const int signal = WaitForSignal();
  log::Info("draining", {{"signal", signal}});
  std::thread([] {
    WaitForSignal();
    _exit(1);
  }).detach();
  (*process)->Stop();
  trace::StopTracer(kFlush);
  process->reset();
  log::Info("stopped");
  return 0;
}

}  // namespace

int Run(const Spec& spec, int argc, const char* const* argv) {
  config::ServiceConfig config;
  config::Flags flags("rezon-" + spec.service, spec.summary);
  config::AddServiceFlags(flags, config);
  if (spec.add_flags) spec.add_flags(flags);
  const absl::Status parsed = flags.Parse(argc, argv);
  if (flags.help_asked()) {
    std::fputs(flags.Help().c_str(), stdout);
    return 0;
  }
  if (!parsed.ok()) {
    std::fprintf(stderr, "%s\n", std::string(parsed.message()).c_str());
    return 2;
  }
  if (config.check_config) {
    std::printf("%s\n", flags.Describe().c_str());
    return 0;
  }
  BlockSignals();
  tuning::TuneProcess();
  log::Init(spec.service, config.log_level);
  log::RouteGrpc();
  log::Info("settings", {{"settings", flags.Describe()}});
  return config.migrate_only ? Migrate(spec, config) : ServeUntilSignal(spec, config);
}

}  // namespace rezon::server
