#include "services/decisions/reader/structure/scope.h"

#include <algorithm>
#include <map>
#include <utility>

namespace rezon::reader {
namespace {

constexpr size_t kMaxCovered = 1'000'000;  // points that lines set off from their lists cover

class Scopes {
 public:
  Scopes(Points* all, std::vector<AttributeLine> lines) : all_(*all), lines_(std::move(lines)) {}

  void Run() {
    for (const AttributeLine& line : lines_) {
      const auto [at, fresh] = owners_.try_emplace(KeyOf(line), line.after);
      if (!fresh && at->second != line.after) at->second = kSeveral;
    }
    blanks_in_use_ = std::any_of(all_.points.begin(), all_.points.end(),
                                 [](const Point& point) { return point.blanks > 0; });
    bool list = false;
    for (size_t i = 0; i < lines_.size(); ++i) {
      AttributeLine& line = lines_[i];
      const bool follows = line.continues && i > 0 && lines_[i - 1].after == line.after;
      if (!follows) list = CoversList(line, line.blanks > 0);
      Covering covering{line.kind, std::move(line.body), {}, line.cell};
      if (list) {
        covering.points = ListOf(all_.points[line.after].parent);
      } else {
        covering.points.push_back(line.after);
      }
      all_.coverings.push_back(std::move(covering));
    }
  }

 private:
  static constexpr size_t kSeveral = static_cast<size_t>(-1);
  using Key = std::pair<AttributeKind, int>;

  Key KeyOf(const AttributeLine& line) const { return {line.kind, all_.points[line.after].parent}; }

  // Some entry of the same list but the last has a line of this kind for itself.
  bool EntriesHaveOwn(const AttributeLine& line) const {
    return owners_.at(KeyOf(line)) == kSeveral;
  }

  bool CoversList(const AttributeLine& line, bool set_off) const {
    const Point& last = all_.points[line.after];
    if (last.parent == 0 || line.run_in || EntriesHaveOwn(line)) return false;
    const Point& opener = all_.points[last.parent - 1];
    if (!opener.opens) return false;
    if (set_off && line.blanks > last.blanks) return true;
    const bool last_entry =
        line.after + 1 >= all_.points.size() || all_.points[line.after + 1].parent != last.parent;
    if (!last_entry) return false;
    if (set_off) return true;
    // Without blank lines anywhere (docx) the end of the list must do.
    return !blanks_in_use_ && last.label.kind != LabelKind::kNumber;
  }

  // The point `parent` (an ordinal) and all under it, in order.
  std::vector<size_t> ListOf(int parent) {
    if (all_.excessive) return {};
    if (children_.empty()) {
      children_.resize(all_.points.size() + 1);
      for (size_t i = 0; i < all_.points.size(); ++i) {
        children_[all_.points[i].parent].push_back(i);
      }
    }
    std::vector<size_t> list = {static_cast<size_t>(parent) - 1};
    for (size_t at = 0; at < list.size(); ++at) {
      const std::vector<size_t>& more = children_[list[at] + 1];
      list.insert(list.end(), more.begin(), more.end());
    }
    std::sort(list.begin(), list.end());
    covered_ += list.size();
    all_.excessive = covered_ > kMaxCovered;
    return list;
  }

  Points& all_;
  std::vector<AttributeLine> lines_;
  std::map<Key, size_t> owners_;               // the one point that has such lines, or kSeveral
  std::vector<std::vector<size_t>> children_;  // by ordinal; made when first needed
  size_t covered_ = 0;
  bool blanks_in_use_ = false;
};

}  // namespace

void CoverPoints(Points* points, std::vector<AttributeLine> lines) {
  if (!lines.empty()) Scopes(points, std::move(lines)).Run();
}

}  // namespace rezon::reader
