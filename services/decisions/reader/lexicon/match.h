// Comparing a folded word with lists of stems, endings and words. The rules ask this of nearly
// every word, so that most candidates must fall out by two bytes, without a call.
#ifndef REZON_SERVICES_DECISIONS_READER_LEXICON_MATCH_H_
#define REZON_SERVICES_DECISIONS_READER_LEXICON_MATCH_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string_view>

namespace rezon::reader {

// True when both have two bytes at least and the first two are the same: one Russian letter.
inline bool SameHead(std::string_view a, std::string_view b) {
  return a.size() >= 2 && b.size() >= 2 && std::memcmp(a.data(), b.data(), 2) == 0;
}

// True when `word` starts with one of `stems`.
inline bool StartsWithAny(std::string_view word, std::initializer_list<std::string_view> stems) {
  for (const std::string_view stem : stems) {
    if ((stem.size() < 2 || SameHead(word, stem)) && word.starts_with(stem)) return true;
  }
  return false;
}

// True when `word` ends with one of `endings`.
inline bool EndsWithAny(std::string_view word, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (ending.size() > word.size()) continue;
    const char* tail = word.data() + (word.size() - ending.size());
    if (ending.size() >= 2 && std::memcmp(tail, ending.data(), 2) != 0) continue;
    if (std::memcmp(tail, ending.data(), ending.size()) == 0) return true;
  }
  return false;
}

// True when `word` is one of `words`.
inline bool IsAnyOf(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view one : words) {
    if (one.size() != word.size()) continue;
    if (one.size() >= 2 && !SameHead(word, one)) continue;
    if (one == word) return true;
  }
  return false;
}

// A long list, ordered by the first letter when compiled: a word is compared with its own letter's
// entries only. Make it `static constexpr`.
template <size_t N>
class WordTable {
 public:
  constexpr explicit WordTable(const std::string_view (&words)[N]) {
    for (size_t i = 0; i < N; ++i) words_[i] = words[i];
    std::sort(words_.begin(), words_.end(),
              [](std::string_view a, std::string_view b) { return Letter(a) < Letter(b); });
    size_t at = 0;
    for (size_t letter = 0; letter < kLetters; ++letter) {
      while (at < N && Letter(words_[at]) < letter) ++at;
      first_[letter] = static_cast<uint16_t>(at);
    }
    first_[kLetters] = static_cast<uint16_t>(N);
  }

  // True when `word` starts with an entry.
  bool Starts(std::string_view word) const {
    const size_t letter = Letter(word);
    for (size_t i = first_[letter]; i < first_[letter + 1]; ++i) {
      if (word.starts_with(words_[i])) return true;
    }
    return false;
  }

  // True when `word` is an entry.
  bool Holds(std::string_view word) const {
    const size_t letter = Letter(word);
    for (size_t i = first_[letter]; i < first_[letter + 1]; ++i) {
      if (word == words_[i]) return true;
    }
    return false;
  }

 private:
  static constexpr size_t kLetters = 256;

  // Tells Russian letters apart; the same for a word and each of its stems.
  static constexpr size_t Letter(std::string_view word) {
    if (word.empty()) return 0;
    const unsigned char first = static_cast<unsigned char>(word[0]);
    if (first != 0xD0 && first != 0xD1) return first & 0x7Fu;
    const unsigned second = word.size() > 1 ? static_cast<unsigned char>(word[1]) & 0x3Fu : 0u;
    return 0x80u | (first & 1u) << 6 | second;
  }

  std::array<std::string_view, N> words_{};
  std::array<uint16_t, kLetters + 1> first_{};
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_LEXICON_MATCH_H_
