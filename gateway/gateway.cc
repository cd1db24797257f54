#include "gateway/gateway.h"

#include <atomic>
#include <optional>
#include <thread>
#include <utility>

#include "gateway/api/context.h"
#include "gateway/api/site.h"
#include "gateway/auth/local_issuer.h"
#include "gateway/grpc/server.h"
#include "gateway/http/listen.h"
#include "gateway/http/server.h"
#include "services/platform/auth/signer.h"

namespace rezon::gateway {
namespace {

constexpr std::chrono::milliseconds kPoll{10};
constexpr int kPolls = 500;

absl::StatusOr<std::unique_ptr<LocalIssuer>> MakeIssuer(const GatewayOptions& options) {
  if (options.local_issuer_key.empty()) return nullptr;
  auto address = ParseListen(options.listen);
  if (!address.ok()) return address.status();
  if (!IsLoopback(*address)) {
    return absl::FailedPreconditionError(
        "the local issuer gives tokens to anybody: it must not listen on " + options.listen);
  }
  auto signer = auth::Signer::FromFile(options.local_issuer_key, options.issuer, options.audience);
  if (!signer.ok()) return signer.status();
  return std::make_unique<LocalIssuer>(*std::move(signer));
}

absl::Status LoadContracts(const GatewayOptions& options, ApiContext* api) {
  auto schema = Schema::FromFile(options.descriptors);
  if (!schema.ok()) return schema.status();
  api->schema = *std::move(schema);
  auto bindings = Bindings::Build(*api->schema);
  if (!bindings.ok()) return bindings.status();
  api->bindings = *std::move(bindings);
  for (const auto& binding : api->bindings->all()) {
    api->metrics.emplace(binding.get(), std::make_unique<RouteMetrics>(
                                            "http", binding->http_method + " " + binding->route));
  }
  for (const auto& [package, target] : options.targets) {
    if (!target.empty()) api->backends.Add(package, target);
  }
  api->limits = options.limits;
  return absl::OkStatus();
}

absl::Status MakeVerifier(const GatewayOptions& options, const LocalIssuer* issuer,
                          ApiContext* api) {
  auth::VerifierOptions keys;
  keys.jwks = options.jwks.empty() && issuer != nullptr ? issuer->Jwks() : options.jwks;
  keys.issuer = options.issuer;
  keys.audience = options.audience;
  auto verifier = auth::Verifier::Create(std::move(keys));
  if (!verifier.ok()) return verifier.status();
  api->verifier = *std::move(verifier);
  return absl::OkStatus();
}

}  // namespace

class Gateway::Impl {
 public:
  ~Impl() { Stop(std::chrono::milliseconds(0)); }

  absl::Status Start(const GatewayOptions& options) {
    auto issuer = MakeIssuer(options);
    if (!issuer.ok()) return issuer.status();
    if (auto status = LoadContracts(options, &api_); !status.ok()) return status;
    if (auto status = MakeVerifier(options, issuer->get(), &api_); !status.ok()) return status;
    std::optional<StaticFiles> files;
    if (!options.web_root.empty()) {
      auto opened = StaticFiles::Open(options.web_root);
      if (!opened.ok()) return opened.status();
      files = *std::move(opened);
    }
    site_ = std::make_unique<Site>(api_, *std::move(issuer), std::move(files),
                                   [this] { return NotReady(); });
    return Listen(options);
  }

  int http_port() const { return http_->port(); }
  int grpc_port() const { return grpc_ ? grpc_->port() : 0; }
  std::string NotReady() const { return draining_ ? "draining" : ""; }

  void Drain() {
    draining_ = true;
    if (grpc_) grpc_->Drain();
  }

  void Stop(std::chrono::milliseconds grace) {
    Drain();
    if (grpc_) grpc_->Stop(grace);
    if (http_) http_->Stop(grace);
    // Calls that were cancelled come back from gRPC within moments; they use what goes after this.
    for (int i = 0; i < kPolls && api_.calls.load() > 0; ++i) std::this_thread::sleep_for(kPoll);
  }

 private:
  absl::Status Listen(const GatewayOptions& options) {
    if (!options.grpc_listen.empty()) {
      auto grpc = GrpcServer::Start(api_, options.grpc_listen);
      if (!grpc.ok()) return grpc.status();
      grpc_ = *std::move(grpc);
    }
    HttpServerOptions http_options{options.listen, options.io_threads, options.limits};
    auto http = HttpServer::Start(std::move(http_options), [this](ExchangePtr exchange) {
      site_->Handle(std::move(exchange));
    });
    if (!http.ok()) return http.status();
    http_ = *std::move(http);
    return absl::OkStatus();
  }

  ApiContext api_;
  std::unique_ptr<Site> site_;
  std::unique_ptr<GrpcServer> grpc_;
  std::unique_ptr<HttpServer> http_;
  std::atomic<bool> draining_{false};
};

Gateway::Gateway(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Gateway::~Gateway() = default;

absl::StatusOr<std::unique_ptr<Gateway>> Gateway::Start(const GatewayOptions& options) {
  auto impl = std::make_unique<Impl>();
  if (auto status = impl->Start(options); !status.ok()) return status;
  return std::unique_ptr<Gateway>(new Gateway(std::move(impl)));
}

int Gateway::http_port() const { return impl_->http_port(); }
int Gateway::grpc_port() const { return impl_->grpc_port(); }
std::string Gateway::NotReady() const { return impl_->NotReady(); }
void Gateway::Drain() { impl_->Drain(); }
void Gateway::Stop(std::chrono::milliseconds grace) { impl_->Stop(grace); }

}  // namespace rezon::gateway
