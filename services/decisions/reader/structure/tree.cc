#include "services/decisions/reader/structure/tree.h"

#include <algorithm>

namespace rezon::reader {
namespace {

// Outer styles have a lower rank; a list of a higher rank may stand under one of a lower.
int Rank(const Label& label, PlainStyle plain) {
  switch (label.kind) {
    case LabelKind::kRoman:
      return 1;
    case LabelKind::kNumber:
      return label.paren ? 3 : 2;
    case LabelKind::kLetter:
      return 4;
    case LabelKind::kBullet:
      return 5;
    case LabelKind::kNone:
      return plain == PlainStyle::kHeading ? 0 : 6;
  }
  return 6;
}

// How many parts a number has and the first `depth` of them, as one word.
uint64_t KeyOf(const Label& label, uint64_t depth) {
  constexpr int kPartBits = 10;  // parts have three digits
  uint64_t key = depth;
  for (uint64_t i = 0; i < depth; ++i) key = key << kPartBits | label.parts[i];
  return key;
}

constexpr size_t kNoLevel = static_cast<size_t>(-1);

}  // namespace

size_t Tree::FindStyle(const Label& label, PlainStyle plain) const {
  size_t found = kNoLevel;
  for (size_t i = levels_.size(); i-- > 0;) {
    const Level& level = levels_[i];
    if (!level.label.SameStyle(label) || level.plain != plain) continue;
    if (label && label.kind != LabelKind::kBullet && label.value() == level.label.value() + 1) {
      return i;
    }
    if (found == kNoLevel) found = i;
  }
  return found;
}

int Tree::Sibling(size_t level, const Label& label, bool opens, int ordinal) {
  levels_.resize(level + 1);
  Level& at = levels_[level];
  at.label = label;
  at.ordinal = ordinal;
  at.opens = opens;
  at.has_children = false;
  return at.parent;
}

int Tree::Push(const Label& label, PlainStyle plain, bool opens, int ordinal) {
  int parent = 0;
  if (!levels_.empty()) {
    parent = levels_.back().ordinal;
    levels_.back().has_children = true;
  }
  levels_.push_back({label, plain, ordinal, parent, opens, false});
  return parent;
}

// 1.2.3 stands under the latest 1.2, wherever that was.
int Tree::PlaceNumber(const Label& label, bool opens, int ordinal) {
  const auto entry = numbers_.find(KeyOf(label, label.depth - 1));
  if (entry == numbers_.end()) return -1;
  const Numbered* found = &entry->second;
  if (found->depth >= levels_.size() || levels_[found->depth].ordinal != found->ordinal) {
    // Its level was closed by a paragraph in between; the number says that it goes on.
    levels_.clear();
    levels_.push_back({found->label, PlainStyle::kNone, found->ordinal, found->parent, true, true});
    return Push(label, PlainStyle::kNone, opens, ordinal);
  }
  const size_t child = found->depth + 1;
  if (child < levels_.size() && levels_[child].label.SameStyle(label)) {
    return Sibling(child, label, opens, ordinal);
  }
  levels_.resize(child);
  return Push(label, PlainStyle::kNone, opens, ordinal);
}

int Tree::Place(const Label& label, PlainStyle plain, bool opens, int ordinal) {
  int parent = -1;
  if (label.kind == LabelKind::kNumber && label.depth > 1) {
    parent = PlaceNumber(label, opens, ordinal);
  }
  if (parent < 0) {
    const bool awaits = !levels_.empty() && levels_.back().opens && !levels_.back().has_children;
    size_t same = FindStyle(label, plain);
    // A restart at 1 right under an opening line is a list of its own.
    const bool restart = label && label.kind != LabelKind::kBullet && label.value() <= 1;
    const bool nested_plain = plain != PlainStyle::kNone && plain != PlainStyle::kHeading;
    if (same != kNoLevel && awaits && same + 1 == levels_.size() && (restart || nested_plain)) {
      same = kNoLevel;
    } else if (plain == PlainStyle::kUpper && same == kNoLevel && !awaits) {
      levels_.clear();  // an unlabelled point behind a labelled list stands on its own
    } else if (same == kNoLevel) {
      const int rank = Rank(label, plain);
      while (!levels_.empty() && !(levels_.back().opens && !levels_.back().has_children) &&
             Rank(levels_.back().label, levels_.back().plain) > rank) {
        levels_.pop_back();
      }
    }
    if (same == kNoLevel && levels_.size() >= kMaxLevels) same = levels_.size() - 1;
    parent = same != kNoLevel ? Sibling(same, label, opens, ordinal)
                              : Push(label, plain, opens, ordinal);
  }
  if (label.kind == LabelKind::kNumber) {
    numbers_.insert_or_assign(KeyOf(label, label.depth),
                              Numbered{label, ordinal, parent, levels_.size() - 1});
  }
  return parent;
}

}  // namespace rezon::reader
