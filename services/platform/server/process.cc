#include "services/platform/server/process.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/impl/server_builder_option.h>
#include <grpcpp/impl/server_builder_plugin.h>

#include <chrono>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/platform/log/log.h"
#include "services/platform/metrics/metrics.h"
#include "services/platform/server/client.h"
#include "services/platform/trace/tracer.h"

namespace rezon::server {
namespace {

constexpr int kMaxConnectionAgeMs = 5 * 60 * 1000;
constexpr int kMinPingIntervalMs = 10 * 1000;
constexpr int kMetadataBytes = 64 * 1024;
constexpr std::chrono::seconds kWatchInterval(1);

// gRPC's reflection library adds itself to every server of a process that links it, so a server
// that is not to offer it takes it out again.
class WithoutReflection : public grpc::ServerBuilderOption {
 public:
  void UpdateArguments(grpc::ChannelArguments*) override {}
  void UpdatePlugins(std::vector<std::unique_ptr<grpc::ServerBuilderPlugin>>* plugins) override {
    std::erase_if(*plugins,
                  [](const auto& plugin) { return plugin->name() == "proto_server_reflection"; });
  }
};

void Configure(grpc::ServerBuilder& builder, const config::ServiceConfig& config) {
  // A second process on the same port must fail, not share it without a word.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kMetadataBytes);
  // New pods are found when clients resolve again, so connections age out.
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_MS, kMaxConnectionAgeMs);
  builder.AddChannelArgument(
      GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS,
      static_cast<int>(absl::ToInt64Milliseconds(config.deadline_cap + absl::Seconds(5))));
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
                             kMinPingIntervalMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  builder.SetMaxReceiveMessageSize(config.max_receive_mib * 1024 * 1024);
}

// "host:0" with the port that was taken.
std::string Bound(const std::string& address, int port) {
  if (absl::StartsWith(address, "unix:")) return address;
  return address.substr(0, address.rfind(':') + 1) + std::to_string(port);
}

}  // namespace

Process::Process(std::string service, const config::ServiceConfig& config,
                 std::shared_ptr<const auth::Principal> principal)
    : service_(std::move(service)),
      config_(config),
      principal_(std::move(principal)),
      executor_(std::make_unique<Executor>(config.pool_size, config.queue_size)) {}

absl::StatusOr<std::unique_ptr<Process>> Process::Start(
    const Spec& spec, const config::ServiceConfig& config,
    std::shared_ptr<const auth::Principal> principal) {
  std::unique_ptr<Process> process(new Process(spec.service, config, std::move(principal)));
  if (!process->principal_) {
    if (absl::Status status = process->MakeVerifier(); !status.ok()) return status;
  }
  auto application = spec.build(*process);
  if (!application.ok()) return application.status();
  process->application_ = *std::move(application);
  if (absl::Status status = process->Listen(); !status.ok()) return status;
  if (absl::Status status = process->StartAdmin(); !status.ok()) return status;
  process->ShowHealth();
  process->watcher_ = std::thread([raw = process.get()] { raw->Watch(); });
  return process;
}

Process::~Process() { Stop(); }

absl::Status Process::MakeVerifier() {
  auth::VerifierOptions options;
  options.jwks = config_.jwks;
  options.issuer = config_.issuer;
  options.audience = config_.audience;
  auto verifier = auth::Verifier::Create(std::move(options));
  if (!verifier.ok()) return verifier.status();
  verifier_ = *std::move(verifier);
  return absl::OkStatus();
}

absl::Status Process::Listen() {
  grpc::EnableDefaultHealthCheckService(true);
  if (config_.reflection) grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  grpc::ServerBuilder builder;
  Configure(builder, config_);
  if (!config_.reflection) builder.SetOption(std::make_unique<WithoutReflection>());
  const std::vector<std::string> addresses = absl::StrSplit(config_.listen, ',');
  std::vector<int> ports(addresses.size(), 0);
  for (size_t i = 0; i < addresses.size(); ++i) {
    builder.AddListeningPort(addresses[i], grpc::InsecureServerCredentials(), &ports[i]);
  }
  for (const auto& [service, name] : served_) builder.RegisterService(service);
  server_ = builder.BuildAndStart();
  for (size_t i = 0; i < addresses.size(); ++i) {
    if (server_ == nullptr || ports[i] == 0) {
      return absl::UnavailableError("cannot listen on " + addresses[i]);
    }
    target_ += (i > 0 ? "," : "") + Bound(addresses[i], ports[i]);
  }
  return absl::OkStatus();
}

