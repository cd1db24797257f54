#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/db/pool.h"
#include "services/platform/paging/sql.h"
#include "services/platform/server/call.h"
#include "services/platform/server/request_key.h"
#include "services/registry/domain/resource.h"

namespace rezon::registry::store {

// The five tables of resources, which have the same shape. Every change is one transaction with its
// event and its remembered answer. Thread-safe.
class Resources {
 public:
  // The whole resource of a stored row in JSON: the answer and the event's payload.
  using Answer = std::function<std::string(const Row&)>;

  explicit Resources(db::Pool& pool) : pool_(pool) {}

  // NOT_FOUND also for a row of another region.
  absl::StatusOr<Row> Get(const server::CallContext& call, const ResourceType& type,
                          const std::string& id);
  struct Page {
    std::vector<Row> rows;
    // Sort keys of the rows: (sort column, id).
    std::vector<std::vector<std::string>> keys;
  };
  // Rows after `after` (the sort key of the last row before, or empty) that meet the condition,
  // whose parameters start at $5.
  absl::StatusOr<Page> List(const server::CallContext& call, const ResourceType& type,
                            const paging::Condition& condition,
                            const std::vector<std::string>& after, int limit);
  // Inserts `row` (id, body, terms). ALREADY_EXISTS when a unique key is taken.
  absl::StatusOr<std::string> Create(const server::CallContext& call, const ResourceType& type,
                                     const server::RequestKey& key, Row row, const Answer& answer);
  // Locks the row, lets `change` alter body and terms, and writes it as the next version. A
  // `version` above or below 0 must be the row's own, else ABORTED.
  absl::StatusOr<std::string> Update(const server::CallContext& call, const ResourceType& type,
                                     const server::RequestKey& key, const std::string& id,
                                     std::int64_t version,
                                     const std::function<absl::Status(Row&)>& change,
                                     const Answer& answer);

 private:
  db::Pool& pool_;
};

// Errors of constraints as a caller understands them; others stay.
absl::Status Explain(const absl::Status& status, const std::string& resource);

}  // namespace rezon::registry::store
