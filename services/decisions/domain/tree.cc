#include "services/decisions/domain/tree.h"

#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rezon::decisions {
namespace {

// Places of the points below each place; those of the top are the last list.
std::vector<std::vector<std::size_t>> Below(const std::vector<pb::Point>& points) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < points.size(); ++i) places.emplace(points[i].name(), i);
  std::vector<std::vector<std::size_t>> below(points.size() + 1);
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto parent = places.find(points[i].parent());
    below[parent == places.end() ? points.size() : parent->second].push_back(i);
  }
  return below;
}

}  // namespace

void PutInTreeOrder(Aggregate& aggregate) {
  const auto below = Below(aggregate.points);
  std::vector<pb::Point> ordered;
  ordered.reserve(aggregate.points.size());
  // A stack of its own: a tree may be deeper than the thread's.
  std::vector<std::size_t> waiting(below.back().rbegin(), below.back().rend());
  while (!waiting.empty()) {
    const std::size_t place = waiting.back();
    waiting.pop_back();
    ordered.push_back(std::move(aggregate.points[place]));
    waiting.insert(waiting.end(), below[place].rbegin(), below[place].rend());
  }
  aggregate.points = std::move(ordered);
}

std::size_t EndOfSubtree(const Aggregate& aggregate, std::size_t place) {
  std::set<std::string_view> inside = {aggregate.points[place].name()};
  std::size_t end = place + 1;
  while (end < aggregate.points.size() && inside.count(aggregate.points[end].parent()) != 0) {
    inside.insert(aggregate.points[end++].name());
  }
  return end;
}

}  // namespace rezon::decisions
