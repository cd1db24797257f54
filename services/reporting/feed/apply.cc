#include "services/reporting/feed/apply.h"

#include <string_view>
#include <utility>
#include <vector>

#include "services/platform/db/transaction.h"
#include "services/reporting/feed/decode.h"
#include "services/reporting/store/projector.h"

namespace rezon::reporting::feed {
namespace {

// The facts of one batch, by kind.
struct Facts {
  std::vector<NameFact> territories;
  std::vector<NameFact> organisations;
  std::vector<ResolutionFact> resolutions;
  std::vector<PointFact> points;
  std::vector<AssignmentFact> assignments;
};

template <typename Fact>
absl::Status Add(absl::StatusOr<Fact> fact, std::vector<Fact>* facts) {
  if (!fact.ok()) return fact.status();
  facts->push_back(*std::move(fact));
  return absl::OkStatus();
}

absl::Status Decode(const Event& event, const RegionZones& zones, Facts* facts) {
  const std::string_view type = event.type;
  const std::string_view resource = type.substr(0, type.find('.'));
  if (resource == "assignment") return Add(DecodeAssignment(event, zones), &facts->assignments);
  if (resource == "resolution") return Add(DecodeResolution(event), &facts->resolutions);
  // Points of drafts come and go; adoption tells of those that stay.
  if (type == "point.adopted") return Add(DecodePoint(event), &facts->points);
  if (resource == "territory") return Add(DecodeTerritory(event), &facts->territories);
  if (resource == "organisation") return Add(DecodeOrganisation(event), &facts->organisations);
  return absl::OkStatus();
}

}  // namespace

absl::Status ApplyEvents(db::Transaction& transaction, absl::Span<const Event> events,
                         const RegionZones& zones) {
  Facts facts;
  for (const Event& event : events) {
    if (absl::Status status = Decode(event, zones, &facts); !status.ok()) return status;
  }
  absl::Status status = store::ApplyTerritories(transaction, std::move(facts.territories));
  if (status.ok()) {
    status = store::ApplyOrganisations(transaction, std::move(facts.organisations));
  }
  if (status.ok()) status = store::ApplyResolutions(transaction, std::move(facts.resolutions));
  if (status.ok()) status = store::ApplyPoints(transaction, std::move(facts.points));
  if (status.ok()) status = store::ApplyAssignments(transaction, std::move(facts.assignments));
  return status;
}

}  // namespace rezon::reporting::feed
