// Whether a word may begin as some rule's words do, by its first three letters: one look into a
// table of bits, which most words do not pass, before the rule compares the word itself.
#ifndef REZON_SERVICES_DECISIONS_READER_LEXICON_GATE_H_
#define REZON_SERVICES_DECISIONS_READER_LEXICON_GATE_H_

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace rezon::reader {

// Folded first three letters in eleven bits. Words that begin alike have the same head; others may.
class Head {
 public:
  static constexpr size_t kBits = 11;
  static constexpr size_t kBytes = 6;  // of a word, that make its head

  static constexpr uint16_t Of(std::string_view word) {
    uint64_t bytes = 0;
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little &&
        word.size() >= sizeof(bytes)) {
      std::memcpy(&bytes, word.data(), sizeof(bytes));
      return Of(bytes & ((uint64_t{1} << (8 * kBytes)) - 1));
    }
    const size_t size = std::min(word.size(), kBytes);
    for (size_t i = 0; i < size; ++i) {
      bytes |= static_cast<uint64_t>(static_cast<unsigned char>(word[i])) << (8 * i);
    }
    return Of(bytes);
  }

  // `bytes`: the first six of a word, the first one lowest, zeros where there are no more.
  static constexpr uint16_t Of(uint64_t bytes) { return Mix(bytes & kTelling); }

  // The bits that tell Russian letters apart: the last of the first byte, the last four of the
  // second.
  static constexpr uint64_t kTelling = 0x0F010F010F01;

  static constexpr uint16_t Mix(uint64_t telling) {
    return static_cast<uint16_t>(telling * 0x9E3779B97F4A7C15u >> (64 - kBits));
  }
};

// Make it `static constexpr`, of the very list that the rule compares with.
class Gate {
 public:
  template <size_t N>
  static constexpr Gate OfStems(const std::string_view (&stems)[N]) {
    Gate gate;
    for (const std::string_view stem : stems) gate.AddStem(stem);
    return gate;
  }
  template <size_t N>
  static constexpr Gate OfWords(const std::string_view (&words)[N]) {
    Gate gate;
    for (const std::string_view word : words) gate.AddWord(word);
    return gate;
  }

  constexpr void AddWord(std::string_view word) { Add(Head::Of(word)); }

  // All words that start with the stem, which has two letters at least.
  constexpr void AddStem(std::string_view stem) {
    uint64_t bytes = 0;
    uint64_t known = 0;
    for (size_t i = 0; i < std::min(stem.size(), Head::kBytes); ++i) {
      bytes |= static_cast<uint64_t>(static_cast<unsigned char>(stem[i])) << (8 * i);
      known |= uint64_t{0xFF} << (8 * i);
    }
    const uint64_t telling = bytes & Head::kTelling;
    const uint64_t open = ~known & Head::kTelling;
    for (uint64_t rest = 0;;) {
      Add(Head::Mix(telling | rest));
      rest = (rest - open) & open;
      if (rest == 0) break;
    }
  }

  constexpr Gate operator|(const Gate& other) const {
    Gate both = *this;
    for (size_t i = 0; i < kWords; ++i) both.bits_[i] |= other.bits_[i];
    return both;
  }

  // False for the head of a word that surely is none of the words, or starts with none of the
  // stems.
  constexpr bool Passes(uint16_t head) const { return bits_[head >> 6] >> (head & 63) & 1; }

 private:
  static constexpr size_t kWords = (size_t{1} << Head::kBits) / 64;

  constexpr void Add(uint16_t head) { bits_[head >> 6] |= uint64_t{1} << (head & 63); }

  std::array<uint64_t, kWords> bits_{};
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_LEXICON_GATE_H_
