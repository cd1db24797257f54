#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

// Summaries as the domain sees them (design.md, reporting). No SQL, no protobuf.
namespace rezon::reporting {

enum class Dimension { kResolution, kPoint, kMunicipality, kExecutor };

// Numbers of assignments; total = open + reported + accepted + cancelled.
struct Counts {
  int64_t total = 0;
  int64_t open = 0;
  int64_t reported = 0;
  int64_t accepted = 0;
  int64_t cancelled = 0;
  // Of the open ones: the due date lies before the day of reading.
  int64_t overdue = 0;
  int64_t done_late = 0;
  // Of the open ones: acknowledged, in progress or returned.
  int64_t in_progress = 0;

  Counts& operator+=(const Counts& other);
  bool operator==(const Counts&) const = default;
};

struct Row {
  // Id of the resource; of a point without its resolution. Empty: not known.
  std::string id;
  std::string name;
  std::string label;
  int32_t ordinal = 0;
  bool actionable = true;
  Counts counts;
  std::optional<absl::CivilDay> next_due_date;
  // Place of the row in its list, for page tokens.
  std::vector<std::string> sort_key;
};

// Which assignments are summed; empty ids take all.
struct Selection {
  std::string region;
  std::string resolution;
  std::string territory;
};

struct RowsQuery {
  Dimension dimension = Dimension::kResolution;
  Selection selection;
  absl::CivilDay today;
  int limit = 50;
  // Row after which the page begins; empty for the first.
  std::vector<std::string> after;
};

// Columns of the sort key of a dimension.
int SortColumns(Dimension dimension);

struct Rows {
  std::vector<Row> rows;
  // More rows follow.
  bool more = false;
  absl::Time as_of;
};

struct ResolutionReport {
  std::string name;
  std::vector<Row> points;
  std::vector<Row> municipalities;
  absl::Time as_of;
};

struct OverdueQuery {
  Selection selection;
  absl::CivilDay today;
  int limit = 50;
  // Due date (ISO) and id of the last row of the page before; empty for the first page.
  std::vector<std::string> after;
};

struct OverdueRow {
  std::string id;
  std::string resolution;
  std::string resolution_name;
  std::string point_label;
  std::string point_text;
  std::string executor;
  std::string executor_name;
  std::string territory_name;
  absl::CivilDay due_date;
  std::string state;
};

struct OverduePage {
  std::vector<OverdueRow> rows;
  bool more = false;
};

// Accepted in total less cancelled, 0 to 1; 0 when there are none.
double AcceptedShare(const Counts& counts);

// Sum of the rows: counts and the earliest due date.
Row Total(const std::vector<Row>& rows);

// What a clerk reads where a row stands for no resource; the row's name otherwise (Russian).
std::string DisplayName(Dimension dimension, const Row& row);

}  // namespace rezon::reporting
