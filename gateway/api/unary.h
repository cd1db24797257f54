#pragma once

#include <grpcpp/support/byte_buffer.h>

#include <string>

#include "gateway/api/call.h"

namespace rezon::gateway {

// One message there, one back.
class UnaryApiCall : public ApiCall {
 public:
  using ApiCall::ApiCall;

 protected:
  void Begin() override;

 private:
  void Call(std::string_view body);
  void Done(const grpc::Status& status);

  grpc::ByteBuffer request_;
  grpc::ByteBuffer response_;
};

// INVALID_ARGUMENT (HTTP 400) unless a body claims to be JSON or nothing.
absl::Status CheckContentType(const RequestHead& head);

}  // namespace rezon::gateway
