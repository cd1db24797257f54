#include "services/registry/matching/lexicon.h"

#include <algorithm>

namespace rezon::registry {
namespace {

constexpr double kMisprint = 0.95;
constexpr double kSameButEnding = 0.98;
// In bytes; a Cyrillic letter has two.
constexpr size_t kMinFuzzyBytes = 10;
constexpr size_t kMinStemBytes = 8;

// Snowball cuts some cases of a word one letter shorter.
bool OneIsTheOthersStart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() >= kMinStemBytes && b.size() - a.size() <= 2 && b.substr(0, a.size()) == a;
}

}  // namespace

bool NearlyEqual(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kMinFuzzyBytes || b.size() - a.size() > 2) return false;
  // Common head and tail in whole letters; what is left between them has to be one letter.
  size_t head = 0, tail = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  head -= head % 2;
  while (tail < a.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  tail -= tail % 2;
  if (head + tail + 2 >= b.size()) return true;
  const bool two = a.size() == b.size() && head + tail + 4 == a.size();
  return two && a.substr(head, 2) == b.substr(head + 2, 2) &&
         a.substr(head + 2, 2) == b.substr(head, 2);
}

int Lexicon::Add(const Word& word) {
  const auto [found, fresh] = ids_.emplace(word.key, static_cast<int>(keys_.size()));
  if (fresh) {
    keys_.push_back(word.key);
    const size_t size = word.number ? 0 : word.key.size();
    if (by_size_.size() <= size) by_size_.resize(size + 1);
    by_size_[size].push_back(found->second);
  }
  return found->second;
}

std::vector<Lexicon::Likely> Lexicon::Find(const Word& word) const {
  std::vector<Likely> likely;
  if (const auto same = ids_.find(word.key); same != ids_.end()) {
    likely.push_back({same->second, 1, false});
  }
  if (word.number) return likely;
  const size_t size = word.key.size();
  for (size_t near = size < 3 ? 1 : size - 2; near <= size + 2 && near < by_size_.size(); ++near) {
    for (const int id : by_size_[near]) {
      const std::string& key = keys_[static_cast<size_t>(id)];
      if (key == word.key) continue;
      if (OneIsTheOthersStart(key, word.key)) {
        likely.push_back({id, kSameButEnding, false});
      } else if (NearlyEqual(key, word.key)) {
        likely.push_back({id, kMisprint, true});
      }
    }
  }
  return likely;
}

}  // namespace rezon::registry
