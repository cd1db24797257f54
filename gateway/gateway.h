#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "gateway/limits/limits.h"

namespace rezon::gateway {

// What a gateway is told; see main.cc for the flags.
struct GatewayOptions {
  // HTTP, "host:port" or "unix:/path".
  std::string listen = "127.0.0.1:8080";
  // gRPC, the same forms; empty offers none.
  std::string grpc_listen;
  // Descriptor set of the contracts.
  std::string descriptors;
  // Built web UI; empty serves none.
  std::string web_root;
  // Keys of the token issuer: a file or a URL. Empty takes the local issuer's own.
  std::string jwks;
  std::string issuer = "rezon-local";
  std::string audience = "rezon";
  // Private key of the local issuer in PEM; empty: there is none.
  std::string local_issuer_key;
  // gRPC targets by proto package, such as "rezon.decisions.v1"; empty targets are left out.
  std::vector<std::pair<std::string, std::string>> targets;
  int io_threads = 2;
  Limits limits;
};

// The whole gateway but for the process around it: HTTP and gRPC doors over the same contracts.
class Gateway {
 public:
  // INVALID_ARGUMENT or FAILED_PRECONDITION for settings that cannot work, such as a local issuer
  // that others could reach; UNAVAILABLE when an address is taken.
  static absl::StatusOr<std::unique_ptr<Gateway>> Start(const GatewayOptions& options);
  ~Gateway();
  // Ports really bound; 0 for unix sockets and doors that are not offered.
  int http_port() const;
  int grpc_port() const;
  // Why the gateway is not ready, or nothing.
  std::string NotReady() const;
  // Stops being ready, but serves on.
  void Drain();
  // Ends calls within `grace`. Idempotent.
  void Stop(std::chrono::milliseconds grace);

 private:
  class Impl;
  explicit Gateway(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rezon::gateway
