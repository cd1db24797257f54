#include "services/decisions/domain/move.h"

#include <algorithm>
#include <iterator>

#include "services/decisions/domain/life.h"
#include "services/decisions/domain/tree.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

bool Inside(std::size_t place, std::size_t begin, std::size_t end) {
  return place >= begin && place < end;
}

absl::Status CheckNewParent(const Aggregate& aggregate, const std::string& parent,
                            std::size_t begin, std::size_t end) {
  if (parent.empty()) return absl::OkStatus();
  auto place = PlaceOf(aggregate, parent);
  if (!place.ok()) {
    return errors::InvalidField("parent", "must be a point of this resolution",
                                "Вышестоящий пункт не найден в этой резолюции.");
  }
  if (!Inside(*place, begin, end)) return absl::OkStatus();
  return errors::InvalidField("parent", "must not be the point itself or one below it",
                              "Пункт нельзя подчинить самому себе или своему подпункту.");
}

// The place in front of which the point goes, counted with the point still at its old place.
absl::StatusOr<std::size_t> Target(const Aggregate& aggregate, const Place& to, std::size_t begin,
                                   std::size_t end) {
  if (to.after.empty()) {
    return to.parent.empty() ? 0 : *PlaceOf(aggregate, to.parent) + 1;
  }
  auto after = PlaceOf(aggregate, to.after);
  if (!after.ok() || Inside(*after, begin, end) || aggregate.points[*after].parent() != to.parent) {
    return errors::InvalidField("after", "must be another point directly below `parent`",
                                "Пункт, после которого поставить, должен быть другим пунктом той "
                                "же группы.");
  }
  return EndOfSubtree(aggregate, *after);
}

}  // namespace

absl::StatusOr<std::size_t> MovePoint(Aggregate& aggregate, const Place& to, const Editor& editor) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  PutInTreeOrder(aggregate);
  auto place = PlaceOf(aggregate, to.name);
  if (!place.ok()) return place;
  const std::size_t begin = *place;
  const std::size_t end = EndOfSubtree(aggregate, begin);
  if (absl::Status stale = CheckPointEtag(to.etag, aggregate.points[begin]); !stale.ok()) {
    return stale;
  }
  if (absl::Status wrong = CheckNewParent(aggregate, to.parent, begin, end); !wrong.ok()) {
    return wrong;
  }
  auto target = Target(aggregate, to, begin, end);
  if (!target.ok()) return target;
  *Note(aggregate, editor, pb::Correction::ACTION_MOVE).add_before() = aggregate.points[begin];
  aggregate.points[begin].set_parent(to.parent);
  Sign(editor, {"parent"}, aggregate.points[begin], aggregate);
  auto at = [&](std::size_t i) {
    return std::next(aggregate.points.begin(), static_cast<std::ptrdiff_t>(i));
  };
  const std::size_t size = end - begin;
  if (*target < begin) {
    std::rotate(at(*target), at(begin), at(end));
  } else if (*target > end) {
    std::rotate(at(begin), at(end), at(*target));
  }
  Renumber(aggregate);
  const std::size_t moved = *target < begin ? *target : *target > end ? *target - size : begin;
  *aggregate.corrections.back().add_after() = aggregate.points[moved];
  return moved;
}

}  // namespace rezon::decisions
