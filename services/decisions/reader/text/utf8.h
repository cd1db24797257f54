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

// Lower case with ё→е for Latin and Russian letters. The result has exactly the length of the
// input, so an offset in one is an offset in the other; other characters are kept.
std::string Fold(std::string_view text);

// Number of code points of well-formed UTF-8.
size_t CountChars(std::string_view text);

// Code point that starts at `at`; `*size` gets its bytes. 0 at the end of the text.
uint32_t CharAt(std::string_view text, size_t at, size_t* size);

// Start of the code point before `at` (at > 0).
size_t PreviousChar(std::string_view text, size_t at);

// Appends one code point.
void AppendChar(uint32_t code, std::string* out);

bool IsSpaceChar(uint32_t code);  // also no-break, thin and zero-width spaces
bool IsCyrillic(uint32_t code);
bool IsUpperChar(uint32_t code);  // Latin or Russian capital
bool IsLowerChar(uint32_t code);
inline bool IsLetterChar(uint32_t code) { return IsUpperChar(code) || IsLowerChar(code); }
inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsDashChar(uint32_t code);  // hyphen, en and em dash, minus

// First and last characters' case, for joining lines.
bool StartsLower(std::string_view text);
bool StartsUpper(std::string_view text);

// True when `needle` occurs in `text`. std::string_view::find stops at every Cyrillic letter's
// first byte, which is why this is not it.
bool Contains(std::string_view text, std::string_view needle);

// Without blanks (ASCII) at both ends.
std::string_view Trim(std::string_view text);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_UTF8_H_
