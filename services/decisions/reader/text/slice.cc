#include "services/decisions/reader/text/slice.h"

namespace rezon::reader {

Paragraph Tail(const Paragraph& whole, size_t from) {
  Paragraph tail;
  tail.text = whole.text.substr(from);
  tail.low = whole.low.substr(from);
  for (size_t i = 0; i < whole.map.size(); ++i) {
    const auto [at, canonical] = whole.map[i];
    const size_t next = i + 1 < whole.map.size() ? whole.map[i + 1].first : whole.text.size() + 1;
    if (next <= from) continue;
    const size_t skip = at < from ? from - at : 0;
    tail.map.emplace_back(at + skip - from, canonical + skip);
  }
  return tail;
}

Paragraph Head(const Paragraph& whole, size_t to) {
  Paragraph head;
  head.text = whole.text.substr(0, to);
  head.low = whole.low.substr(0, to);
  for (const auto& entry : whole.map) {
    if (entry.first < to) head.map.push_back(entry);
  }
  while (!head.text.empty() && head.text.back() == ' ') {
    head.text.pop_back();
    head.low.pop_back();
  }
  return head;
}

}  // namespace rezon::reader
