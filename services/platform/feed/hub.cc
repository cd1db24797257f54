#include "services/platform/feed/hub.h"

#include <algorithm>
#include <utility>

#include "services/platform/errors/errors.h"
#include "services/platform/log/log.h"

namespace rezon::feed {
namespace {

constexpr std::size_t kRecent = 4096;

bool Wanted(const Watcher& watcher, const Event& event) {
  return (watcher.types.empty() || watcher.types.contains(event.type)) &&
         (watcher.region.empty() || watcher.region == event.region);
}

absl::Status Draining() {
  return errors::Unavailable("DRAINING", "the service is shutting down", "Сервис завершает работу",
                             absl::Milliseconds(100));
}

}  // namespace

Hub::Hub(ServerOptions options)
    : options_(std::move(options)), reader_(options_.connection), thread_([this] { Run(); }) {}

Hub::~Hub() {
  Drain();
  {
    std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Hub::Add(std::shared_ptr<Watcher> watcher) {
  {
    std::lock_guard lock(mutex_);
    if (!draining_) {
      watchers_.insert(std::move(watcher));
      wake_ = true;
      changed_.notify_one();
      return;
    }
  }
  watcher->End(Draining());
}

void Hub::Remove(const std::shared_ptr<Watcher>& watcher) {
  std::lock_guard lock(mutex_);
  watchers_.erase(watcher);
}

void Hub::Wake() {
  {
    std::lock_guard lock(mutex_);
    wake_ = true;
  }
  changed_.notify_one();
}

void Hub::Drain() {
  {
    std::lock_guard lock(mutex_);
    draining_ = true;
  }
  for (const auto& watcher : Watchers()) watcher->End(Draining());
}

std::vector<std::shared_ptr<Watcher>> Hub::Watchers() {
  std::lock_guard lock(mutex_);
  return {watchers_.begin(), watchers_.end()};
}

// Without watchers the table is left alone.
bool Hub::WaitForWork() {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, absl::ToChronoNanoseconds(options_.poll),
                    [this] { return stop_ || wake_; });
  changed_.wait(lock, [this] { return stop_ || wake_ || !watchers_.empty(); });
  wake_ = false;
  return !stop_;
}

void Hub::Run() {
  while (WaitForWork()) {
    auto watchers = Watchers();
    if (watchers.empty()) continue;
    if (absl::Status status = Refresh(); !status.ok()) {
      log::Warning("the feed cannot be read", {{"error", status.ToString()}});
      continue;
    }
    for (const auto& watcher : watchers) Serve(watcher);
  }
}

absl::Status Hub::Refresh() {
  auto state = reader_.ReadState();
  if (!state.ok()) return state.status();
  state_ = *state;
  // After a long time without watchers the window begins anew instead of reading all in between.
  if (!recent_.empty() &&
      state_.head - recent_.back()->position > static_cast<std::int64_t>(kRecent)) {
    recent_.clear();
  }
  if (recent_.empty()) return absl::OkStatus();
  while (recent_.back()->position < state_.head) {
    auto events = reader_.ReadAfter(recent_.back()->position, options_.batch);
    if (!events.ok()) return events.status();
    if (events->empty()) break;
    recent_.insert(recent_.end(), events->begin(), events->end());
    while (recent_.size() > kRecent) recent_.pop_front();
  }
  return absl::OkStatus();
}

absl::StatusOr<Hub::Events> Hub::After(std::int64_t cursor) {
  if (recent_.empty() || recent_.front()->position > cursor + 1) {
    auto events = reader_.ReadAfter(cursor, options_.batch);
    // The first reader at the head begins the shared window.
    if (events.ok() && recent_.empty() && !events->empty() &&
        events->back()->position == state_.head) {
      recent_.assign(events->begin(), events->end());
    }
    return events;
  }
  auto first = recent_.begin() + (cursor + 1 - recent_.front()->position);
  const auto left = static_cast<size_t>(recent_.end() - first);
  const auto count = std::min(static_cast<size_t>(options_.batch), left);
  return Events(first, first + static_cast<std::ptrdiff_t>(count));
}

absl::Status Hub::CheckCursor(const Watcher& watcher) const {
  if (watcher.cursor > state_.head) {
    return errors::OutOfRange("CURSOR_AHEAD", "the cursor is after the newest event",
                              "Позиция больше последней",
                              {{"head_cursor", std::to_string(state_.head)}});
  }
  if (watcher.cursor != 0 && watcher.cursor < state_.trimmed) {
    return errors::OutOfRange("CURSOR_TRIMMED", "events after the cursor are no longer kept",
                              "События после этой позиции уже удалены",
                              {{"oldest_cursor", std::to_string(state_.trimmed)}});
  }
  return absl::OkStatus();
}

void Hub::Serve(const std::shared_ptr<Watcher>& watcher) {
  if (!watcher->Ready()) return;
  if (absl::Status status = CheckCursor(*watcher); !status.ok()) return watcher->End(status);
  bool quiet = absl::Now() - watcher->last_sent >= options_.heartbeat;
  if (watcher->cursor >= state_.head && !quiet) return;
  Events events;
  std::int64_t cursor = watcher->cursor;
  if (cursor < state_.head) {
    auto read = After(cursor);
    if (!read.ok()) return;
    if (!read->empty()) cursor = read->back()->position;
    for (auto& event : *read) {
      if (Wanted(*watcher, *event)) events.push_back(std::move(event));
    }
  }
  watcher->cursor = cursor;
  if (events.empty() && !quiet) return;  // nothing of interest; the next heartbeat tells the cursor
  watcher->last_sent = absl::Now();
  watcher->Send(events, cursor, state_.head);
}

}  // namespace rezon::feed
