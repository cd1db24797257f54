#include "gateway/api/upload.h"

#include <utility>

#include "gateway/api/stream.h"
#include "gateway/api/unary.h"
#include "gateway/grpc/upstream.h"
#include "gateway/transcode/request.h"
#include "gateway/transcode/text.h"
#include "services/platform/errors/errors.h"

namespace rezon::gateway {

void UploadApiCall::Begin() {
  auto first = Build("");
  if (!first.ok()) return Fail(first.status());
  first_ = *std::move(first);
  content_type_ = std::string(exchange_->head().header("Content-Type"));
  if (!IsUtf8(content_type_)) content_type_.clear();
  ReadMore();
}

void UploadApiCall::ReadMore() {
  auto self = std::static_pointer_cast<UploadApiCall>(shared_from_this());
  exchange_->ReadChunk(api_.limits.upload_bytes,
                       [self](const absl::Status& status, const std::string& piece, bool last) {
                         self->GotPiece(status, piece, last);
                       });
}

void UploadApiCall::GotPiece(const absl::Status& status, const std::string& piece, bool last) {
  if (!status.ok()) {
    if (!called_) return Fail(status);
    failure_ = status;
    context_.TryCancel();
    return RemoveHold();
  }
  last_ = last;
  std::string message = std::exchange(first_, {});
  AppendChunk(binding_, called_ ? std::string_view() : std::string_view(content_type_), piece,
              &message);
  request_ = ToBuffer(message);
  if (!called_) Call();
  StartWrite(&request_);
}

void UploadApiCall::Call() {
  called_ = true;
  Prepare(api_.limits.long_call_time);
  self_ = shared_from_this();
  stub().PrepareBidiStreamingCall(&context_, binding_.rpc_path, grpc::StubOptions(), this);
  // While the client is read nothing of gRPC may be under way, yet the call must not be done.
  AddHold();
  StartRead(&response_);
  StartCall();
}

void UploadApiCall::OnWriteDone(bool ok) {
  if (!ok) return RemoveHold();
  if (!last_) return ReadMore();
  StartWritesDone();
  RemoveHold();
}

void UploadApiCall::OnReadDone(bool ok) { answered_ = ok; }

void UploadApiCall::OnDone(const grpc::Status& grpc_status) {
  auto self = std::move(self_);
  const absl::Status received = Received(grpc_status);
  if (!failure_.ok()) return Fail(failure_);
  if (!received.ok()) return Fail(received);
  std::string bytes;
  if (!answered_ || !ToString(response_, &bytes)) {
    return Fail(errors::Internal("an upload was answered without a message"));
  }
  auto rendered = RenderResponse(*api_.schema, binding_, bytes);
  if (!rendered.ok()) return Fail(rendered.status());
  Succeed(*std::move(rendered));
}

std::shared_ptr<ApiCall> MakeCall(ApiContext& api, ExchangePtr exchange, const Binding& binding,
                                  std::vector<std::string> path_values) {
  switch (binding.kind) {
    case Binding::Kind::kUpload:
      return std::make_shared<UploadApiCall>(api, std::move(exchange), binding,
                                             std::move(path_values));
    case Binding::Kind::kServerStream:
      return std::make_shared<StreamApiCall>(api, std::move(exchange), binding,
                                             std::move(path_values));
    default:
      return std::make_shared<UnaryApiCall>(api, std::move(exchange), binding,
                                            std::move(path_values));
  }
}

}  // namespace rezon::gateway
