#ifndef REZON_SERVICES_ASSIGNMENTS_STORE_ROWS_H_
#define REZON_SERVICES_ASSIGNMENTS_STORE_ROWS_H_

#include <optional>
#include <string>

#include "rezon/assignments/v1/resources.pb.h"
#include "services/platform/db/result.h"

namespace rezon::assignments::store {

// The columns of an assignment `a` with its issued point `p`, as Encode reads them. `today` is the
// parameter that holds the region's current day, for example "$2::date".
#define REZON_ASSIGNMENT_COLUMNS(a, p, today)                                                     \
  a ".id, " a ".region, " a ".resolution, " p ".resolution_title, " a ".point, " p ".ordinal, " p \
    ".label, " p ".text, " p ".content_hash, " a ".executor, " a ".executor_name, " a             \
    ".executor_kind, " a ".territory, " a ".territory_name, " a ".addressee_phrase, " p           \
    ".deadline_kind, " p ".start_date, " p ".end_date, " p ".printed, " p ".recurrence, " p       \
    ".rule, " p ".due_rules, " p ".calendar_version, " p ".provisional, nullif(" a                \
    ".due_date, 'infinity'), " a ".state, " a ".last_report, " a ".report_time, " a               \
    ".accept_time, " a ".decision_comment, " a ".create_time, " a ".update_time, " a              \
    ".version, (" a ".due_date < " today " AND " a ".state IN (1, 2, 3, 4, 6))"
inline constexpr int kAssignmentColumns = 34;

// Puts the columns from `first` on behind what `out` has, as a serialised v1::Assignment: a page
// goes from the database to the wire without messages (deploy/decisions/0005).
void Encode(const db::Result& rows, int row, int first, std::string& out);
// The same as a message.
void Fill(const db::Result& rows, int row, int first, v1::Assignment* out);

// What a page's token needs of a row whose columns begin with 0: the id, and the due date
// (`YYYY-MM-DD`; empty for a standing task).
std::string IdAt(const db::Result& rows, int row);
std::string DueAt(const db::Result& rows, int row);

// NULL for an empty text.
inline std::optional<std::string> OrNull(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

// Seconds and nanoseconds of a timestamptz column.
void FillTime(const db::Result& rows, int row, int column, google::protobuf::Timestamp* out);

}  // namespace rezon::assignments::store

#endif  // REZON_SERVICES_ASSIGNMENTS_STORE_ROWS_H_
