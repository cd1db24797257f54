#ifndef REZON_SERVICES_ASSIGNMENTS_STORE_COMBINER_H_
#define REZON_SERVICES_ASSIGNMENTS_STORE_COMBINER_H_

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "services/assignments/store/store.h"

namespace rezon::assignments::store {

// Lets changes that come at the same time share one statement and one commit. Whoever comes while
// no batch is under way leads: takes what has gathered, runs it, hands out the outcomes. So a lone
// change waits for nobody, and under load a batch gathers while the one before is written. A batch
// that takes long (a row locked by somebody else) does not hold up the next one. Thread-safe.
class Combiner {
 public:
  // Runs changes of different assignments together; outcomes in their order.
  using Run = std::function<absl::StatusOr<std::vector<Outcome>>(
      const db::Context&, absl::Span<const Change>, absl::CivilDay)>;

  explicit Combiner(Run run, int most = 64) : run_(std::move(run)), most_(most) {}

  // The outcome of one change. It is made alone, within its own deadline, when its batch was
  // refused by the database for the sake of another, or when another change got between. A caller
  // whose time is up while its batch runs gets DEADLINE_EXCEEDED or CANCELLED, as for any statement
  // under way.
  absl::StatusOr<Outcome> Apply(const db::Context& context, const Change& change,
                                absl::CivilDay today);

 private:
  struct Waiting;
  using Batch = std::vector<std::shared_ptr<Waiting>>;

  bool MayLead() const;
  // Takes the batch to lead: the first in the queue and all that fit with it.
  Batch Take();
  void Lead(std::unique_lock<std::mutex>& lock, const db::Context& context,
            const std::shared_ptr<Waiting>& mine);
  void HandOut(const Batch& batch, absl::StatusOr<std::vector<Outcome>> outcomes);
  absl::Status Wait(std::unique_lock<std::mutex>& lock, const db::Context& context,
                    const std::shared_ptr<Waiting>& mine);
  absl::StatusOr<Outcome> Alone(const db::Context& context, const Waiting& mine);

  const Run run_;
  const int most_;
  std::mutex mutex_;
  std::deque<std::shared_ptr<Waiting>> queue_;
  int leaders_ = 0;
  absl::Time last_lead_ = absl::InfinitePast();
};

}  // namespace rezon::assignments::store

#endif  // REZON_SERVICES_ASSIGNMENTS_STORE_COMBINER_H_