absl::Status Process::StartAdmin() {
  if (config_.admin_listen.empty()) return absl::OkStatus();
  auto admin = metrics::AdminServer::Start(config_.admin_listen, [this] { return NotReady(); });
  if (!admin.ok()) return admin.status();
  admin_ = *std::move(admin);
  return absl::OkStatus();
}

absl::StatusOr<std::shared_ptr<const auth::Principal>> Process::Authenticate(
    std::string_view authorization) {
  if (principal_) return principal_;
  return verifier_->VerifyHeader(authorization);
}

void Process::Serve(grpc::Service* service, std::string_view full_name) {
  served_.emplace_back(service, full_name);
}

void Process::AddReadyCheck(std::string name, std::function<std::string()> check) {
  checks_.emplace_back(std::move(name), std::move(check));
}

void Process::OnDrain(std::function<void()> hook) { drain_hooks_.push_back(std::move(hook)); }

void Process::OnStop(std::function<void()> hook) { stop_hooks_.push_back(std::move(hook)); }

std::shared_ptr<grpc::Channel> Process::ChannelTo(const std::string& target) {
  std::lock_guard lock(channels_mutex_);
  auto& channel = channels_[target];
  if (!channel) channel = MakeChannel(target);
  return channel;
}

std::string Process::NotReady() const {
  {
    std::lock_guard lock(mutex_);
    if (draining_) return "draining\n";
  }
  std::string lines;
  for (const auto& [name, check] : checks_) {
    const std::string why = check();
    if (!why.empty()) lines.append(name).append(": ").append(why).append("\n");
  }
  return lines;
}

void Process::ShowHealth() {
  const bool ready = NotReady().empty();
  auto* health = server_->GetHealthCheckService();
  for (const auto& [service, name] : served_) health->SetServingStatus(name, ready);
}

void Process::ShowGauges() {
  static auto& queue =
      metrics::Gauges("rezon_executor_queue", "Calls waiting for a worker").Add({});
  static auto& spans = metrics::Gauges("rezon_trace_spans", "Spans since the start, by fate");
  static auto& dropped = spans.Add({{"fate", "dropped"}});
  static auto& failed = spans.Add({{"fate", "failed"}});
  static auto& sent = spans.Add({{"fate", "sent"}});
  const trace::TracerStats stats = trace::GetTracerStats();
  queue.Set(static_cast<double>(executor_->queued()));
  dropped.Set(static_cast<double>(stats.dropped));
  failed.Set(static_cast<double>(stats.failed));
  sent.Set(static_cast<double>(stats.sent));
}

void Process::Watch() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, kWatchInterval, [this] { return draining_; })) {
    lock.unlock();
    ShowHealth();
    ShowGauges();
    lock.lock();
  }
}

void Process::Stop() {
  {
    std::lock_guard lock(mutex_);
    if (stopped_) return;
    stopped_ = true;
    draining_ = true;
    wake_.notify_all();
  }
  if (watcher_.joinable()) watcher_.join();
  if (server_) {
    ShowHealth();
    std::this_thread::sleep_for(absl::ToChronoMilliseconds(config_.drain));
  }
  for (const auto& hook : drain_hooks_) hook();
  if (server_) {
    server_->Shutdown(std::chrono::system_clock::now() +
                      absl::ToChronoMilliseconds(config_.shutdown_grace));
  }
  executor_->Stop();
  for (auto hook = stop_hooks_.rbegin(); hook != stop_hooks_.rend(); ++hook) (*hook)();
  admin_.reset();
  server_.reset();
  application_.reset();
}

}  // namespace rezon::server
