#include "services/decisions/registry_client.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "rezon/registry/v1/registry.grpc.pb.h"
#include "services/platform/errors/errors.h"
#include "services/platform/server/client.h"

namespace rezon::decisions {
namespace {

namespace registry = rezon::registry::v1;
using Stub = registry::RegistryService::Stub;
using StubInterface = registry::RegistryService::StubInterface;

// Limits of ResolveAddressees.
constexpr std::size_t kMaxPhrases = 1000;
constexpr std::size_t kMaxPhraseBytes = 2000;
constexpr absl::Duration kBudget = absl::Seconds(10);

Candidate CandidateOf(const registry::AddresseeCandidate& candidate) {
  return {candidate.addressee(),
          candidate.display_name(),
          candidate.score(),
          {candidate.reasons().begin(), candidate.reasons().end()}};
}

Finding FindingOf(const registry::AddresseeResolution& resolution) {
  Finding finding;
  finding.phrase = resolution.phrase();
  for (const auto& match : resolution.matches()) finding.matches.push_back(CandidateOf(match));
  for (const auto& other : resolution.alternatives()) {
    finding.alternatives.push_back(CandidateOf(other));
  }
  finding.reasons.assign(resolution.reasons().begin(), resolution.reasons().end());
  finding.territory = resolution.territory();
  finding.territory_display_name = resolution.territory_display_name();
  return finding;
}

class NoRegistry : public Directory {
 public:
  absl::StatusOr<Findings> Resolve(const server::CallContext&, const Question&) override {
    return Refuse();
  }
  absl::StatusOr<std::map<std::string, std::string>> DisplayNames(
      const server::CallContext&, const std::vector<std::string>&) override {
    return Refuse();
  }

 private:
  static absl::Status Refuse() {
    return errors::Unavailable("NO_REGISTRY", "no registry is configured",
                               "Реестр организаций не подключён.");
  }
};

class RegistryClient : public Directory {
 public:
  explicit RegistryClient(std::shared_ptr<grpc::Channel> channel)
      : stub_(registry::RegistryService::NewStub(std::move(channel))) {}

  absl::StatusOr<Findings> Resolve(const server::CallContext& call,
                                   const Question& question) override {
    std::vector<std::string> phrases;
    for (const std::string& phrase : question.phrases) {
      if (phrase.size() <= kMaxPhraseBytes) phrases.push_back(phrase);
    }
    Findings findings;
    // One question at least: it also finds the territory.
    std::size_t from = 0;
    do {
      const std::size_t to = std::min(phrases.size(), from + kMaxPhrases);
      absl::Status asked = Ask(call, question, phrases, from, to, findings);
      if (!asked.ok()) return asked;
      from = to;
    } while (from < phrases.size());
    return findings;
  }

  absl::StatusOr<std::map<std::string, std::string>> DisplayNames(
      const server::CallContext& call, const std::vector<std::string>& targets) override {
    std::map<std::string, std::string> names;
    for (const std::string& target : targets) {
      auto name = DisplayName(call, target);
      if (!name.ok()) return name.status();
      names[target] = *name;
    }
    return names;
  }

 private:
  absl::Status Ask(const server::CallContext& call, const Question& question,
                   const std::vector<std::string>& phrases, std::size_t from, std::size_t to,
                   Findings& findings) {
    registry::ResolveAddresseesRequest request;
    registry::ResolveAddresseesResponse response;
    for (std::size_t i = from; i < to; ++i) request.add_phrases(phrases[i]);
    request.set_territory(question.territory);
    request.set_territory_phrase(question.territory_phrase);
    request.set_whole_region(question.whole_region);
    request.set_as_of_date(question.as_of_date);
    absl::Status status =
        server::CallPeer(call, "rezon.registry.v1.RegistryService/ResolveAddressees", *stub_,
                         &StubInterface::ResolveAddressees, request, &response, kBudget);
    if (!status.ok()) return status;
    for (const auto& resolution : response.resolutions()) {
      findings.findings.push_back(FindingOf(resolution));
    }
    findings.territory = response.territory();
    return absl::OkStatus();
  }

  absl::StatusOr<std::string> DisplayName(const server::CallContext& call,
                                          const std::string& target) {
    if (target.rfind("organisations/", 0) == 0) {
      return Get<registry::Organisation, registry::GetOrganisationRequest>(
          call, "rezon.registry.v1.RegistryService/GetOrganisation",
          &StubInterface::GetOrganisation, target);
    }
    if (target.rfind("addresseeClasses/", 0) == 0) {
      return Get<registry::AddresseeClass, registry::GetAddresseeClassRequest>(
          call, "rezon.registry.v1.RegistryService/GetAddresseeClass",
          &StubInterface::GetAddresseeClass, target);
    }
    if (target.rfind("territories/", 0) == 0) {
      return Get<registry::Territory, registry::GetTerritoryRequest>(
          call, "rezon.registry.v1.RegistryService/GetTerritory", &StubInterface::GetTerritory,
          target);
    }
    return Get<registry::Official, registry::GetOfficialRequest>(
        call, "rezon.registry.v1.RegistryService/GetOfficial", &StubInterface::GetOfficial, target);
  }

  template <typename Resource, typename Request>
  absl::StatusOr<std::string> Get(const server::CallContext& call, std::string_view method,
                                  grpc::Status (StubInterface::*function)(grpc::ClientContext*,
                                                                          const Request&,
                                                                          Resource*),
                                  const std::string& target) {
    Request request;
    Resource resource;
    request.set_name(target);
    absl::Status status =
        server::CallPeer(call, method, *stub_, function, request, &resource, kBudget);
    if (!status.ok()) return status;
    return NameOf(resource);
  }

  static std::string NameOf(const registry::Official& official) { return official.full_name(); }
  template <typename Resource>
  static std::string NameOf(const Resource& resource) {
    return resource.display_name();
  }

  std::unique_ptr<registry::RegistryService::StubInterface> stub_;
};

}  // namespace

std::unique_ptr<Directory> MakeRegistryClient(std::shared_ptr<grpc::Channel> channel) {
  if (channel == nullptr) return std::make_unique<NoRegistry>();
  return std::make_unique<RegistryClient>(std::move(channel));
}

}  // namespace rezon::decisions
