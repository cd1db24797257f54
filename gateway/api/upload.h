#pragma once

#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/client_callback.h>

#include <memory>
#include <string>

#include "gateway/api/call.h"

namespace rezon::gateway {

// The HTTP body goes to the service piece by piece as it arrives, in messages that carry an
// HttpBody; the fields of the query come with the first. One piece is in memory at a time: the
// client is read only as fast as the service takes. A body that ends early, or is too long, cancels
// the call before the service has seen its end.
class UploadApiCall : public ApiCall,
                      public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  using ApiCall::ApiCall;

 protected:
  void Begin() override;

 private:
  void ReadMore();
  void GotPiece(const absl::Status& status, const std::string& piece, bool last);
  void Call();
  void OnWriteDone(bool ok) override;
  void OnReadDone(bool ok) override;
  void OnDone(const grpc::Status& status) override;

  // The first message's fields; empty afterwards.
  std::string first_;
  std::string content_type_;
  bool called_ = false;
  bool last_ = false;
  bool answered_ = false;
  grpc::ByteBuffer request_;
  grpc::ByteBuffer response_;
  // What went wrong with the body.
  absl::Status failure_;
  std::shared_ptr<ApiCall> self_;
};

}  // namespace rezon::gateway
