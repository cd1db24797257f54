// Scans that look at sixteen bytes at once where the processor can (SSE2), else at one.
#ifndef REZON_SERVICES_DECISIONS_READER_TEXT_SCAN_H_
#define REZON_SERVICES_DECISIONS_READER_TEXT_SCAN_H_

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <bit>
#include <cstddef>
#include <string_view>

namespace rezon::reader {

// Offset of the first byte at or behind `from` that is `a`, `b` or `c`; text.size() for none.
size_t FindByte(std::string_view text, size_t from, char a, char b, char c);

// Offset at or behind `from` of the first letter that Fold changes: a capital, Latin or under
// U+0430, or «ё»; may also stop at other letters of the row U+0400. text.size() for none.
size_t FindUnfolded(std::string_view text, size_t from);

// Offset at or behind `from` of the first blank (space, tab, line end) that is no space or has a
// blank behind it; text.size() for none.
size_t FindOddBlank(std::string_view text, size_t from);

// Offset of the first place of `needle` in `text` at or behind `from`; npos for none.
size_t FindText(std::string_view text, std::string_view needle, size_t from = 0);

// True when `text` holds one of two needles of four bytes or more.
bool ContainsEither(std::string_view text, std::string_view one, std::string_view other);

// Offset at or behind `from` of the first control character of ASCII; text.size() for none.
size_t FindControl(std::string_view text, size_t from);

// Offset at or behind `from` of the first byte that Clean may have to change: a control character,
// a line end with blanks or marks behind it, a mark of Markdown or HTML, the first byte of a blank
// or of an invisible mark beyond ASCII. text.size() for none.
size_t FindUnclean(std::string_view text, size_t from);

// Offset up to which the text from `from` on, a character's start, surely is ASCII and Russian
// letters: well-formed UTF-8 that ends with a character. May stop early near the text's end.
size_t SkipRussian(std::string_view text, size_t from);

// Offset behind the two-byte letters of the rows U+0400 to U+047F that stand from `from` on; may be
// one byte behind the end of a text that is cut inside a letter.
inline size_t SkipLetters(std::string_view text, size_t from) {
#if defined(__SSE2__)
  for (; from + 16 <= text.size(); from += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + from));
    const __m128i first =
        _mm_cmpeq_epi8(_mm_and_si128(bytes, _mm_set1_epi8('\xFE')), _mm_set1_epi8('\xD0'));
    const unsigned other = ~static_cast<unsigned>(_mm_movemask_epi8(first)) & 0x5555u;
    if (other != 0) return from + static_cast<size_t>(std::countr_zero(other));
  }
#endif
  while (from < text.size() && (text[from] == '\xD0' || text[from] == '\xD1')) from += 2;
  return from;
}

// Number of bytes that start a code point.
size_t CountStarts(std::string_view text);

// What one look at a line tells.
struct LineMarks {
  size_t starts = 0;       // bytes that start a code point
  bool spaced = false;     // two spaces side by side, or a tab
  bool quoted = false;     // maybe a quotation mark
  bool bracketed = false;  // an opening bracket
};

// Of text[begin, end), which holds no line end and has no space at its end.
LineMarks MarksOf(std::string_view text, size_t begin, size_t end);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_SCAN_H_
