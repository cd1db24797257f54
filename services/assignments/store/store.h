#ifndef REZON_SERVICES_ASSIGNMENTS_STORE_STORE_H_
#define REZON_SERVICES_ASSIGNMENTS_STORE_STORE_H_

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/types/span.h"
#include "rezon/assignments/v1/resources.pb.h"
#include "services/assignments/domain/life.h"
#include "services/assignments/domain/plan.h"
#include "services/platform/db/context.h"
#include "services/platform/db/pool.h"

namespace rezon::assignments::store {

// A page of a list: what to show and after which row to go on.
struct ListQuery {
  std::string region;
  // SQL condition over `a` with $3… and its values (paging::ToSql); `TRUE` for all.
  std::string condition = "TRUE";
  std::vector<std::string> values;
  bool descending = false;
  // Due date (`YYYY-MM-DD` or `infinity`) and id of the last row shown; empty at the start.
  std::string after_due;
  std::string after_id;
  int size = 50;
  absl::CivilDay today;
};

// The rows of a query, as many as it asked for.
struct Page {
  // Each a serialised v1::Assignment.
  std::vector<std::string> rows;
  // Whether rows follow; then the key of the last one shown: due date (empty for a standing task)
  // and id.
  bool more = false;
  std::string last_due;
  std::string last_id;
};

// One change that a caller asks for.
struct Change {
  std::string region;
  std::string id;
  // Version that the caller has read; 0 takes any.
  std::int64_t version = 0;
  const Move* move = nullptr;
  // What goes into history: comment, or text of the report.
  std::string comment;
  // A new due date, with kReturn.
  std::optional<absl::CivilDay> due;
  // With kReport and kInform: a new id, what is asked for, links as a JSON array.
  std::string report_id;
  int ask = 0;
  std::string links = "[]";
  std::string actor;
  // Empty: the change is not remembered for retries. The hash covers the request's content.
  std::string request_id;
  std::string request_hash;
  std::string traceparent;
};

// How a change ended.
struct Outcome {
  enum class Kind { kChanged, kReplayed, kReused, kMissing, kStale, kForbidden, kRaced };
  Kind kind = Kind::kMissing;
  // kChanged: the row after the change; kReplayed: the first answer.
  v1::Assignment assignment;
  // kStale and kForbidden: what is there now.
  std::int64_t version = 0;
  State state = v1::Assignment::STATE_UNSPECIFIED;
};

// An issue as the store is asked to make it.
struct IssueOrder {
  std::string region;
  std::string actor;
  std::string request_id;
  std::string request_hash;
  std::string traceparent;
};

// INVALID_ARGUMENT on request_id: it was used for another request.
absl::Status RequestIdReused();

// All SQL of the service. Thread-safe. Set-based: ids in, rows out; one statement and one round
// trip for a read or a batch of changes.
class Store {
 public:
  explicit Store(db::Pool& pool) : pool_(pool) {}

  // The rows that exist, in no order.
  absl::StatusOr<std::vector<v1::Assignment>> Get(const db::Context& context,
                                                  const std::string& region,
                                                  const std::vector<std::string>& ids,
                                                  absl::CivilDay today);
  absl::StatusOr<Page> List(const db::Context& context, const ListQuery& query);
  // The pages of several queries in one round trip, in their order.
  absl::StatusOr<std::vector<Page>> ListEach(const db::Context& context,
                                             absl::Span<const ListQuery* const> queries);
  // Applies the changes in one statement: row, history, report, outbox and idempotency together.
  // The outcomes come in the order of the changes; one refused change does not stop the others. No
  // two changes may name the same assignment.
  absl::StatusOr<std::vector<Outcome>> Apply(const db::Context& context,
                                             absl::Span<const Change> changes,
                                             absl::CivilDay today);
  // History of an assignment with revisions above `after`; up to size + 1.
  absl::StatusOr<std::vector<v1::HistoryEntry>> History(const db::Context& context,
                                                        const std::string& region,
                                                        const std::string& id, std::int64_t after,
                                                        int size);
  // Reports newest first, older than the report id `before` (empty: from the newest); up to size
  // + 1.
  absl::StatusOr<std::vector<v1::ProgressReport>> Reports(const db::Context& context,
                                                          const std::string& region,
                                                          const std::string& id,
                                                          const std::string& before, int size);

  // Makes the plan's assignments in one transaction, by chunks; `progress` is told how many are
  // written after each and stops the issue (undone, CANCELLED) by false. Pairs that exist are left
  // alone and counted. A retry with the same request id ends with the first issuance; the same id
  // on another request is INVALID_ARGUMENT. `adopted` is what the plan was made from.
  absl::StatusOr<v1::Issuance> Issue(const db::Context& context, const IssueOrder& order,
                                     const Adopted& adopted, const Plan& plan,
                                     const std::function<bool(int)>& progress);
  // The answer to an earlier issue with this request id, if there was one; INVALID_ARGUMENT when
  // that was another request.
  absl::StatusOr<std::optional<v1::Issuance>> FindIssue(const db::Context& context,
                                                        const IssueOrder& order);
  // (point id, executor id) pairs of a resolution that have an assignment.
  absl::StatusOr<std::set<std::pair<std::string, std::string>>> Existing(
      const db::Context& context, const std::string& region, const std::string& resolution);
  absl::StatusOr<std::optional<v1::Issuance>> GetIssuance(const db::Context& context,
                                                          const std::string& region,
                                                          const std::string& id);

 private:
  db::Pool& pool_;
};

}  // namespace rezon::assignments::store

#endif  // REZON_SERVICES_ASSIGNMENTS_STORE_STORE_H_
