#include "services/decisions/reader/text/slice.h"

#include <algorithm>

namespace rezon::reader {
namespace {

Paragraph Cut(const Paragraph& whole, size_t from, size_t to) {
  Paragraph part;
  part.text = whole.text.substr(from, to - from);
  part.low = whole.low.substr(from, to - from);
  auto entry = std::upper_bound(whole.map.begin(), whole.map.end(), from,
                                [](size_t value, const auto& e) { return value < e.first; });
  if (entry != whole.map.begin()) --entry;
  for (; entry != whole.map.end() && entry->first < to; ++entry) {
    const auto [at, canonical] = *entry;
    const size_t skip = at < from ? from - at : 0;
    part.map.emplace_back(at + skip - from, canonical + skip);
  }
  return part;
}

}  // namespace

Paragraph Tail(const Paragraph& whole, size_t from) { return Cut(whole, from, whole.text.size()); }

Paragraph Slice(const Paragraph& whole, size_t from, size_t to) {
  while (to > from && whole.text[to - 1] == ' ') --to;
  return Cut(whole, from, to);
}

}  // namespace rezon::reader
