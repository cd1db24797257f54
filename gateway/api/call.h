#pragma once

#include <grpcpp/client_context.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "gateway/api/context.h"
#include "gateway/http/exchange.h"
#include "gateway/transcode/response.h"
#include "services/platform/trace/span.h"

namespace rezon::gateway {

// One API call over HTTP: who asks for what, its spans, and its one answer. The kinds of calls
// derive from it; it lives as long as a callback of the exchange or of gRPC may come. Used by one
// thread at a time but for Cancel.
class ApiCall : public std::enable_shared_from_this<ApiCall> {
 public:
  ApiCall(ApiContext& api, ExchangePtr exchange, const Binding& binding,
          std::vector<std::string> path_values);
  virtual ~ApiCall();
  ApiCall(const ApiCall&) = delete;
  ApiCall& operator=(const ApiCall&) = delete;

  // Verifies the caller and goes on to Begin.
  void Start();

 protected:
  // The caller is known: read the body, make the gRPC call, answer.
  virtual void Begin() = 0;

  // The gRPC request from path, query, headers and `body`.
  absl::StatusOr<std::string> Build(std::string_view body) const;
  // Starts the CLIENT span and fills `context_`; a client that goes away cancels from here on.
  void Prepare(std::chrono::milliseconds time);
  // Ends the CLIENT span; the answer's status in our words.
  absl::Status Received(const grpc::Status& status);

  // The one answer. Fail also masks and logs internal errors.
  void Succeed(RenderedResponse response);
  void Fail(const absl::Status& status);
  // For an answer that began as a stream.
  void Stream();
  void EndStream(const absl::Status& status);

  grpc::GenericStub& stub() const { return *backend_->stub; }
  std::string ErrorLine(const absl::Status& status) const;
  HeaderFields StandardHeaders() const;

  ApiContext& api_;
  const ExchangePtr exchange_;
  const Binding& binding_;
  grpc::ClientContext context_;

 private:
  absl::Status Authenticate();
  void Finish(absl::StatusCode code, int http_status);

  const std::vector<std::string> path_values_;
  const Backend* const backend_;
  const std::chrono::steady_clock::time_point started_;
  std::shared_ptr<const auth::Principal> caller_;
  trace::Span server_span_;
  trace::Span client_span_;
};

// Makes the call of a binding's kind.
std::shared_ptr<ApiCall> MakeCall(ApiContext& api, ExchangePtr exchange, const Binding& binding,
                                  std::vector<std::string> path_values);

}  // namespace rezon::gateway
