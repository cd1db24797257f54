#include "gateway/grpc/server.h"

#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <utility>

#include "absl/strings/match.h"
#include "gateway/grpc/proxy.h"

namespace rezon::gateway {
namespace {
constexpr int kServerMetadataBytes = 64 * 1024;
constexpr int kPingMilliseconds = 10'000;
}  // namespace

class GrpcServer::Impl {
 public:
  explicit Impl(ApiContext& api) : proxy_(api) {}

  absl::Status Start(ApiContext& api, const std::string& listen) {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::ServerBuilder builder;
    builder.AddListeningPort(listen, grpc::InsecureServerCredentials(), &port_);
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kServerMetadataBytes);
    builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
                               kPingMilliseconds);
    builder.RegisterCallbackGenericService(&proxy_);
    server_ = builder.BuildAndStart();
    if (!server_ || (port_ == 0 && !absl::StartsWith(listen, "unix:"))) {
      return absl::UnavailableError("cannot listen for gRPC on " + listen);
    }
    for (const auto* service : api.schema->services()) {
      if (api.backends.Find(service->file()->package()) != nullptr) {
        server_->GetHealthCheckService()->SetServingStatus(service->full_name(), true);
      }
    }
    return absl::OkStatus();
  }

  int port() const { return port_; }
  void Drain() {
    if (server_) server_->GetHealthCheckService()->SetServingStatus(false);
  }
  void Stop(std::chrono::milliseconds grace) {
    if (!server_) return;
    server_->Shutdown(std::chrono::system_clock::now() + grace);
    server_->Wait();
    server_.reset();
  }

 private:
  Proxy proxy_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

GrpcServer::GrpcServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
GrpcServer::~GrpcServer() { Stop(std::chrono::milliseconds(0)); }

absl::StatusOr<std::unique_ptr<GrpcServer>> GrpcServer::Start(ApiContext& api,
                                                              const std::string& listen) {
  auto impl = std::make_unique<Impl>(api);
  if (auto status = impl->Start(api, listen); !status.ok()) return status;
  return std::unique_ptr<GrpcServer>(new GrpcServer(std::move(impl)));
}

int GrpcServer::port() const { return impl_->port(); }
void GrpcServer::Drain() { impl_->Drain(); }
void GrpcServer::Stop(std::chrono::milliseconds grace) { impl_->Stop(grace); }

}  // namespace rezon::gateway
