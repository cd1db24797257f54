#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "services/platform/auth/verifier.h"
#include "services/platform/metrics/admin.h"
#include "services/platform/server/run.h"

namespace grpc {
class Server;
}

namespace rezon::server {

// One service being served: everything between a finished configuration and the last flush. Used by
// Run and by TestServer.
class Process final : public Runtime {
 public:
  static absl::StatusOr<std::unique_ptr<Process>> Start(
      const Spec& spec, const config::ServiceConfig& config,
      std::shared_ptr<const auth::Principal> principal);
  ~Process() override;

  // The drain of anchors.md §9, steps 1 to 4 and 6; flushing spans is the caller's. Idempotent.
  void Stop();
  // Addresses really bound, comma-separated.
  const std::string& target() const { return target_; }
  int admin_port() const { return admin_ ? admin_->port() : 0; }

  const std::string& service() const override { return service_; }
  const config::ServiceConfig& config() const override { return config_; }
  Executor& executor() override { return *executor_; }
  absl::StatusOr<std::shared_ptr<const auth::Principal>> Authenticate(
      std::string_view authorization) override;
  void Serve(grpc::Service* service, std::string_view full_name) override;
  void AddReadyCheck(std::string name, std::function<std::string()> check) override;
  void OnDrain(std::function<void()> hook) override;
  void OnStop(std::function<void()> hook) override;
  std::shared_ptr<grpc::Channel> ChannelTo(const std::string& target) override;

 private:
  Process(std::string service, const config::ServiceConfig& config,
          std::shared_ptr<const auth::Principal> principal);
  absl::Status MakeVerifier();
  absl::Status Listen();
  absl::Status StartAdmin();
  // One line for each failing check; empty when ready.
  std::string NotReady() const;
  // Once a second: health by readiness, gauges of the executor and the tracer.
  void Watch();
  void ShowHealth();
  void ShowGauges();

  const std::string service_;
  const config::ServiceConfig config_;
  const std::shared_ptr<const auth::Principal> principal_;
  std::unique_ptr<auth::Verifier> verifier_;
  std::unique_ptr<Executor> executor_;
  std::vector<std::pair<grpc::Service*, std::string>> served_;
  std::vector<std::pair<std::string, std::function<std::string()>>> checks_;
  std::vector<std::function<void()>> drain_hooks_;
  std::vector<std::function<void()>> stop_hooks_;
  std::mutex channels_mutex_;
  std::map<std::string, std::shared_ptr<grpc::Channel>> channels_;
  std::unique_ptr<Application> application_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<metrics::AdminServer> admin_;
  std::string target_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  // Guarded by mutex_.
  bool draining_ = false;
  bool stopped_ = false;
  std::thread watcher_;
};

}  // namespace rezon::server
