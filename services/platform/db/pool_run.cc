#include <algorithm>
#include <utility>

#include "services/platform/db/errors.h"
#include "services/platform/db/pool.h"

namespace rezon::db {
namespace {

// Short and random, so that two units that collided do not collide again.
absl::Duration Backoff(int attempt) { return absl::Milliseconds(2) * (1 << attempt); }

}  // namespace

bool Pool::MayRerun(const absl::Status& status, int attempt, const Context& context) {
  if (!Rerunnable(status) || attempt >= options_.max_reruns) return false;
  absl::Duration pause = Backoff(attempt) + Jitter(Backoff(attempt));
  if (absl::Now() + pause >= context.deadline) return false;
  absl::SleepFor(pause);
  return true;
}

absl::StatusOr<Result> Pool::Execute(const Context& context, const Statement& statement,
                                     const Params& params) {
  for (int attempt = 0;; ++attempt) {
    auto lease = Acquire(context);
    if (!lease.ok()) return lease.status();
    auto result = (*lease)->Execute(context, statement, params);
    if (result.ok() || !Rerunnable(result.status())) return result;
    if (!MayRerun(result.status(), attempt, context)) return result;
  }
}

absl::Status Pool::Transact(const Context& context,
                            const std::function<absl::Status(Transaction&)>& work) {
  for (int attempt = 0;; ++attempt) {
    auto lease = Acquire(context);
    if (!lease.ok()) return lease.status();
    absl::Status status;
    {
      Transaction transaction(**lease, context);
      status = work(transaction);
      if (status.ok()) status = transaction.Commit();
    }
    if (status.ok() || !MayRerun(status, attempt, context)) return status;
  }
}

}  // namespace rezon::db
