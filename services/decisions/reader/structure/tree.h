// Which point a new point stands under, from the styles of the labels seen so far.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_TREE_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_TREE_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/decisions/reader/structure/labels.h"

namespace rezon::reader {

// How a paragraph without a label takes part in the tree.
enum class PlainStyle : uint8_t { kNone, kHeading, kUpper, kLower };

// Keeps the open levels. Feed every point in document order.
class Tree {
 public:
  // Levels that are told apart; deeper points are entries of the last one.
  static constexpr size_t kMaxLevels = 100;

  // `opens`: the point's text ends with a colon. Returns the parent's ordinal, 0 for none.
  int Place(const Label& label, PlainStyle plain, bool opens, int ordinal);

  // A formula starts a new list: every level is closed.
  void Reset() {
    levels_.clear();
    numbers_.clear();
  }

 private:
  struct Level {
    Label label;
    PlainStyle plain;
    int ordinal;  // of the last point on this level
    int parent;
    bool opens;
    bool has_children;
  };
  struct Numbered {
    Label label;
    int ordinal;
    int parent;
    size_t depth;  // of the level it stood on
  };

  int PlaceNumber(const Label& label, bool opens, int ordinal);
  int Sibling(size_t level, const Label& label, bool opens, int ordinal);
  int Push(const Label& label, PlainStyle plain, bool opens, int ordinal);
  size_t FindStyle(const Label& label, PlainStyle plain) const;

  std::vector<Level> levels_;
  absl::flat_hash_map<uint64_t, Numbered> numbers_;  // the latest of each number
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_TREE_H_
