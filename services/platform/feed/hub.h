#ifndef REZON_SERVICES_PLATFORM_FEED_HUB_H_
#define REZON_SERVICES_PLATFORM_FEED_HUB_H_

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/platform/feed/event.h"
#include "services/platform/feed/reader.h"
#include "services/platform/feed/server.h"

namespace rezon::feed {

// One stream of one consumer. The hub calls it from its thread, only while Ready().
class Watcher {
 public:
  virtual ~Watcher() = default;
  // True when no write is in flight and the stream is open.
  virtual bool Ready() = 0;
  // Starts writing the events (none: a heartbeat) up to `cursor`. Does not block.
  virtual void Send(const std::vector<std::shared_ptr<const Event>>& events, std::int64_t cursor,
                    std::int64_t head) = 0;
  // Ends the stream, after the write in flight.
  virtual void End(const absl::Status& status) = 0;

  // Touched by the hub's thread only, after Add.
  std::int64_t cursor = 0;
  std::set<std::string> types;
  std::string region;
  absl::Time last_sent = absl::InfinitePast();
};

// The one poller of a service's feed: reads new events once, keeps the last few thousand, and hands
// them to every watcher that is ready; a watcher that fell behind them is served from the table.
class Hub {
 public:
  explicit Hub(ServerOptions options);
  ~Hub();

  // Thread-safe. A hub that drains ends the watcher at once.
  void Add(std::shared_ptr<Watcher> watcher);
  void Remove(const std::shared_ptr<Watcher>& watcher);
  // A write has ended, or an event was committed: look now. Thread-safe.
  void Wake();
  // Ends every stream with UNAVAILABLE and accepts no more; each has its last cursor. Thread-safe.
  void Drain();

 private:
  using Events = std::vector<std::shared_ptr<const Event>>;
  void Run();
  bool WaitForWork();
  absl::Status Refresh();
  void Serve(const std::shared_ptr<Watcher>& watcher);
  absl::StatusOr<Events> After(std::int64_t cursor);
  std::vector<std::shared_ptr<Watcher>> Watchers();
  absl::Status CheckCursor(const Watcher& watcher) const;

  const ServerOptions options_;
  Reader reader_;
  Reader::State state_;
  std::deque<std::shared_ptr<const Event>> recent_;

  std::mutex mutex_;  // guards all below but the thread; what it waits for is told by changed_
  std::condition_variable changed_;
  std::set<std::shared_ptr<Watcher>> watchers_;
  bool wake_ = false;
  bool draining_ = false;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace rezon::feed

#endif  // REZON_SERVICES_PLATFORM_FEED_HUB_H_
