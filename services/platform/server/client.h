#pragma once

#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "services/platform/server/call.h"
#include "services/platform/trace/span.h"

namespace rezon::server {

// A channel to a peer: metadata limit 64 KiB, receive limit 16 MiB, round_robin, retries only of
// UNAVAILABLE (at most 3 tries, throttled). Targets as gRPC takes them ("unix:path",
// "dns:///host:port", "host:port"). Plain text; between pods the mesh or TLS settings encrypt.
std::shared_ptr<grpc::Channel> MakeChannel(const std::string& target);

// Prepares outgoing calls made for `call`: deadline = min(budget, what is left - margin),
// traceparent of `span`, the caller's own bearer token.
void PrepareClient(const CallContext& call, const trace::Span& span, absl::Duration budget,
                   grpc::ClientContext& context);

// One blocking unary call with a CLIENT span, on an executor thread (never on a gRPC thread). The
// answer's details come back as payloads (errors::Reason and friends).
//
//   CallPeer(call, "rezon.registry.v1.RegistryService/GetTerritory", stub, &Stub::GetTerritory,
//            request, &response);
template <typename Stub, typename StubBase, typename Request, typename Response>
absl::Status CallPeer(const CallContext& call, std::string_view method, Stub& stub,
                      grpc::Status (StubBase::*function)(grpc::ClientContext*, const Request&,
                                                         Response*),
                      const Request& request, Response* response,
                      absl::Duration budget = absl::Seconds(10));

// Marks the span and converts; what CallPeer does after the call.
absl::Status FinishClient(trace::Span& span, const grpc::Status& status);

template <typename Stub, typename StubBase, typename Request, typename Response>
absl::Status CallPeer(const CallContext& call, std::string_view method, Stub& stub,
                      grpc::Status (StubBase::*function)(grpc::ClientContext*, const Request&,
                                                         Response*),
                      const Request& request, Response* response, absl::Duration budget) {
  trace::Span span(method, trace::Kind::kClient, call.trace());
  grpc::ClientContext context;
  PrepareClient(call, span, budget, context);
  return FinishClient(span, (stub.*function)(&context, request, response));
}

}  // namespace rezon::server
