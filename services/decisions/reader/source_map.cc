#include "services/decisions/reader/source_map.h"

#include <algorithm>
#include <limits>

namespace rezon::reader {
namespace {

constexpr uint32_t kEnd = std::numeric_limits<uint32_t>::max();

SourcePlace PlaceIn(const std::vector<SourceRun>& runs, uint32_t offset) {
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), offset,
                       [](uint32_t value, const SourceRun& run) { return value < run.begin; });
  if (after == runs.begin()) return {0, offset};
  const SourceRun& run = *(after - 1);
  return {run.place.unit, run.place.offset + (offset - run.begin)};
}

}  // namespace

SourcePlace SourceMap::At(uint32_t offset) const { return PlaceIn(runs, offset); }

SourceMap ComposeMap(const std::vector<std::pair<uint32_t, uint32_t>>& cleaned,
                     const std::vector<SourceRun>& extracted) {
  SourceMap map;
  map.runs.reserve(cleaned.size() + extracted.size());
  for (size_t i = 0; i < cleaned.size(); ++i) {
    const auto [canonical, source] = cleaned[i];
    const uint32_t stop = i + 1 < cleaned.size() ? cleaned[i + 1].first : kEnd;
    map.runs.push_back({canonical, PlaceIn(extracted, source)});
    auto run = std::upper_bound(
        extracted.begin(), extracted.end(), source,
        [](uint32_t value, const SourceRun& entry) { return value < entry.begin; });
    for (; run != extracted.end() && run->begin - source < stop - canonical; ++run) {
      map.runs.push_back({canonical + (run->begin - source), run->place});
    }
  }
  return map;
}

}  // namespace rezon::reader
