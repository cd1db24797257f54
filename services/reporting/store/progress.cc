#include "services/reporting/store/progress.h"

#include "services/platform/db/pool.h"
#include "services/platform/db/result.h"
#include "services/platform/db/statement.h"
#include "services/platform/db/transaction.h"

namespace rezon::reporting::store {
namespace {

constexpr db::Statement kProgress{"get_projection_status", R"sql(
SELECT c.source, c.cursor, (SELECT count(*) FROM dead_letter d WHERE d.source = c.source)
FROM consumer_cursor c)sql"};

// The cursors first: a consumer at work then finds its cursor moved and starts over from it.
constexpr db::Statement kDrop[] = {
    {"reset_consumer_cursors", "UPDATE consumer_cursor SET cursor = 0, update_time = now()"},
    {"drop_assignment_facts", "DELETE FROM assignment_fact"},
    {"drop_summary_counts", "DELETE FROM summary_count"},
    {"drop_executor_counts", "DELETE FROM executor_count"},
    {"drop_point_facts", "DELETE FROM point_fact"},
    {"drop_resolution_facts", "DELETE FROM resolution_fact"},
    {"drop_territory_names", "DELETE FROM territory_name"},
    {"drop_organisation_names", "DELETE FROM organisation_name"},
    {"drop_dead_letters", "DELETE FROM dead_letter"},
};

}  // namespace

absl::StatusOr<std::map<std::string, Progress>> ReadProgress(db::Pool& pool,
                                                             const db::Context& context) {
  absl::StatusOr<db::Result> result = pool.Execute(context, kProgress);
  if (!result.ok()) return result.status();
  std::map<std::string, Progress> progress;
  for (int i = 0; i < result->rows(); ++i) {
    progress[result->Text(i, 0)] = {result->Int(i, 1), result->Int(i, 2)};
  }
  return progress;
}

absl::Status DropProjections(db::Pool& pool, const db::Context& context) {
  return pool.Transact(context, [](db::Transaction& transaction) {
    for (const db::Statement& statement : kDrop) transaction.Queue(statement);
    return transaction.Flush().status();
  });
}

}  // namespace rezon::reporting::store
