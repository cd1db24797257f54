#include "services/registry/handlers/addressees.h"

#include <string>
#include <vector>

#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/registry/domain/checks.h"
#include "services/registry/matching/resolve.h"

namespace rezon::registry {
namespace {

constexpr int kMaxAsked = 1000;
constexpr size_t kMaxPhraseBytes = 2000;

absl::Status TooMany(const char* field) {
  return errors::InvalidField(field, "has more than 1000 entries", "Слишком много значений");
}

absl::Status CheckPhrases(const pb::ResolveAddresseesRequest& request) {
  if (request.phrases_size() > kMaxAsked) return TooMany("phrases");
  for (int i = 0; i < request.phrases_size(); ++i) {
    if (request.phrases(i).size() > kMaxPhraseBytes) {
      return errors::InvalidField("phrases[" + std::to_string(i) + "]", "is longer than 2000 bytes",
                                  "Слишком длинная фраза");
    }
  }
  return absl::OkStatus();
}

// The id in an optional reference.
absl::StatusOr<std::string> TerritoryId(const std::string& name) {
  if (name.empty()) return std::string();
  return names::ParseUuid("territories", name, "territory");
}

// The territory that bounds each addressee: its own, or the one for all.
absl::StatusOr<std::vector<std::string>> TerritoriesOf(const pb::ExpandAddresseesRequest& request) {
  auto all = TerritoryId(request.territory());
  if (!all.ok()) return all.status();
  std::vector<std::string> ids(static_cast<size_t>(request.addressees_size()), *all);
  if (request.territories().empty()) return ids;
  if (request.territories_size() != request.addressees_size()) {
    return errors::InvalidField("territories", "must be as many as addressees",
                                "Территорий должно быть столько же, сколько адресатов");
  }
  for (int i = 0; i < request.territories_size(); ++i) {
    if (request.territories(i).empty()) continue;
    auto id = names::ParseUuid("territories", request.territories(i),
                               "territories[" + std::to_string(i) + "]");
    if (!id.ok()) return id.status();
    ids[static_cast<size_t>(i)] = *id;
  }
  return ids;
}

absl::Status CheckAddressee(const std::string& name, int at) {
  for (const char* collection : {"organisations", "addresseeClasses", "officials"}) {
    if (names::ParseUuid(collection, name).ok()) return absl::OkStatus();
  }
  return errors::InvalidField("addressees[" + std::to_string(at) + "]",
                              "must name an organisation, an addressee class or an official",
                              "Ожидается имя организации, класса адресатов или должностного лица");
}

void Show(const Candidate& candidate, pb::AddresseeCandidate* out) {
  out->set_addressee(candidate.addressee);
  out->set_display_name(candidate.display_name);
  out->set_score(candidate.score);
  for (const std::string& reason : candidate.reasons) out->add_reasons(reason);
}

void Show(const Resolution& resolution, const Places& places, pb::AddresseeResolution* out) {
  for (const Candidate& match : resolution.matches) Show(match, out->add_matches());
  for (const Candidate& other : resolution.alternatives) Show(other, out->add_alternatives());
  for (const std::string& reason : resolution.reasons) out->add_reasons(reason);
  if (resolution.territory.empty()) return;
  out->set_territory("territories/" + resolution.territory);
  out->set_territory_display_name(places.NameOf(resolution.territory));
}

// A printed place that is not in the registry is foreign, whatever the document's level says.
Where WhereOf(const pb::ResolveAddresseesRequest& request, const std::string& territory,
              const Places& places) {
  Where where;
  where.territory = territory.empty() ? places.Find(request.territory_phrase()) : territory;
  where.foreign = where.territory.empty() && !request.territory_phrase().empty();
  where.whole_region = request.whole_region() && !where.foreign;
  if (where.territory.empty() && where.whole_region) where.territory = places.Region();
  return where;
}

}  // namespace

absl::StatusOr<std::string> AddresseeHandlers::DayOf(const std::string& as_of_date) const {
  if (as_of_date.empty()) return today_();
  if (GoodDay(as_of_date)) return as_of_date;
  return errors::InvalidField("as_of_date", "must be a day YYYY-MM-DD",
                              "Ожидается дата в виде ГГГГ-ММ-ДД");
}

absl::Status AddresseeHandlers::Resolve(server::CallContext& call,
                                        const pb::ResolveAddresseesRequest& request,
                                        pb::ResolveAddresseesResponse* out) {
  if (absl::Status wrong = CheckPhrases(request); !wrong.ok()) return wrong;
  auto day = DayOf(request.as_of_date());
  if (!day.ok()) return day.status();
  auto context = TerritoryId(request.territory());
  if (!context.ok()) return context.status();
  auto directory =
      store_.Load(call, SearchedStems({request.phrases().begin(), request.phrases().end()}), *day);
  if (!directory.ok()) return directory.status();
  Prepare(*directory);
  const Places places(directory->territories);
  const Where where = WhereOf(request, *context, places);
  if (!where.territory.empty()) out->set_territory("territories/" + where.territory);
  for (const std::string& phrase : request.phrases()) {
    if (absl::Status gone = call.CheckAlive(); !gone.ok()) return gone;
    pb::AddresseeResolution* resolution = out->add_resolutions();
    resolution->set_phrase(phrase);
    Show(registry::Resolve(phrase, where, *directory, places), places, resolution);
  }
  return absl::OkStatus();
}

absl::Status AddresseeHandlers::Expand(server::CallContext& call,
                                       const pb::ExpandAddresseesRequest& request,
                                       pb::ExpandAddresseesResponse* out) {
  if (request.addressees_size() > kMaxAsked) return TooMany("addressees");
  for (int i = 0; i < request.addressees_size(); ++i) {
    if (absl::Status wrong = CheckAddressee(request.addressees(i), i); !wrong.ok()) return wrong;
  }
  auto day = DayOf(request.as_of_date());
  if (!day.ok()) return day.status();
  auto territories = TerritoriesOf(request);
  if (!territories.ok()) return territories.status();
  auto expanded = store_.Expand(call, {request.addressees().begin(), request.addressees().end()},
                                *territories, *day);
  if (!expanded.ok()) return expanded.status();
  for (const std::string& addressee : request.addressees()) {
    out->add_expansions()->set_addressee(addressee);
  }
  for (const int at : expanded->unbounded) out->mutable_expansions(at)->set_unbounded(true);
  for (const store::Meant& one : expanded->meant) {
    pb::ExpandedOrganisation* organisation =
        out->mutable_expansions(one.asked)->add_organisations();
    organisation->set_organisation("organisations/" + one.organisation);
    organisation->set_display_name(one.display_name);
    organisation->set_territory("territories/" + one.territory);
    organisation->set_territory_display_name(one.territory_display_name);
    pb::Organisation::Kind kind = pb::Organisation::KIND_UNSPECIFIED;
    pb::Organisation::Kind_Parse(one.kind, &kind);
    organisation->set_kind(kind);
  }
  return absl::OkStatus();
}

}  // namespace rezon::registry
