#include "services/assignments/store/combiner.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string_view>
#include <utility>

#include "services/platform/db/errors.h"
#include "services/platform/errors/errors.h"
#include "services/platform/trace/span.h"

namespace rezon::assignments::store {
namespace {

// How often a waiting caller looks whether it was cancelled, and how long it lets a batch run
// before the next one is begun beside it.
constexpr absl::Duration kPatience = absl::Milliseconds(20);

absl::Status TimeUp(const db::Context& context) {
  if (absl::Now() >= context.deadline) return errors::DeadlineExceeded("no time left");
  if (context.cancelled && context.cancelled()) return errors::Cancelled("cancelled by the caller");
  return absl::OkStatus();
}

// The database itself refused the statement, so nothing of it was kept. A lost connection or an end
// of our own making leaves that open.
bool SurelyUndone(const absl::Status& status) {
  const std::string state = db::SqlState(status);
  return !state.empty() && state.rfind("08", 0) != 0 && state.rfind("57P", 0) != 0;
}

}  // namespace

struct Combiner::Waiting {
  Change change;
  absl::CivilDay today;
  absl::Time deadline;
  bool taken = false;
  bool done = false;
  // The batch could not speak for it: it has to be run alone.
  bool alone = false;
  absl::StatusOr<Outcome> outcome = absl::UnknownError("not run");
  // The statement's trace, for callers who did not lead.
  trace::SpanContext leader;
  std::condition_variable wake;
};

absl::StatusOr<Outcome> Combiner::Apply(const db::Context& context, const Change& change,
                                        absl::CivilDay today) {
  auto mine = std::make_shared<Waiting>();
  mine->change = change;
  mine->today = today;
  mine->deadline = context.deadline;
  trace::Span span;
  std::unique_lock lock(mutex_);
  queue_.push_back(mine);
  while (!mine->done && !mine->alone) {
    if (!mine->taken && MayLead()) {
      Lead(lock, context, mine);
    } else {
      if (!span.context().valid()) span = trace::Span("join_changes", trace::Kind::kInternal);
      if (absl::Status status = Wait(lock, context, mine); !status.ok()) return status;
    }
  }
  lock.unlock();
  if (span.sampled() && mine->leader.valid()) span.Link(mine->leader);
  if (mine->alone) return Alone(context, *mine);
  return std::move(mine->outcome);
}

absl::StatusOr<Outcome> Combiner::Alone(const db::Context& context, const Waiting& mine) {
  auto outcomes = run_(context, absl::MakeConstSpan(&mine.change, 1), mine.today);
  if (!outcomes.ok()) return outcomes.status();
  return std::move(outcomes->front());
}

absl::Status Combiner::Wait(std::unique_lock<std::mutex>& lock, const db::Context& context,
                            const std::shared_ptr<Waiting>& mine) {
  const absl::Time until = std::min(context.deadline, absl::Now() + kPatience);
  mine->wake.wait_until(lock, absl::ToChronoTime(until));
  if (mine->done || mine->alone) return absl::OkStatus();
  absl::Status status = TimeUp(context);
  if (!status.ok() && !mine->taken) queue_.erase(std::find(queue_.begin(), queue_.end(), mine));
  return status;
}

bool Combiner::MayLead() const { return leaders_ == 0 || absl::Now() - last_lead_ >= kPatience; }

Combiner::Batch Combiner::Take() {
  Batch batch;
  std::set<std::pair<std::string_view, std::string_view>> seen;
  std::deque<std::shared_ptr<Waiting>> rest;
  for (std::shared_ptr<Waiting>& waiting : queue_) {
    const bool fits = static_cast<int>(batch.size()) < most_ &&
                      (batch.empty() || waiting->today == batch.front()->today) &&
                      seen.insert({waiting->change.region, waiting->change.id}).second;
    waiting->taken = fits;
    (fits ? batch.push_back(waiting) : rest.push_back(waiting));
  }
  queue_ = std::move(rest);
  return batch;
}

void Combiner::Lead(std::unique_lock<std::mutex>& lock, const db::Context& context,
                    const std::shared_ptr<Waiting>& mine) {
  const Batch batch = Take();
  const bool own = batch.size() == 1 && batch.front() == mine;
  ++leaders_;
  last_lead_ = absl::Now();
  lock.unlock();
  std::vector<Change> changes;
  db::Context shared = context;
  if (!own) {
    // One caller whose time is up or who goes away must not undo the others' changes.
    shared.deadline = batch.front()->deadline;
    shared.cancelled = nullptr;
  }
  for (const auto& waiting : batch) {
    changes.push_back(waiting->change);
    if (!own) shared.deadline = std::max(shared.deadline, waiting->deadline);
  }
  auto outcomes = run_(shared, changes, batch.front()->today);
  lock.lock();
  --leaders_;
  HandOut(batch, std::move(outcomes));
  if (!queue_.empty()) queue_.front()->wake.notify_one();
}

void Combiner::HandOut(const Batch& batch, absl::StatusOr<std::vector<Outcome>> outcomes) {
  const bool shared = batch.size() > 1;
  for (size_t i = 0; i < batch.size(); ++i) {
    Waiting& waiting = *batch[i];
    waiting.leader = trace::Current();
    if (outcomes.ok()) {
      waiting.alone = shared && (*outcomes)[i].kind == Outcome::Kind::kRaced;
      if (!waiting.alone) waiting.outcome = std::move((*outcomes)[i]);
    } else {
      waiting.alone = shared && SurelyUndone(outcomes.status());
      if (!waiting.alone) waiting.outcome = outcomes.status();
    }
    waiting.done = !waiting.alone;
    waiting.wake.notify_one();
  }
}

}  // namespace rezon::assignments::store
