#ifndef REZON_TESTS_SERVER_ASSIGNMENTS_PEERS_FAKE_H_
#define REZON_TESTS_SERVER_ASSIGNMENTS_PEERS_FAKE_H_

#include <grpcpp/grpcpp.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "rezon/decisions/v1/decisions.grpc.pb.h"
#include "rezon/registry/v1/registry.grpc.pb.h"

namespace rezon::assignments {

// Decisions with one resolution, two points a page, over a real gRPC connection.
class OneResolution final : public decisions::v1::DecisionsService::Service {
 public:
  grpc::Status GetResolution(grpc::ServerContext* context,
                             const decisions::v1::GetResolutionRequest* request,
                             decisions::v1::Resolution* out) override {
    std::lock_guard lock(mutex);
    auto header = context->client_metadata().find("traceparent");
    if (header != context->client_metadata().end()) {
      traceparent.assign(header->second.data(), header->second.size());
    }
    if (request->name() != resolution.name()) {
      return {grpc::StatusCode::NOT_FOUND, "no such resolution"};
    }
    *out = resolution;
    return grpc::Status::OK;
  }

  grpc::Status ListPoints(grpc::ServerContext*, const decisions::v1::ListPointsRequest* request,
                          decisions::v1::ListPointsResponse* out) override {
    std::lock_guard lock(mutex);
    std::size_t at = request->page_token().empty() ? 0 : std::stoul(request->page_token());
    for (std::size_t end = at + 2; at < points.size() && at < end; ++at) {
      *out->add_points() = points[at];
    }
    if (at < points.size()) out->set_next_page_token(std::to_string(at));
    return grpc::Status::OK;
  }

  std::mutex mutex;
  decisions::v1::Resolution resolution;
  std::vector<decisions::v1::Point> points;
  std::string traceparent;
};

// Registry with `size` schools behind every target, one of them in each territory.
class Schools final : public registry::v1::RegistryService::Service {
 public:
  grpc::Status ExpandAddressees(grpc::ServerContext*,
                                const registry::v1::ExpandAddresseesRequest* request,
                                registry::v1::ExpandAddresseesResponse* out) override {
    for (int at = 0; at < request->addressees_size(); ++at) {
      auto* expansion = out->add_expansions();
      expansion->set_addressee(request->addressees(at));
      const bool bounded = at < request->territories_size() && !request->territories(at).empty();
      for (int i = 0; i < (bounded ? 1 : size); ++i) {
        auto* school = expansion->add_organisations();
        school->set_organisation("organisations/school-" + std::to_string(i));
        school->set_display_name("Школа № " + std::to_string(i));
        school->set_kind(registry::v1::Organisation::KIND_SCHOOL);
        school->set_territory("territories/71701000");
        school->set_territory_display_name("город Тюмень");
      }
    }
    return grpc::Status::OK;
  }

  int size = 50;
};

}  // namespace rezon::assignments

#endif  // REZON_TESTS_SERVER_ASSIGNMENTS_PEERS_FAKE_H_
