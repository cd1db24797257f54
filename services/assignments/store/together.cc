#include "services/assignments/store/together.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "services/platform/db/errors.h"

namespace rezon::assignments::store {
namespace {

using Outcomes = std::vector<absl::StatusOr<Outcome>>;

// The database itself refused the statement, so nothing of it was kept. A lost connection or an end
// of our own making leaves that open.
bool SurelyUndone(const absl::Status& status) {
  const std::string state = db::SqlState(status);
  return !state.empty() && state.rfind("08", 0) != 0 && state.rfind("57P", 0) != 0;
}

absl::StatusOr<Outcome> Alone(const ApplyChanges& apply, const AskedChange& one,
                              absl::CivilDay today) {
  auto outcomes = apply(one.context, absl::MakeConstSpan(&one.change, 1), today);
  if (!outcomes.ok()) return outcomes.status();
  return std::move(outcomes->front());
}

// Takes the first change of each assignment out of `left`.
std::vector<std::size_t> TakeDistinct(absl::Span<const AskedChange> asked,
                                      std::vector<std::size_t>& left) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  std::vector<std::size_t> taken, rest;
  for (std::size_t i : left) {
    const Change& change = asked[i].change;
    (seen.insert({change.region, change.id}).second ? taken : rest).push_back(i);
  }
  left = std::move(rest);
  return taken;
}

void RunSeveral(const ApplyChanges& apply, const db::Context& shared,
                absl::Span<const AskedChange> asked, const std::vector<std::size_t>& places,
                absl::CivilDay today, Outcomes& results) {
  std::vector<Change> changes;
  changes.reserve(places.size());
  for (std::size_t i : places) changes.push_back(asked[i].change);
  auto outcomes = apply(shared, changes, today);
  const bool again = !outcomes.ok() && SurelyUndone(outcomes.status());
  for (std::size_t n = 0; n < places.size(); ++n) {
    const std::size_t i = places[n];
    const bool raced = outcomes.ok() && (*outcomes)[n].kind == Outcome::Kind::kRaced;
    if (again || raced) {
      results[i] = Alone(apply, asked[i], today);
    } else if (outcomes.ok()) {
      results[i] = std::move((*outcomes)[n]);
    } else {
      results[i] = outcomes.status();
    }
  }
}

}  // namespace

Outcomes ApplyTogether(const ApplyChanges& apply, const db::Context& shared,
                       absl::Span<const AskedChange> asked, absl::CivilDay today) {
  Outcomes results(asked.size(), absl::UnknownError("not run"));
  std::vector<std::size_t> left(asked.size());
  for (std::size_t i = 0; i < left.size(); ++i) left[i] = i;
  while (!left.empty()) {
    const std::vector<std::size_t> batch = TakeDistinct(asked, left);
    if (batch.size() == 1) {
      results[batch.front()] = Alone(apply, asked[batch.front()], today);
    } else {
      RunSeveral(apply, shared, asked, batch, today, results);
    }
  }
  return results;
}

}  // namespace rezon::assignments::store
