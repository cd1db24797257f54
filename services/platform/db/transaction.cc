#include "services/platform/db/transaction.h"

#include "services/platform/db/connection.h"
#include "services/platform/db/context.h"
#include "services/platform/errors/errors.h"

namespace rezon::db {
namespace {

constexpr Statement kBegin{"begin", "BEGIN"};
constexpr Statement kCommit{"commit", "COMMIT"};
constexpr Statement kRollback{"rollback", "ROLLBACK"};
// Undoing must work though the caller's time is up.
constexpr absl::Duration kRollbackTime = absl::Seconds(3);

}  // namespace

Transaction::Transaction(Connection& connection, const Context& context)
    : connection_(connection), context_(context) {}

Transaction::~Transaction() { Rollback(); }

void Transaction::Queue(const Statement& statement, Params params) {
  queued_.emplace_back(&statement, std::move(params));
}

absl::StatusOr<Result> Transaction::Execute(const Statement& statement, const Params& params) {
  Queue(statement, params);
  auto results = Send(false);
  if (!results.ok()) return results.status();
  return std::move(results->back());
}

absl::StatusOr<std::vector<Result>> Transaction::Flush() { return Send(false); }

absl::StatusOr<std::vector<Result>> Transaction::Send(bool commit) {
  if (!failed_.ok()) return failed_;
  if (ended_) return errors::Internal("the transaction has ended");
  static const Params kNone;
  std::vector<Command> commands;
  bool begin = !begun_ && !queued_.empty();
  if (begin) commands.push_back({&kBegin, &kNone});
  for (const auto& [statement, params] : queued_) commands.push_back({statement, &params});
  if (commit && (begin || begun_)) commands.push_back({&kCommit, &kNone});
  begun_ = begun_ || begin;
  auto results = connection_.Pipeline(context_, commands);
  queued_.clear();
  if (!results.ok()) {
    failed_ = results.status();
    return results;
  }
  if (commit) {
    ended_ = true;
    if (!results->empty()) results->pop_back();
  }
  if (begin) results->erase(results->begin());
  return results;
}

absl::Status Transaction::Commit() {
  auto results = Send(true);
  if (results.ok()) return absl::OkStatus();
  if (!connection_.broken()) return results.status();
  ended_ = true;
  absl::Status doubt = absl::UnknownError("the connection was lost while committing");
  results.status().ForEachPayload(
      [&](absl::string_view url, const absl::Cord& value) { doubt.SetPayload(url, value); });
  return doubt;
}

void Transaction::Rollback() {
  if (ended_ || !begun_) return;
  ended_ = true;
  if (connection_.broken()) return;
  connection_.timeout_step_ = -1;  // a SET inside is undone too
  Context grace = Context::Within(kRollbackTime);
  if (!connection_.Execute(grace, kRollback).ok()) connection_.broken_ = true;
}

}  // namespace rezon::db
