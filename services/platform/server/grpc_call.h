#pragma once

#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "services/platform/server/call.h"
#include "services/platform/server/runtime.h"
#include "services/platform/trace/span.h"

namespace rezon::server {

class MethodMetrics;

// One method of a served service: names and metrics made once.
struct Method {
  std::string service;
  std::string name;
  // "service/name".
  std::string full_name;
  // Error domain, "rezon.<service>".
  std::string domain;
  std::shared_ptr<MethodMetrics> metrics;
  Runtime* runtime = nullptr;
};

// The methods of one service, read-only after construction.
class MethodTable {
 public:
  MethodTable(Runtime& runtime, std::string_view full_name);
  // The method must exist in the proto: an unknown one ends the process at the first call.
  const Method& Find(std::string_view method) const;
  grpc::Status ToGrpc(const absl::Status& status) const;

 private:
  std::string domain_;
  std::unordered_map<std::string_view, std::unique_ptr<Method>> methods_;
  std::vector<std::string> names_;
};

// A call under way: CallContext filled from gRPC's context, its SERVER span, and its end. Begin and
// End are called by the reactors; a service sees only CallContext.
class GrpcCall : public CallContext {
 public:
  GrpcCall() = default;

  // Start of the call on the gRPC thread: span, deadline. Cheap; no authentication.
  void Open(const Method& method, grpc::CallbackServerContext* context);
  // Principal from the header "authorization".
  absl::Status Authenticate();
  // Open + Authenticate.
  absl::Status Begin(const Method& method, grpc::CallbackServerContext* context);
  // End of the call: converts, counts, logs, ends the span. Call once.
  grpc::Status End(const absl::Status& status);

  std::string_view Metadata(std::string_view key) const override;

 private:
  const Method* entry_ = nullptr;
  grpc::CallbackServerContext* context_ = nullptr;
  trace::Span span_;
  absl::Time started_;
};

}  // namespace rezon::server
