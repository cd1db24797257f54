#ifndef REZON_SERVICES_PLATFORM_OUTBOX_SEQUENCER_H_
#define REZON_SERVICES_PLATFORM_OUTBOX_SEQUENCER_H_

#include <condition_variable>
#include <mutex>
#include <thread>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/db/connection.h"

namespace rezon::outbox {

struct SequencerOptions {
  db::ConnectionOptions connection;
  // Pause between looks at the table while events come; grows to idle_interval when none do.
  absl::Duration interval = absl::Milliseconds(10);
  absl::Duration idle_interval = absl::Milliseconds(50);
  // How often a process that does not lead tries to.
  absl::Duration takeover_interval = absl::Seconds(1);
  // Rows given positions in one transaction.
  int batch = 5000;
  // Events older than this are deleted; infinite keeps all, so that projections can be rebuilt.
  absl::Duration keep = absl::InfiniteDuration();
};

// Gives positions to committed events in the order of their ids, one transaction a batch: gap-free,
// and consistent with commits (anchors.md 12a). One leader a schema by a session advisory lock;
// other replicas stand by and take over when its session ends. Runs on a thread of its own.
class Sequencer {
 public:
  explicit Sequencer(SequencerOptions options);
  ~Sequencer();
  Sequencer(const Sequencer&) = delete;
  Sequencer& operator=(const Sequencer&) = delete;

  // An event was just committed: look now. Thread-safe.
  void Wake();

 private:
  void Run();
  void Lead(db::Connection& connection);
  absl::StatusOr<bool> TryLead(db::Connection& connection);
  absl::StatusOr<std::int64_t> Assign(db::Connection& connection);
  absl::Status Trim(db::Connection& connection);
  bool Pause(absl::Duration time);
  bool Stopping();

  const SequencerOptions options_;
  std::mutex mutex_;  // guards stop_ and wake_; their changes are told by changed_
  std::condition_variable changed_;
  bool stop_ = false;
  bool wake_ = false;
  std::thread thread_;
};

}  // namespace rezon::outbox

#endif  // REZON_SERVICES_PLATFORM_OUTBOX_SEQUENCER_H_
