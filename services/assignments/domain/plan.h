#ifndef REZON_SERVICES_ASSIGNMENTS_DOMAIN_PLAN_H_
#define REZON_SERVICES_ASSIGNMENTS_DOMAIN_PLAN_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "rezon/assignments/v1/resources.pb.h"
#include "rezon/decisions/v1/points.pb.h"
#include "rezon/decisions/v1/resources.pb.h"
#include "services/assignments/domain/due.h"
#include "services/platform/server/call.h"
#include "services/platform/terms/regime.h"

namespace rezon::assignments {

// An organisation as the registry knew it when the assignment was issued. Ids without collection.
struct Executor {
  std::string id;
  std::string display_name;
  std::string kind;
  std::string territory;
  std::string territory_display_name;
};

// A target with the territory that its addressee names for it, both resource names; the territory
// is empty where the resolution's counts.
struct Target {
  std::string name;
  std::string territory;
  friend bool operator==(const Target&, const Target&) = default;
  friend bool operator<(const Target& a, const Target& b) {
    return std::tie(a.name, a.territory) < std::tie(b.name, b.territory);
  }
};

using Expansions = std::map<Target, std::vector<Executor>>;

// An adopted resolution with its points, and whom their targets mean.
struct Adopted {
  decisions::v1::Resolution resolution;
  std::vector<decisions::v1::Point> points;
  Expansions expansions;
  // Targets that are groups which no territory bounds, and whose event is not the whole region's:
  // they mean nobody until the clerk has named a territory.
  std::set<Target> unbounded = {};
};

// Where issuing gets its input from; over gRPC in production.
class Sources {
 public:
  virtual ~Sources() = default;
  // NOT_FOUND; FAILED_PRECONDITION (RESOLUTION_NOT_ADOPTED) in another state; UNAVAILABLE.
  virtual absl::StatusOr<Adopted> Read(const server::CallContext& call,
                                       const std::string& resolution) = 0;
};

// One assignment to be made.
struct PlannedAssignment {
  std::string id;     // new UUID
  std::string point;  // id only
  Executor executor;  // empty id: nobody is confirmed; display_name is then the phrase
  std::string phrase;
  std::optional<absl::CivilDay> due;
};

// One point of the resolution from which assignments come.
struct PlannedPoint {
  std::string id;
  const decisions::v1::Point* point;  // of Adopted
  DueDay due;
};

struct Plan {
  std::string resolution;  // id only
  std::vector<PlannedPoint> points;
  std::vector<PlannedAssignment> assignments;
  // Counts and points as PreviewIssue answers them, without name, existing_count and create_time.
  v1::Issuance issuance;
};

// Decides who gets what: one assignment for each actionable point and organisation, however many
// phrases or classes lead to it; one without an executor where nobody is confirmed. Pure, but for
// the new ids. `adopted` must outlive the plan. A point's due day is counted once, by `regime`.
Plan MakePlan(const Adopted& adopted, const terms::Regime& regime = terms::DefaultRegime());

// All targets of the actionable points, once each, sorted.
std::vector<Target> TargetsOf(const std::vector<decisions::v1::Point>& points);

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_DOMAIN_PLAN_H_
