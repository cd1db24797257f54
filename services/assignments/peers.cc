#include "services/assignments/peers.h"

#include <algorithm>
#include <utility>

#include "rezon/decisions/v1/decisions.grpc.pb.h"
#include "rezon/registry/v1/registry.grpc.pb.h"
#include "services/platform/errors/errors.h"
#include "services/platform/server/client.h"

namespace rezon::assignments {
namespace {

namespace decisions = ::rezon::decisions::v1;
namespace registry = ::rezon::registry::v1;
using DecisionsStub = decisions::DecisionsService::StubInterface;
using RegistryStub = registry::RegistryService::StubInterface;

constexpr int kPointsPage = 1000;
constexpr char kRegional[] = "regional";   // an event's level
constexpr std::size_t kMaxTargets = 1000;  // of one ExpandAddressees

std::string LastPart(const std::string& name) { return name.substr(name.rfind('/') + 1); }

Executor ExecutorOf(const registry::ExpandedOrganisation& organisation) {
  return {LastPart(organisation.organisation()), organisation.display_name(),
          registry::Organisation::Kind_Name(organisation.kind()),
          LastPart(organisation.territory()), organisation.territory_display_name()};
}

class Peers final : public Sources {
 public:
  Peers(std::shared_ptr<grpc::Channel> decisions_channel,
        std::shared_ptr<grpc::Channel> registry_channel) {
    if (decisions_channel) {
      decisions_ = decisions::DecisionsService::NewStub(std::move(decisions_channel));
    }
    if (registry_channel) {
      registry_ = registry::RegistryService::NewStub(std::move(registry_channel));
    }
  }

  absl::StatusOr<Adopted> Read(const server::CallContext& call,
                               const std::string& resolution) override {
    if (decisions_ == nullptr || registry_ == nullptr) {
      return errors::Unavailable("PEER_NOT_CONFIGURED", "decisions or registry is not configured",
                                 "Сервис резолюций или реестр не подключён");
    }
    Adopted adopted;
    absl::Status status = ReadResolution(call, resolution, adopted);
    if (status.ok()) status = ReadPoints(call, resolution, adopted);
    if (status.ok()) status = Expand(call, adopted);
    if (!status.ok()) return status;
    return adopted;
  }

 private:
  absl::Status ReadResolution(const server::CallContext& call, const std::string& name,
                              Adopted& adopted) {
    decisions::GetResolutionRequest request;
    request.set_name(name);
    absl::Status status =
        server::CallPeer(call, "rezon.decisions.v1.DecisionsService/GetResolution", *decisions_,
                         &DecisionsStub::GetResolution, request, &adopted.resolution);
    if (!status.ok()) return status;
    if (adopted.resolution.state() == decisions::Resolution::STATE_ADOPTED) {
      return absl::OkStatus();
    }
    return errors::FailedPrecondition(
        "RESOLUTION_NOT_ADOPTED", "only an adopted resolution can be issued",
        "Поручения выдаются только по принятой резолюции",
        {{"state", decisions::Resolution::State_Name(adopted.resolution.state())}});
  }

  absl::Status ReadPoints(const server::CallContext& call, const std::string& name,
                          Adopted& adopted) {
    decisions::ListPointsRequest request;
    request.set_parent(name);
    request.set_page_size(kPointsPage);
    do {
      decisions::ListPointsResponse page;
      absl::Status status =
          server::CallPeer(call, "rezon.decisions.v1.DecisionsService/ListPoints", *decisions_,
                           &DecisionsStub::ListPoints, request, &page);
      if (!status.ok()) return status;
      for (auto& point : *page.mutable_points()) adopted.points.push_back(std::move(point));
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return absl::OkStatus();
  }

  absl::Status Expand(const server::CallContext& call, Adopted& adopted) {
    const std::vector<Target> targets = TargetsOf(adopted.points);
    for (std::size_t at = 0; at < targets.size(); at += kMaxTargets) {
      registry::ExpandAddresseesRequest request;
      registry::ExpandAddresseesResponse response;
      const std::size_t end = std::min(targets.size(), at + kMaxTargets);
      for (std::size_t i = at; i < end; ++i) {
        request.add_addressees(targets[i].name);
        request.add_territories(targets[i].territory);
      }
      request.set_territory(adopted.resolution.territory());
      absl::Status status =
          server::CallPeer(call, "rezon.registry.v1.RegistryService/ExpandAddressees", *registry_,
                           &RegistryStub::ExpandAddressees, request, &response);
      if (!status.ok()) return status;
      const bool regional = adopted.resolution.event().level() == kRegional;
      for (std::size_t i = at; i < end; ++i) {
        const int place = static_cast<int>(i - at);
        if (place >= response.expansions_size()) break;
        const auto& expansion = response.expansions(place);
        if (expansion.unbounded() && !regional) {
          adopted.unbounded.insert(targets[i]);
          continue;
        }
        auto& executors = adopted.expansions[targets[i]];
        for (const auto& organisation : expansion.organisations()) {
          executors.push_back(ExecutorOf(organisation));
        }
      }
    }
    return absl::OkStatus();
  }

  std::unique_ptr<DecisionsStub> decisions_;
  std::unique_ptr<RegistryStub> registry_;
};

}  // namespace

std::unique_ptr<Sources> MakePeers(std::shared_ptr<grpc::Channel> decisions_channel,
                                   std::shared_ptr<grpc::Channel> registry_channel) {
  return std::make_unique<Peers>(std::move(decisions_channel), std::move(registry_channel));
}

}  // namespace rezon::assignments
