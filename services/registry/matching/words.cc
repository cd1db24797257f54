#include "services/registry/matching/words.h"

#include <libstemmer.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>

#include "services/registry/matching/tokens.h"
#include "services/registry/matching/vocabulary.h"

namespace rezon::registry {
namespace {

constexpr double kNumberWeight = 3;
constexpr double kLegalFormWeight = 0.1;
// In bytes; a Cyrillic letter has two.
constexpr size_t kMinFuzzyBytes = 12;

// A stemmer belongs to one thread.
std::string StemOf(const std::string& word) {
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  thread_local const std::unique_ptr<sb_stemmer, Delete> stemmer(
      sb_stemmer_new("russian", "UTF_8"));
  if (!stemmer) std::abort();
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(word.size()));
  return {reinterpret_cast<const char*>(stem),
          static_cast<size_t>(sb_stemmer_length(stemmer.get()))};
}

Word MakeWord(const std::string& token, bool expanded) {
  Word word;
  word.text = token;
  word.expanded = expanded;
  word.number = IsNumber(token);
  if (word.number) {
    const size_t first = token.find_first_not_of('0');
    word.stem = first == std::string::npos ? "0" : token.substr(first);
    word.weight = kNumberWeight;
  } else if (IsLegalForm(token)) {
    word.stem = token;
    word.weight = kLegalFormWeight;
    word.expanded = true;
  } else {
    word.stem = StemOf(token);
    word.weight = WeightOf(word.stem);
  }
  return word;
}

void AddToken(const std::string& token, std::vector<Word>& words) {
  if (const std::string_view full = Expansion(token); !full.empty()) {
    for (const std::string& part : Tokens(full)) words.push_back(MakeWord(part, true));
    return;
  }
  size_t from = 0;
  while (from <= token.size()) {
    const size_t to = std::min(token.find_first_of("-/", from), token.size());
    if (to > from) words.push_back(MakeWord(token.substr(from, to - from), false));
    from = to + 1;
  }
}

bool EndsWithAny(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return text.size() > ending.size() + 4 && text.substr(text.size() - ending.size()) == ending;
  });
}

}  // namespace

std::vector<Word> Words(std::string_view text) {
  std::vector<Word> words;
  for (const std::string& token : Tokens(Fold(text))) AddToken(token, words);
  return words;
}

std::vector<std::string> Stems(const std::vector<std::string>& names) {
  std::set<std::string> stems;
  for (const std::string& name : names) {
    for (const Word& word : Words(name)) {
      if (word.weight > 0) stems.insert(word.stem);
    }
  }
  return {stems.begin(), stems.end()};
}

Addressed NumberOf(const std::vector<Word>& words) {
  constexpr size_t kFirstWords = 3;
  size_t seen = 0;
  for (const Word& word : words) {
    if (word.expanded || word.number || word.weight == 0) continue;
    if (EndsWithAny(word.text, {"ам", "ям", "ыми", "ими"})) return Addressed::kMany;
    if (EndsWithAny(word.text, {"у", "ю"})) return Addressed::kOne;
    if (++seen == kFirstWords) break;
  }
  return Addressed::kUnknown;
}

bool NearlyEqual(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (std::min(a.size(), b.size()) < kMinFuzzyBytes) return false;
  if (a.size() > b.size()) std::swap(a, b);
  // One letter more, or one letter other: common head and tail cover all but two bytes of `b`.
  size_t head = 0, tail = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  head -= head % 2;
  while (tail < a.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  tail -= tail % 2;
  return b.size() - a.size() <= 2 && head + tail + 2 >= b.size();
}

}  // namespace rezon::registry
