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

#include "services/decisions/reader/lexicon/gate.h"

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
    gate_ = Gate::OfStems(words);
  }

  // Of the words that start with an entry, or are one.
  constexpr const Gate& gate() const { return gate_; }

  // True when `word` starts with an entry.
  bool Starts(std::string_view word) const {
    if (!gate_.Passes(Head::Of(word))) return false;
    const size_t letter = Letter(word);
    for (size_t i = first_[letter]; i < first_[letter + 1]; ++i) {
      const std::string_view stem = words_[i];
      if (word.size() < stem.size()) continue;
      // Entries of one letter mostly differ at their end.
      if (!stem.empty() && word[stem.size() - 1] != stem.back()) continue;
      if (word.starts_with(stem)) return true;
    }
    return false;
  }

  // True when `word` is an entry.
  bool Holds(std::string_view word) const {
    if (!gate_.Passes(Head::Of(word))) return false;
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
  Gate gate_;
};

// A list of endings of one Russian letter or more: most words fall out by their last two letters.
// Make it `static constexpr`.
template <size_t N>
class EndingTable {
 public:
  constexpr explicit EndingTable(const std::string_view (&endings)[N]) {
    size_t at = 0;
    for (size_t last = 0; last < kLasts; ++last) {
      first_[last] = static_cast<uint16_t>(at);
      for (const std::string_view ending : endings) {
        if (Letter(ending, kLetter) == last) endings_[at++] = ending;
      }
    }
    first_[kLasts] = static_cast<uint16_t>(at);
    for (const std::string_view ending : endings) {
      if (ending.size() >= 2 * kLetter) {
        Add(Letter(ending, 2 * kLetter), Letter(ending, kLetter));
      } else {
        for (uint32_t before = 0; before < kLasts; ++before) Add(before, Letter(ending, kLetter));
      }
    }
  }

  bool Ends(std::string_view word) const { return EndingOf(word) > 0; }

  // Bytes of the entry that `word` ends with, the first of several in the list's order; 0 for none.
  size_t EndingOf(std::string_view word) const {
    if (word.size() < kLetter) return 0;
    const uint32_t last = Letter(word, kLetter);
    const uint32_t before = word.size() < 2 * kLetter ? 0 : Letter(word, 2 * kLetter);
    if ((tails_[before] >> last & 1) == 0) return 0;
    for (size_t i = first_[last]; i < first_[last + 1]; ++i) {
      if (word.ends_with(endings_[i])) return endings_[i].size();
    }
    return 0;
  }

 private:
  static constexpr size_t kLetter = 2;  // bytes
  static constexpr size_t kLasts = 32;

  // What tells a folded letter, which stands `back` bytes before the end, from others.
  static constexpr uint32_t Letter(std::string_view word, size_t back) {
    const size_t at = word.size() - back;
    return (static_cast<unsigned char>(word[at]) & 1u) << 4 |
           (static_cast<unsigned char>(word[at + 1]) & 15u);
  }
  constexpr void Add(uint32_t before, uint32_t last) { tails_[before] |= uint32_t{1} << last; }

  std::array<std::string_view, N> endings_{};
  std::array<uint16_t, kLasts + 1> first_{};
  std::array<uint32_t, kLasts> tails_{};  // by the last letter but one: bits of the last
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_LEXICON_MATCH_H_
