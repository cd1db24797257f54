#include "services/platform/db/pool.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "services/platform/db/pool_gauges.h"
#include "services/platform/errors/errors.h"
#include "services/platform/log/log.h"

namespace rezon::db {

Pool::Lease::Lease(Lease&& other) noexcept
    : pool_(std::exchange(other.pool_, nullptr)),
      connection_(std::move(other.connection_)),
      retire_at_(other.retire_at_) {}

Pool::Lease::~Lease() {
  if (pool_ != nullptr) pool_->Return(std::move(connection_), retire_at_);
}

Pool::Pool(PoolOptions options) : options_(std::move(options)) {
  std::lock_guard lock(mutex_);
  idle_.resize(static_cast<std::size_t>(options_.size));
}

Pool::~Pool() = default;

absl::StatusOr<std::unique_ptr<Pool>> Pool::Open(PoolOptions options, const Context& context) {
  std::unique_ptr<Pool> pool(new Pool(std::move(options)));
  if (absl::Status status = pool->OpenAll(context); !status.ok()) return status;
  return pool;
}

absl::Status Pool::OpenAll(const Context& context) {
  std::atomic<int> next = 0;
  absl::Status first;
  std::vector<std::thread> openers;
  for (int i = 0; i < std::min(options_.open_parallelism, options_.size); ++i) {
    openers.emplace_back([&] {
      for (int slot = next++; slot < options_.size; slot = next++) {
        auto opened = OpenOne(context);
        std::lock_guard lock(mutex_);
        if (opened.ok()) {
          idle_[static_cast<std::size_t>(slot)] = std::move(*opened);
        } else {
          first.Update(opened.status());
        }
      }
    });
  }
  for (std::thread& opener : openers) opener.join();
  UpdateGauges(Stats());
  return first;
}

absl::StatusOr<Pool::Idle> Pool::OpenOne(const Context& context) {
  auto connection = Connection::Open(options_.connection, context);
  if (!connection.ok()) return connection.status();
  return Idle{std::move(*connection),
              absl::Now() + options_.max_age + Jitter(options_.max_age / 5)};
}

absl::Duration Pool::Jitter(absl::Duration most) {
  std::lock_guard lock(mutex_);
  return most * absl::Uniform(random_, 0.0, 1.0);
}

// A slot is a right to one connection; an empty one (its connection was thrown away) is filled by
// whoever takes it.
absl::StatusOr<Pool::Idle> Pool::WaitForSlot(const Context& context) {
  absl::Time until = std::min(context.deadline, absl::Now() + options_.max_wait);
  std::unique_lock lock(mutex_);
  if (idle_.empty()) {
    ++waiting_;
    UpdateGauges(Count());
    bool got =
        freed_.wait_until(lock, absl::ToChronoTime(until), [this] { return !idle_.empty(); });
    --waiting_;
    if (!got) {
      ++timeouts_;
      if (until == context.deadline) return errors::DeadlineExceeded("no connection came free");
      return errors::ResourceExhausted("POOL_EXHAUSTED", "all database connections are busy",
                                       "Сервис перегружен, повторите попытку позже",
                                       absl::Seconds(1));
    }
  }
  Idle taken = std::move(idle_.back());
  idle_.pop_back();
  ++busy_;
  return taken;
}

absl::StatusOr<Pool::Lease> Pool::Acquire(const Context& context) {
  auto slot = WaitForSlot(context);
  if (!slot.ok()) return slot.status();
  bool stale =
      slot->connection != nullptr && (slot->connection->Stale() || absl::Now() >= slot->retire_at);
  if (stale) {
    std::lock_guard lock(mutex_);
    ++replaced_;
  }
  if (stale) slot->connection.reset();
  if (slot->connection == nullptr) {
    auto opened = OpenOne(context);
    if (!opened.ok()) {
      Return(nullptr, {});
      return opened.status();
    }
    *slot = std::move(*opened);
  }
  return Lease(this, std::move(slot->connection), slot->retire_at);
}

void Pool::Return(std::unique_ptr<Connection> connection, absl::Time retire_at) {
  bool discard = connection != nullptr && connection->broken();
  if (discard) connection.reset();
  std::lock_guard lock(mutex_);
  --busy_;
  if (discard) ++replaced_;
  // Empty slots go to the far end, so that live connections are taken first.
  if (connection == nullptr) {
    idle_.insert(idle_.begin(), Idle{nullptr, {}});
  } else {
    idle_.push_back({std::move(connection), retire_at});
  }
  if (waiting_ > 0) freed_.notify_one();
  UpdateGauges(Count());
}

PoolStats Pool::Stats() const {
  std::lock_guard lock(mutex_);
  return Count();
}

PoolStats Pool::Count() const {
  PoolStats stats{options_.size, busy_, busy_, waiting_, replaced_, timeouts_};
  for (const Idle& idle : idle_) stats.open += idle.connection != nullptr ? 1 : 0;
  return stats;
}

}  // namespace rezon::db
