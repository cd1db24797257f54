#include "services/decisions/reader/intake/extract.h"

#include <algorithm>

namespace rezon::reader {

void Extract::Add(std::string_view piece, SourcePlace place) {
  if (piece.empty()) return;
  const auto begin = static_cast<uint32_t>(text.size());
  const bool goes_on = !runs.empty() && runs.back().place.unit == place.unit &&
                       place.offset - runs.back().place.offset == begin - runs.back().begin;
  if (!goes_on) runs.push_back({begin, place});
  text += piece;
}

void Extract::Add(const Extract& other, size_t begin, size_t end) {
  size_t at = begin;
  while (at < end) {
    const auto next =
        std::upper_bound(other.runs.begin(), other.runs.end(), at,
                         [](size_t value, const SourceRun& run) { return value < run.begin; });
    const size_t stop = next == other.runs.end() ? end : std::min<size_t>(next->begin, end);
    const std::string_view piece = std::string_view(other.text).substr(at, stop - at);
    if (next == other.runs.begin()) {
      Mark(piece);
    } else {
      const SourceRun& run = *(next - 1);
      Add(piece, {run.place.unit, static_cast<uint32_t>(run.place.offset + (at - run.begin))});
    }
    at = stop;
  }
}

}  // namespace rezon::reader
