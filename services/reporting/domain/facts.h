#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/time/civil_time.h"

// What reporting keeps of the other services' resources. Ids are the last parts of resource names.
// `revision` is the event's: a fact replaces one of a lower revision only.
namespace rezon::reporting {

struct AssignmentFact {
  std::string region;
  std::string id;
  int64_t revision = 0;
  std::string resolution;
  std::string resolution_name;
  std::string point;
  int32_t point_ordinal = 0;
  std::string point_label;
  std::string point_text;
  // Empty when nobody is confirmed.
  std::string executor;
  std::string executor_name;
  std::string executor_kind;
  // Empty when unknown.
  std::string territory;
  std::string territory_name;
  // Name of the state without its prefix, such as "IN_PROGRESS".
  std::string state;
  // In the region's time zone; nullopt for standing tasks.
  std::optional<absl::CivilDay> due_date;
  // Accepted, and the accepted report came in after the due date.
  bool done_late = false;
};

struct ResolutionFact {
  std::string region;
  std::string id;
  int64_t revision = 0;
  std::string name;
  // Name of the state without its prefix, such as "ADOPTED".
  std::string state;
};

struct PointFact {
  std::string region;
  std::string resolution;
  std::string id;
  int64_t revision = 0;
  int32_t ordinal = 0;
  std::string label;
  std::string text;
  bool actionable = true;
};

// Name of a territory or an organisation.
struct NameFact {
  std::string region;
  std::string id;
  int64_t revision = 0;
  std::string kind;
  std::string name;
};

}  // namespace rezon::reporting
