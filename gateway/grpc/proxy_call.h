#pragma once

#include <grpcpp/alarm.h>
#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/support/client_callback.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <string>

#include "gateway/api/context.h"
#include "services/platform/trace/span.h"

namespace rezon::gateway {

// One proxied call: a server-side reactor towards the caller and a client-side one towards the
// service. One message in each direction is in hand at a time, so a slow side slows the other. The
// call ends for the caller when it has ended at the service; both sides keep it alive until then.
class ProxyCall {
 public:
  struct Target {
    const Backend* backend;
    const std::string& path;
    RouteMetrics* metrics;
    // Longest time a call may take.
    std::chrono::milliseconds cap;
    bool client_streaming;
  };

  // Verifies the caller and starts the call; the reactor deletes itself.
  static grpc::ServerGenericBidiReactor* Start(ApiContext& api, const Target& target,
                                               grpc::GenericCallbackServerContext* context);
  ~ProxyCall();

 private:
  class Caller;
  class Service;

  ProxyCall(ApiContext& api, const Target& target, grpc::GenericCallbackServerContext* context);
  absl::Status Begin();
  // The caller sent a message, or its last.
  void Forward();
  void ForwardEnd();
  // Nothing goes to the service any more.
  void CloseUp();
  // Ends the spans and counts; call once.
  void Record(const grpc::Status& status);
  // A reactor, or the alarm, is through; the last one deletes the call.
  void Unref();

  ApiContext& api_;
  const Target target_;
  const std::chrono::steady_clock::time_point started_;
  grpc::ClientContext client_;
  trace::Span server_span_;
  trace::Span client_span_;
  grpc::GenericCallbackServerContext* const context_;
  Caller* caller_ = nullptr;
  std::unique_ptr<Service> service_;
  grpc::ByteBuffer up_;    // caller to service
  grpc::ByteBuffer down_;  // service to caller
  grpc::Alarm settle_;
  std::mutex mutex_;
  // While true the service's reactor is held for messages to come. Guarded by mutex_.
  bool up_open_ = true;
  std::atomic<int> refs_{2};
};

}  // namespace rezon::gateway
