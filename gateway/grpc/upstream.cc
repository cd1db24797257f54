#include "gateway/grpc/upstream.h"

#include <grpcpp/support/slice.h>

#include <vector>

#include "services/platform/errors/errors.h"
#include "services/platform/errors/grpc.h"

namespace rezon::gateway {
namespace {

constexpr absl::Duration kRetryAfter = absl::Seconds(1);
constexpr char kDomain[] = "rezon.gateway";

absl::Status InOurWords(const grpc::Status& status, std::string_view backend) {
  const std::string name(backend);
  switch (status.error_code()) {
    case grpc::StatusCode::UNAVAILABLE:
      return errors::Unavailable("BACKEND_UNAVAILABLE", "the service " + name + " does not answer",
                                 "Служба временно недоступна, повторите через несколько секунд.",
                                 kRetryAfter);
    case grpc::StatusCode::DEADLINE_EXCEEDED:
      return errors::DeadlineExceeded("the service " + name + " did not answer in time");
    case grpc::StatusCode::CANCELLED:
      return errors::Cancelled("the call was cancelled");
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
      return errors::ResourceExhausted("MESSAGE_TOO_LARGE", "a message is too large",
                                       "Сообщение слишком велико.");
    default:
      return errors::Internal("the service " + name + " answered " +
                              std::to_string(status.error_code()) + ": " + status.error_message());
  }
}

}  // namespace

void PrepareUpstream(const auth::Principal& caller, const trace::SpanContext& span,
                     std::chrono::system_clock::time_point deadline, grpc::ClientContext* context) {
  context->set_deadline(deadline);
  // A verified token is base64url and dots, so printable, as gRPC wants values.
  context->AddMetadata("authorization", "Bearer " + caller.token);
  if (const std::string traceparent = trace::FormatTraceparent(span); !traceparent.empty()) {
    context->AddMetadata("traceparent", traceparent);
    if (span.tracestate) context->AddMetadata("tracestate", *span.tracestate);
  }
}

absl::Status FromUpstream(const grpc::Status& status, std::string_view backend) {
  if (status.ok()) return absl::OkStatus();
  if (!status.error_details().empty()) return errors::FromGrpc(status);
  // One way out for all errors of our own: INTERNAL is masked and logged there.
  return errors::FromGrpc(errors::ToGrpc(InOurWords(status, backend), kDomain));
}

grpc::Status PassStatus(const grpc::Status& status, std::string_view backend) {
  if (status.ok() || !status.error_details().empty()) return status;
  return errors::ToGrpc(InOurWords(status, backend), kDomain);
}

grpc::ByteBuffer ToBuffer(std::string_view bytes) {
  grpc::Slice slice(bytes.data(), bytes.size());
  return grpc::ByteBuffer(&slice, 1);
}

bool ToString(const grpc::ByteBuffer& buffer, std::string* bytes) {
  grpc::Slice slice;
  if (buffer.TrySingleSlice(&slice).ok()) {
    bytes->assign(reinterpret_cast<const char*>(slice.begin()), slice.size());
    return true;
  }
  std::vector<grpc::Slice> slices;
  if (!buffer.Dump(&slices).ok()) return false;
  bytes->clear();
  bytes->reserve(buffer.Length());
  for (const auto& part : slices) {
    bytes->append(reinterpret_cast<const char*>(part.begin()), part.size());
  }
  return true;
}

}  // namespace rezon::gateway
