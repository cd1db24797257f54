#pragma once

#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/client_callback.h>

#include <memory>
#include <string>

#include "gateway/api/call.h"

namespace rezon::gateway {

// One message there, many back: each as a line of JSON as soon as it comes, or the bytes of an
// HttpBody. A failure before the first is an ordinary error; a later one is the last line,
// {"error":…}, because the 200 is out by then.
class StreamApiCall : public ApiCall,
                      public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  using ApiCall::ApiCall;

 protected:
  void Begin() override;

 private:
  void Call(std::string_view body);
  void OnReadDone(bool ok) override;
  void OnDone(const grpc::Status& status) override;
  absl::StatusOr<std::string> Piece();

  grpc::ByteBuffer request_;
  grpc::ByteBuffer response_;
  bool streaming_ = false;
  // What went wrong here, not at the service.
  absl::Status failure_;
  // Keeps the call while gRPC may call back.
  std::shared_ptr<ApiCall> self_;
};

}  // namespace rezon::gateway
