#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "rezon/echo/v1/echo.grpc.pb.h"

namespace rezon::gateway {

// The service of the tests' contract: answers with what it was asked, fails when the name says so
// (things/missing, things/internal), and counts what tests want to know.
class EchoService : public echo::v1::EchoService::Service {
 public:
  using Context = grpc::ServerContext;

  grpc::Status GetThing(Context* context, const echo::v1::GetThingRequest* request,
                        echo::v1::Thing* out) override;
  grpc::Status ListThings(Context* context, const echo::v1::ListThingsRequest* request,
                          echo::v1::ListThingsResponse* out) override;
  grpc::Status UpdateThing(Context* context, const echo::v1::UpdateThingRequest* request,
                           echo::v1::Thing* out) override;
  grpc::Status CloseThing(Context* context, const echo::v1::CloseThingRequest* request,
                          echo::v1::Thing* out) override;
  grpc::Status WaitThing(Context* context, const echo::v1::GetThingRequest* request,
                         echo::v1::Thing* out) override;
  grpc::Status ImportThing(Context* context,
                           grpc::ServerReader<echo::v1::ImportThingRequest>* reader,
                           echo::v1::ImportThingResponse* out) override;
  grpc::Status DownloadThing(Context* context, const echo::v1::GetThingRequest* request,
                             google::api::HttpBody* out) override;
  grpc::Status WatchThings(Context* context, const echo::v1::WatchThingsRequest* request,
                           grpc::ServerWriter<echo::v1::Thing>* writer) override;
  grpc::Status Chat(Context* context,
                    grpc::ServerReaderWriter<echo::v1::Thing, echo::v1::Thing>* stream) override;

  // Calls of WaitThing that are waiting, and those that saw their cancellation.
  std::atomic<int> waiting{0};
  std::atomic<int> cancelled{0};
  // Uploads that have begun, that came to their end, and that were cut off.
  std::atomic<int> begun{0};
  std::atomic<int> imported{0};
  std::atomic<int> cut_off{0};
};

// FNV-1a, 64 bits, hexadecimal.
std::string HashOf(const std::string& bytes);

}  // namespace rezon::gateway
