#ifndef REZON_SERVICES_PLATFORM_DB_TRANSACTION_H_
#define REZON_SERVICES_PLATFORM_DB_TRANSACTION_H_

#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/db/params.h"
#include "services/platform/db/result.h"
#include "services/platform/db/statement.h"

namespace rezon::db {

class Connection;
struct Context;

// A unit of work on one connection (READ COMMITTED). BEGIN travels with the first statement and
// COMMIT with the last queued ones, so a transaction of one flush costs one round trip.
// Not thread-safe. Made by Pool::Transact; rolled back when it is destroyed uncommitted.
class Transaction {
 public:
  Transaction(Connection& connection, const Context& context);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // Sends everything queued and this statement; answers this statement's rows. After an error the
  // transaction is lost: every later call answers the same error.
  absl::StatusOr<Result> Execute(const Statement& statement, const Params& params = {});
  // Sends the statement with the next Execute, Flush or commit. Its rows are dropped unless Flush
  // returns them; its error is the error of the call that sends it.
  void Queue(const Statement& statement, Params params = {});
  // Sends what is queued in one round trip and answers each statement's rows in order.
  absl::StatusOr<std::vector<Result>> Flush();
  // Sends what is queued together with COMMIT. Called by Pool::Transact when the work returns OK.
  // A connection lost here leaves the outcome in doubt: UNKNOWN with reason COMMIT_IN_DOUBT.
  absl::Status Commit();
  // Undoes everything. Harmless twice.
  void Rollback();

  const Context& context() const { return context_; }

 private:
  absl::StatusOr<std::vector<Result>> Send(bool commit);

  Connection& connection_;
  const Context& context_;
  std::vector<std::pair<const Statement*, Params>> queued_;
  absl::Status failed_;
  bool begun_ = false;
  bool ended_ = false;
};

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_TRANSACTION_H_
