#include "services/platform/server/client.h"

#include <algorithm>

#include "services/platform/errors/grpc.h"

namespace rezon::server {
namespace {

constexpr int kMetadataBytes = 64 * 1024;
constexpr int kReceiveBytes = 16 * 1024 * 1024;
constexpr absl::Duration kMargin = absl::Milliseconds(20);

// No `timeout` here: in gRPC 1.51 it fails calls at once (anchors.md §7).
constexpr char kServiceConfig[] = R"({
  "loadBalancingConfig": [{"round_robin": {}}],
  "retryThrottling": {"maxTokens": 100, "tokenRatio": 0.1},
  "methodConfig": [{"name": [{}], "retryPolicy": {
    "maxAttempts": 3, "initialBackoff": "0.05s", "maxBackoff": "1s", "backoffMultiplier": 2,
    "retryableStatusCodes": ["UNAVAILABLE"]}}]})";

// gRPC ends the process on a header value that is not printable ASCII.
bool Printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c <= 0x7e; });
}

}  // namespace

std::shared_ptr<grpc::Channel> MakeChannel(const std::string& target) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_MAX_METADATA_SIZE, kMetadataBytes);
  arguments.SetMaxReceiveMessageSize(kReceiveBytes);
  arguments.SetServiceConfigJSON(kServiceConfig);
  // A peer that restarts is found again quickly.
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 100);
  // In gRPC this is also how long one attempt to connect may take: short enough to leave a peer
  // that swallows packets, long enough for one on a busy machine.
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 5000);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 5000);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 60000);
  return grpc::CreateCustomChannel(target, grpc::InsecureChannelCredentials(), arguments);
}

void PrepareClient(const CallContext& call, const trace::Span& span, absl::Duration budget,
                   grpc::ClientContext& context) {
  const absl::Time deadline = std::min(absl::Now() + budget, call.deadline() - kMargin);
  context.set_deadline(absl::ToChronoTime(deadline));
  const std::string traceparent = trace::FormatTraceparent(span.context());
  if (!traceparent.empty()) context.AddMetadata("traceparent", traceparent);
  if (span.context().tracestate) context.AddMetadata("tracestate", *span.context().tracestate);
  if (const auto& principal = call.shared_principal();
      principal && !principal->token.empty() && Printable(principal->token)) {
    context.AddMetadata("authorization", "Bearer " + principal->token);
  }
}

absl::Status FinishClient(trace::Span& span, const grpc::Status& status) {
  if (span.sampled()) {
    span.Set("rpc.system", "grpc");
    span.Set("rpc.grpc.status_code", static_cast<int>(status.error_code()));
    if (!status.ok()) span.SetError(status.error_message());
  }
  span.End();
  return errors::FromGrpc(status);
}

}  // namespace rezon::server
