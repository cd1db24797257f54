#include "gateway/grpc/backends.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/support/channel_arguments.h>

#include <utility>

namespace rezon::gateway {
namespace {

constexpr int kMetadataBytes = 64 * 1024;
// Downloads come in one message.
constexpr int kReceiveBytes = 64 * 1024 * 1024;

// "decisions" of "rezon.decisions.v1".
std::string ShortName(const std::string& package) {
  const size_t begin = package.find('.') + 1;
  return package.substr(begin, package.find('.', begin) - begin);
}

}  // namespace

void Backends::Add(std::string package, const std::string& target) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_MAX_METADATA_SIZE, kMetadataBytes);
  arguments.SetMaxReceiveMessageSize(kReceiveBytes);
  arguments.SetLoadBalancingPolicyName("round_robin");
  arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 100);
  // In gRPC this is also how long one attempt to connect may take: short enough to leave a peer
  // that swallows packets, long enough for one on a busy machine.
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 5000);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 2000);
  Backend backend;
  backend.name = ShortName(package);
  backend.channel =
      grpc::CreateCustomChannel(target, grpc::InsecureChannelCredentials(), arguments);
  backend.stub = std::make_unique<grpc::GenericStub>(backend.channel);
  by_package_.insert_or_assign(std::move(package), std::move(backend));
}

const Backend* Backends::Find(std::string_view package) const {
  auto it = by_package_.find(package);
  return it == by_package_.end() ? nullptr : &it->second;
}

std::vector<std::string> Backends::packages() const {
  std::vector<std::string> names;
  for (const auto& [package, backend] : by_package_) names.push_back(package);
  return names;
}

}  // namespace rezon::gateway
