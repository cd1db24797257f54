#include "services/decisions/reader/structure/scope.h"

#include <algorithm>

namespace rezon::reader {
namespace {

bool IsUnder(const std::vector<Point>& points, size_t index, int ancestor) {
  for (int at = points[index].parent; at > 0; at = points[at - 1].parent) {
    if (at == ancestor) return true;
  }
  return false;
}

// Some entry of the same list but the last has a line of this kind for itself.
bool EntriesHaveOwn(const Points& all, const std::vector<AttributeLine>& lines,
                    const AttributeLine& line) {
  const int parent = all.points[line.after].parent;
  return std::any_of(lines.begin(), lines.end(), [&](const AttributeLine& other) {
    return other.kind == line.kind && other.after != line.after &&
           all.points[other.after].parent == parent;
  });
}

bool BlanksInUse(const Points& all) {
  return std::any_of(all.points.begin(), all.points.end(),
                     [](const Point& point) { return point.blanks > 0; });
}

bool CoversList(const Points& all, const std::vector<AttributeLine>& lines,
                const AttributeLine& line, bool set_off) {
  const Point& last = all.points[line.after];
  if (last.parent == 0 || line.run_in || EntriesHaveOwn(all, lines, line)) return false;
  const Point& opener = all.points[last.parent - 1];
  if (!opener.opens) return false;
  if (set_off && line.blanks > last.blanks) return true;
  const bool last_entry =
      line.after + 1 >= all.points.size() || all.points[line.after + 1].parent != last.parent;
  if (!last_entry) return false;
  if (set_off) return true;
  // Without blank lines anywhere (docx) the end of the list must do.
  return !BlanksInUse(all) && last.label.kind != LabelKind::kNumber;
}

}  // namespace

void CoverPoints(Points* all, const std::vector<AttributeLine>& lines) {
  bool list = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    const AttributeLine& line = lines[i];
    const bool follows = line.continues && i > 0 && lines[i - 1].after == line.after;
    if (!follows) list = CoversList(*all, lines, line, line.blanks > 0);
    Covering covering{line.kind, line.body, {}};
    if (list) {
      const int parent = all->points[line.after].parent;
      for (size_t k = 0; k < all->points.size(); ++k) {
        if (static_cast<int>(k) + 1 == parent || IsUnder(all->points, k, parent)) {
          covering.points.push_back(k);
        }
      }
    } else {
      covering.points.push_back(line.after);
    }
    all->coverings.push_back(std::move(covering));
  }
}

}  // namespace rezon::reader
