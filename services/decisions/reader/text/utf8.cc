#include "services/decisions/reader/text/utf8.h"

#include <algorithm>
#include <array>

#include "services/decisions/reader/text/scan.h"

namespace rezon::reader {
namespace {

bool IsTail(unsigned char c) { return (c & 0xC0) == 0x80; }

// Length of the well-formed sequence at p, 0 when ill-formed.
size_t SequenceLength(const unsigned char* p, size_t left) {
  const unsigned char c = p[0];
  if (c < 0x80) return 1;
  if (c >= 0xC2 && c <= 0xDF) return left >= 2 && IsTail(p[1]) ? 2 : 0;
  if (c >= 0xE0 && c <= 0xEF) {
    if (left < 3 || !IsTail(p[1]) || !IsTail(p[2])) return 0;
    if (c == 0xE0 && p[1] < 0xA0) return 0;
    if (c == 0xED && p[1] > 0x9F) return 0;
    return 3;
  }
  if (c >= 0xF0 && c <= 0xF4) {
    if (left < 4 || !IsTail(p[1]) || !IsTail(p[2]) || !IsTail(p[3])) return 0;
    if (c == 0xF0 && p[1] < 0x90) return 0;
    if (c == 0xF4 && p[1] > 0x8F) return 0;
    return 4;
  }
  return 0;
}

}  // namespace

bool IsUtf8(std::string_view text) {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  size_t i = 0;
  while ((i = SkipRussian(text, i)) < text.size()) {
    const size_t length = SequenceLength(p + i, text.size() - i);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

void KeepUtf8(std::string* text) {
  if (IsUtf8(*text)) return;
  const auto* p = reinterpret_cast<const unsigned char*>(text->data());
  for (size_t i = 0; i < text->size();) {
    const size_t length = SequenceLength(p + i, text->size() - i);
    if (length == 0) (*text)[i] = '?';
    i += std::max<size_t>(length, 1);
  }
}

std::string Fold(std::string_view text) {
  // Second byte of a letter under 0xD0: the folded letter's two bytes.
  static constexpr auto kTable = [] {
    std::array<std::array<unsigned char, 2>, 64> table{};
    for (unsigned d = 0; d < 64; ++d) {
      const unsigned second = 0x80 + d;
      table[d] = {0xD0, static_cast<unsigned char>(second)};
      if (second >= 0x90 && second <= 0x9F) table[d][1] = static_cast<unsigned char>(second + 0x20);
      if (second >= 0xA0 && second <= 0xAF) {
        table[d] = {0xD1, static_cast<unsigned char>(second - 0x20)};
      }
      if (second == 0x81) table[d][1] = 0xB5;
    }
    return table;
  }();
  std::string out(text);
  const size_t size = out.size();
  auto* p = reinterpret_cast<unsigned char*>(out.data());
  for (size_t i = FindUnfolded(out, 0); i < size; i = FindUnfolded(out, i)) {
    const unsigned char c = p[i];
    if (c == 0xD0 && i + 1 < size) {
      const auto& folded = kTable[p[i + 1] & 0x3F];
      p[i] = folded[0];
      p[i + 1] = folded[1];
      i += 2;
    } else if (c == 0xD1 && i + 1 < size) {
      p[i] = 0xD0;  // ё
      p[i + 1] = 0xB5;
      i += 2;
    } else {
      p[i++] = static_cast<unsigned char>(c + 32);
    }
  }
  return out;
}

size_t CountChars(std::string_view text) { return CountStarts(text); }

uint32_t LongCharAt(std::string_view text, size_t at, size_t* size) {
  const auto byte = [&](size_t k) {
    return at + k < text.size() ? static_cast<unsigned char>(text[at + k]) & 0x3Fu : 0u;
  };
  const unsigned char c = static_cast<unsigned char>(text[at]);
  if (c < 0xF0) {
    *size = 3;
    return (c & 0x0Fu) << 12 | byte(1) << 6 | byte(2);
  }
  *size = 4;
  return (c & 0x07u) << 18 | byte(1) << 12 | byte(2) << 6 | byte(3);
}

size_t PreviousChar(std::string_view text, size_t at) {
  --at;
  while (at > 0 && IsTail(static_cast<unsigned char>(text[at]))) --at;
  return at;
}

void AppendChar(uint32_t code, std::string* out) {
  if (code < 0x80) {
    out->push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    out->push_back(static_cast<char>(0xC0 | code >> 6));
    out->push_back(static_cast<char>(0x80 | (code & 0x3F)));
  } else if (code < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | code >> 12));
    out->push_back(static_cast<char>(0x80 | (code >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (code & 0x3F)));
  } else {
    out->push_back(static_cast<char>(0xF0 | code >> 18));
    out->push_back(static_cast<char>(0x80 | (code >> 12 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (code >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (code & 0x3F)));
  }
}

std::string_view FirstWord(std::string_view low) {
  size_t end = SkipLetters(low, 0);
  for (; end < low.size(); end = SkipLetters(low, end + 1)) {
    const char c = low[end];
    if (c == ' ' || c == '\t' || c == '.' || c == ',' || c == ':' || c == ';') break;
  }
  return low.substr(0, end);
}

bool StartsLower(std::string_view text) {
  size_t size;
  return IsLowerChar(CharAt(text, 0, &size));
}

bool StartsUpper(std::string_view text) {
  size_t size;
  return IsUpperChar(CharAt(text, 0, &size));
}

bool Contains(std::string_view text, std::string_view needle) {
  return FindText(text, needle) != std::string_view::npos;
}

std::string_view Trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || (c >= 9 && c <= 13); };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace rezon::reader
