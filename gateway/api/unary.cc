#include "gateway/api/unary.h"

#include <utility>

#include "absl/strings/match.h"
#include "gateway/grpc/upstream.h"
#include "services/platform/errors/errors.h"

namespace rezon::gateway {

absl::Status CheckContentType(const RequestHead& head) {
  const std::string_view type = head.header("Content-Type");
  const absl::string_view view(type.data(), type.size());
  if (type.empty() ||
      absl::EqualsIgnoreCase(view.substr(0, view.find_first_of("; ")), "application/json")) {
    return absl::OkStatus();
  }
  return errors::InvalidArgument("CONTENT_TYPE_REFUSED", "the body must be application/json",
                                 "Тело запроса должно быть в формате JSON.");
}

void UnaryApiCall::Begin() {
  if (exchange_->head().content_length() == 0) return Call("");
  if (auto status = CheckContentType(exchange_->head()); !status.ok()) return Fail(status);
  auto self = std::static_pointer_cast<UnaryApiCall>(shared_from_this());
  exchange_->ReadBody(api_.limits.json_bytes,
                      [self](const absl::Status& status, const std::string& body) {
                        if (!status.ok()) return self->Fail(status);
                        self->Call(body);
                      });
}

void UnaryApiCall::Call(std::string_view body) {
  auto request = Build(body);
  if (!request.ok()) return Fail(request.status());
  request_ = ToBuffer(*request);
  Prepare(api_.limits.call_time);
  auto self = std::static_pointer_cast<UnaryApiCall>(shared_from_this());
  stub().UnaryCall(&context_, binding_.rpc_path, grpc::StubOptions(), &request_, &response_,
                   [self](const grpc::Status& status) { self->Done(status); });
}

void UnaryApiCall::Done(const grpc::Status& status) {
  if (auto received = Received(status); !received.ok()) return Fail(received);
  std::string bytes;
  if (!ToString(response_, &bytes)) return Fail(errors::Internal("an answer cannot be read"));
  auto rendered = RenderResponse(*api_.schema, binding_, bytes);
  if (!rendered.ok()) return Fail(rendered.status());
  Succeed(*std::move(rendered));
}

}  // namespace rezon::gateway
