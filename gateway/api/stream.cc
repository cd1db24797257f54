#include "gateway/api/stream.h"

#include <utility>

#include "gateway/api/unary.h"
#include "gateway/grpc/upstream.h"
#include "services/platform/errors/errors.h"
#include "services/platform/errors/grpc.h"

namespace rezon::gateway {

void StreamApiCall::Begin() {
  if (auto status = CheckContentType(exchange_->head()); !status.ok()) return Fail(status);
  auto self = std::static_pointer_cast<StreamApiCall>(shared_from_this());
  exchange_->ReadBody(api_.limits.json_bytes,
                      [self](const absl::Status& status, const std::string& body) {
                        if (!status.ok()) return self->Fail(status);
                        self->Call(body);
                      });
}

void StreamApiCall::Call(std::string_view body) {
  auto request = Build(body);
  if (!request.ok()) return Fail(request.status());
  request_ = ToBuffer(*request);
  Prepare(api_.limits.long_call_time);
  self_ = shared_from_this();
  stub().PrepareBidiStreamingCall(&context_, binding_.rpc_path, grpc::StubOptions(), this);
  // Between two reads nothing of gRPC is under way, yet the call must not be done.
  AddHold();
  StartWriteLast(&request_, grpc::WriteOptions());
  StartRead(&response_);
  StartCall();
}

absl::StatusOr<std::string> StreamApiCall::Piece() {
  std::string bytes;
  if (!ToString(response_, &bytes)) return errors::Internal("an answer cannot be read");
  auto rendered = RenderResponse(*api_.schema, binding_, bytes);
  if (!rendered.ok()) return rendered.status();
  if (!binding_.raw_response) rendered->body += '\n';
  return std::move(rendered->body);
}

void StreamApiCall::OnReadDone(bool ok) {
  if (!ok) return RemoveHold();
  auto piece = Piece();
  if (!piece.ok()) {
    failure_ = errors::FromGrpc(errors::ToGrpc(piece.status(), "rezon.gateway"));
    context_.TryCancel();
    return StartRead(&response_);
  }
  if (!std::exchange(streaming_, true)) Stream();
  exchange_->WriteChunk(*std::move(piece), [this](bool written) {
    if (!written) context_.TryCancel();
    StartRead(&response_);
  });
}

void StreamApiCall::OnDone(const grpc::Status& grpc_status) {
  // The last owner may be this very call.
  auto self = std::move(self_);
  const absl::Status received = Received(grpc_status);
  const absl::Status status = failure_.ok() ? received : failure_;
  if (!streaming_ && !status.ok()) return Fail(status);
  if (!std::exchange(streaming_, true)) Stream();
  if (status.ok()) return EndStream(status);
  exchange_->WriteChunk(ErrorLine(status) + "\n", [self, status](bool) {
    static_cast<StreamApiCall*>(self.get())->EndStream(status);
  });
}

}  // namespace rezon::gateway
