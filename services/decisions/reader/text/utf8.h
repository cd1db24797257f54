// UTF-8 helpers for Russian text: one pass each, no allocation beyond the result.
#ifndef REZON_SERVICES_DECISIONS_READER_TEXT_UTF8_H_
#define REZON_SERVICES_DECISIONS_READER_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rezon::reader {

// True when `text` is well-formed UTF-8 (no overlong forms, no surrogates).
bool IsUtf8(std::string_view text);

// Puts «?» in the place of every byte that belongs to no well-formed character: offsets stay.
void KeepUtf8(std::string* text);

// Lower case with ё→е for Latin and Russian letters. The result has exactly the length of the
// input, so an offset in one is an offset in the other; other characters are kept.
std::string Fold(std::string_view text);

// Number of code points of well-formed UTF-8.
size_t CountChars(std::string_view text);

// CountChars(text) == 1.
inline bool IsOneChar(std::string_view text) {
  return text.size() == 1 || (text.size() <= 4 && CountChars(text) == 1);
}

// CountChars(text) > count.
inline bool HasMoreChars(std::string_view text, size_t count) {
  return text.size() > count && (text.size() > 4 * count || CountChars(text) > count);
}

// CharAt for code points of three and four bytes.
uint32_t LongCharAt(std::string_view text, size_t at, size_t* size);

// Code point that starts at `at`; `*size` gets its bytes. 0 at the end of the text.
inline uint32_t CharAt(std::string_view text, size_t at, size_t* size) {
  if (at >= text.size()) {
    *size = 0;
    return 0;
  }
  const unsigned char c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) {
    *size = 1;
    return c;
  }
  if (c >= 0xE0) return LongCharAt(text, at, size);
  *size = 2;
  const uint32_t tail = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) & 0x3Fu : 0;
  return (c & 0x1Fu) << 6 | tail;
}

// Start of the code point before `at` (at > 0).
size_t PreviousChar(std::string_view text, size_t at);

// Appends one code point.
void AppendChar(uint32_t code, std::string* out);

// Also no-break, thin and zero-width spaces.
inline bool IsSpaceChar(uint32_t code) {
  if (code < 0x2000) return code == ' ' || (code >= 9 && code <= 13) || code == 0xA0;
  return code <= 0x200B || code == 0x202F || code == 0x3000 || code == 0xFEFF;
}
inline bool IsCyrillic(uint32_t code) { return code >= 0x400 && code <= 0x4FF; }
// Latin or Russian capital.
inline bool IsUpperChar(uint32_t code) {
  return (code >= 'A' && code <= 'Z') || (code >= 0x410 && code <= 0x42F) || code == 0x401;
}
inline bool IsLowerChar(uint32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 0x430 && code <= 0x44F) || code == 0x451;
}
inline bool IsLetterChar(uint32_t code) { return IsUpperChar(code) || IsLowerChar(code); }
inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }
// Hyphen, en and em dash, minus.
inline bool IsDashChar(uint32_t code) {
  return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0x00AD;
}

// First and last characters' case, for joining lines.
bool StartsLower(std::string_view text);
bool StartsUpper(std::string_view text);

// What stands before the first blank, comma, dot, colon or semicolon.
std::string_view FirstWord(std::string_view text);

// True when `needle` occurs in `text`. std::string_view::find stops at every Cyrillic letter's
// first byte, which is why this is not it.
bool Contains(std::string_view text, std::string_view needle);

// Without blanks (ASCII) at both ends.
std::string_view Trim(std::string_view text);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_UTF8_H_
