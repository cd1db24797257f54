#include "services/registry/matching/tokens.h"

#include <algorithm>

namespace rezon::registry {
namespace {

unsigned char Byte(std::string_view text, size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool AsciiLetterOrDigit(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

// Two-byte Cyrillic: U+0430..U+044F after folding.
bool Cyrillic(std::string_view text, size_t at) {
  const unsigned char lead = Byte(text, at), tail = Byte(text, at + 1);
  return (lead == 0xD0 && tail >= 0xB0 && tail <= 0xBF) ||
         (lead == 0xD1 && tail >= 0x80 && tail <= 0x8F);
}

size_t WordLength(std::string_view text, size_t at) {
  if (AsciiLetterOrDigit(Byte(text, at))) return 1;
  return Cyrillic(text, at) ? 2 : 0;
}

}  // namespace

std::string Fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const unsigned char lead = Byte(text, i), tail = Byte(text, i + 1);
    if (lead >= 'A' && lead <= 'Z') {
      out += static_cast<char>(lead + 32);
    } else if (lead == 0xD0 && tail >= 0x90 && tail <= 0xAF) {
      // А-П stay in the same block, Р-Я move to the next.
      out += static_cast<char>(tail < 0xA0 ? 0xD0 : 0xD1);
      out += static_cast<char>(tail < 0xA0 ? tail + 0x20 : tail - 0x20);
      ++i;
    } else if ((lead == 0xD0 && tail == 0x81) || (lead == 0xD1 && tail == 0x91)) {
      out += "\xD0\xB5";
      ++i;
    } else {
      out += static_cast<char>(lead);
    }
  }
  return out;
}

std::vector<std::string> Tokens(std::string_view folded) {
  std::vector<std::string> tokens;
  size_t at = 0;
  while (at < folded.size()) {
    size_t end = at;
    while (true) {
      if (size_t length = WordLength(folded, end); length > 0) {
        end += length;
      } else if (end > at && (Byte(folded, end) == '-' || Byte(folded, end) == '/') &&
                 WordLength(folded, end + 1) > 0) {
        ++end;
      } else {
        break;
      }
    }
    if (end > at) {
      tokens.emplace_back(folded.substr(at, end - at));
      at = end;
    } else {
      ++at;
    }
  }
  return tokens;
}

bool IsNumber(std::string_view token) {
  return !token.empty() &&
         std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace rezon::registry
