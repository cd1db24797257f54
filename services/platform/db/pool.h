#ifndef REZON_SERVICES_PLATFORM_DB_POOL_H_
#define REZON_SERVICES_PLATFORM_DB_POOL_H_

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "absl/random/random.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/db/connection.h"
#include "services/platform/db/context.h"
#include "services/platform/db/params.h"
#include "services/platform/db/result.h"
#include "services/platform/db/statement.h"
#include "services/platform/db/transaction.h"

namespace rezon::db {

struct PoolOptions {
  ConnectionOptions connection;
  // Connections kept open; equal to the worker threads of the service, so that a worker never
  // waits.
  int size = 8;
  // How many are opened at the same time at start.
  int open_parallelism = 4;
  // A call without a nearer deadline waits at most this long for a connection.
  absl::Duration max_wait = absl::Seconds(5);
  // A connection older than this (plus up to a fifth, at random) is replaced when it comes back.
  absl::Duration max_age = absl::Minutes(30);
  // How often a unit of work is run again after a serialization failure or a deadlock.
  int max_reruns = 4;
};

// A momentary count of a pool.
struct PoolStats {
  int size = 0;
  int open = 0;
  int busy = 0;
  int waiting = 0;
  // Since start: connections thrown away as broken or stale; calls that got no connection in time.
  std::int64_t replaced = 0;
  std::int64_t timeouts = 0;
};

// A fixed set of connections to one database. Thread-safe. Must outlive its leases.
class Pool {
 public:
  // A connection out of the pool; goes back when it is destroyed.
  class Lease {
   public:
    Lease(Lease&& other) noexcept;
    Lease& operator=(Lease&&) = delete;
    ~Lease();
    Connection& operator*() const { return *connection_; }
    Connection* operator->() const { return connection_.get(); }

   private:
    friend class Pool;
    Lease(Pool* pool, std::unique_ptr<Connection> connection, absl::Time retire_at)
        : pool_(pool), connection_(std::move(connection)), retire_at_(retire_at) {}
    Pool* pool_;
    std::unique_ptr<Connection> connection_;
    absl::Time retire_at_;
  };

  // Opens all connections within the context's deadline; fails if any cannot be opened.
  static absl::StatusOr<std::unique_ptr<Pool>> Open(PoolOptions options, const Context& context);
  ~Pool();

  // One statement in a transaction of its own: one round trip. The usual way to read, and to write
  // with a single CTE statement. Reruns as Transact does. A connection lost while a statement ran
  // gives UNAVAILABLE; whether a write took effect is then found by its request id.
  absl::StatusOr<Result> Execute(const Context& context, const Statement& statement,
                                 const Params& params = {});
  // Runs `work` in a transaction and commits if it returns OK, else rolls back and answers its
  // status. Runs it again after a serialization failure or deadlock, at most max_reruns times and
  // within the deadline; then ABORTED. `work` must therefore have no effect outside.
  absl::Status Transact(const Context& context,
                        const std::function<absl::Status(Transaction&)>& work);
  // Waits for a connection until the deadline (DEADLINE_EXCEEDED) or max_wait (RESOURCE_EXHAUSTED
  // with RetryInfo), whichever comes first.
  absl::StatusOr<Lease> Acquire(const Context& context);

  PoolStats Stats() const;
  const PoolOptions& options() const { return options_; }

 private:
  struct Idle {
    std::unique_ptr<Connection> connection;
    absl::Time retire_at;
  };
  explicit Pool(PoolOptions options);
  absl::StatusOr<Idle> OpenOne(const Context& context);
  absl::Status OpenAll(const Context& context);
  absl::StatusOr<Idle> WaitForSlot(const Context& context);
  void Return(std::unique_ptr<Connection> connection, absl::Time retire_at);
  bool MayRerun(const absl::Status& status, int attempt, const Context& context);
  PoolStats Count() const;  // under mutex_
  absl::Duration Jitter(absl::Duration most);

  const PoolOptions options_;
  mutable std::mutex mutex_;  // guards all below; a slot that comes back is told by freed_
  std::condition_variable freed_;
  std::vector<Idle> idle_;
  int busy_ = 0;
  int waiting_ = 0;
  std::int64_t replaced_ = 0;
  std::int64_t timeouts_ = 0;
  absl::BitGen random_;
};

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_POOL_H_
