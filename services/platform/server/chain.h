#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/platform/server/batch.h"
#include "services/platform/server/grpc_call.h"
#include "services/platform/server/reactors.h"

namespace rezon::server {

// Puts a service's methods behind the platform: trace, authentication, deadline cap, bounded
// executor, metrics, access log, exception barrier and error conversion. One a service adapter; its
// methods' metrics are made in the constructor, so a call takes no lock. Include in the adapter
// (service.cc) only: gRPC's headers are heavy.
//
//   grpc::ServerUnaryReactor* GetTerritory(grpc::CallbackServerContext* context,
//       const pb::GetTerritoryRequest* request, pb::Territory* response) override {
//     return chain_.Unary("GetTerritory", context, *request, response,
//                         [this](CallContext& call, const auto& req, auto* out) {
//                           return handlers_.GetTerritory(call, req, out); });
//   }
//
// Handlers have the signature absl::Status(CallContext&, const Request&, Response*) and may block:
// they run on an executor thread.
class Chain {
 public:
  // `full_name` is the proto service, "rezon.registry.v1.RegistryService".
  Chain(Runtime& runtime, std::string_view full_name) : methods_(runtime, full_name) {}

  template <typename Request, typename Response, typename Handler>
  grpc::ServerUnaryReactor* Unary(std::string_view method, grpc::CallbackServerContext* context,
                                  const Request& request, Response* response, Handler handler) {
    auto* reactor = new UnaryReactor<Request, Response, Handler>(
        methods_.Find(method), context, request, response, std::move(handler));
    reactor->Start();
    return reactor;
  }

  // A call that `batcher` handles together with others of its kind. `make_job` is
  // absl::StatusOr<Job>(CallContext&, const Request&): checks the request, does not block; runs on
  // the executor after authentication.
  template <typename Job, typename Request, typename Response, typename MakeJob>
  grpc::ServerUnaryReactor* Batched(std::string_view method, grpc::CallbackServerContext* context,
                                    const Request& request, Response* response,
                                    Batcher<Job, Response>& batcher, MakeJob make_job) {
    auto* reactor = new BatchedReactor<Request, Response, Job, MakeJob>(
        methods_.Find(method), context, request, response, std::move(make_job));
    batcher.Add(reactor);
    return reactor;
  }

  // Reads the client's messages (no thread waits for them) until it is done or `max_bytes` are
  // over, then runs absl::Status(CallContext&, std::vector<Request>&, Response*) on the executor.
  // Too much is RESOURCE_EXHAUSTED, reason REQUEST_TOO_LARGE.
  template <typename Request, typename Response, typename Handler>
  grpc::ServerReadReactor<Request>* ClientStream(std::string_view method,
                                                 grpc::CallbackServerContext* context,
                                                 Response* response, size_t max_bytes,
                                                 Handler handler) {
    auto* reactor = new ClientStreamReactor<Request, Response, Handler>(
        methods_.Find(method), context, response, max_bytes, std::move(handler));
    reactor->StartReading();
    return reactor;
  }

  // Runs absl::Status(CallContext&, const Request&, Writer<Response>&) on the executor; Write
  // blocks until gRPC took the message before. For answers of bounded length; feeds derive from
  // grpc::ServerWriteReactor themselves and use Admit.
  template <typename Response, typename Request, typename Handler>
  grpc::ServerWriteReactor<Response>* ServerStream(std::string_view method,
                                                   grpc::CallbackServerContext* context,
                                                   const Request& request, Handler handler) {
    auto* reactor = new ServerStreamReactor<Request, Response, Handler>(
        methods_.Find(method), context, request, std::move(handler));
    reactor->Start();
    return reactor;
  }

  // For reactors of a service's own (feeds): authenticates and fills `call` on the gRPC thread.
  // `call` must be new. On error finish the stream with ToGrpc(status).
  absl::Status Admit(std::string_view method, grpc::CallbackServerContext* context,
                     GrpcCall& call) {
    return call.Begin(methods_.Find(method), context);
  }
  grpc::Status ToGrpc(const absl::Status& status) const { return methods_.ToGrpc(status); }

 private:
  MethodTable methods_;
};

}  // namespace rezon::server
