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

size_t RunEnd(std::string_view folded, size_t from) {
  size_t end = from;
  while (true) {
    if (size_t length = WordLength(folded, end); length > 0) {
      end += length;
    } else if (end > from && (Byte(folded, end) == '-' || Byte(folded, end) == '/') &&
               WordLength(folded, end + 1) > 0) {
      ++end;
    } else {
      return end;
    }
  }
}

// Spaces and one or more of the three dashes.
bool OnlyDash(std::string_view gap) {
  bool dash = false;
  for (size_t i = 0; i < gap.size(); ++i) {
    if (gap[i] == '-') {
      dash = true;
    } else if (Byte(gap, i) == 0xE2 && Byte(gap, i + 1) == 0x80) {
      dash = true;
      i += 2;
    } else if (gap[i] != ' ') {
      return false;
    }
  }
  return dash;
}

void MarkInitials(std::string_view text, const std::vector<size_t>& begins,
                  std::vector<Token>& tokens) {
  // One capital Cyrillic letter: two bytes that folding has changed.
  const auto capital = [&](size_t i) {
    return tokens[i].text.size() == 2 && text.substr(begins[i], 2) != tokens[i].text &&
           Byte(text, begins[i] + 2) == '.';
  };
  for (size_t i = 0; i + 1 < tokens.size(); ++i) {
    const size_t gap = begins[i + 1] - begins[i];
    if (capital(i) && capital(i + 1) && gap <= 4) {
      tokens[i].initial = tokens[i + 1].initial = true;
    }
  }
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

std::vector<Token> Scan(std::string_view text) {
  const std::string folded = Fold(text);
  std::vector<Token> tokens;
  std::vector<size_t> begins;
  size_t at = 0, last = 0;
  while (at < folded.size()) {
    const size_t end = RunEnd(folded, at);
    if (end == at) {
      ++at;
      continue;
    }
    const std::string_view gap = std::string_view(folded).substr(last, at - last);
    Token token;
    token.text = folded.substr(at, end - at);
    token.comma = gap.find_first_of(",;") != std::string_view::npos;
    token.dash = !tokens.empty() && OnlyDash(gap);
    tokens.push_back(std::move(token));
    begins.push_back(at);
    at = last = end;
  }
  MarkInitials(text, begins, tokens);
  return tokens;
}

bool IsNumber(std::string_view token) {
  return !token.empty() &&
         std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace rezon::registry
