#include "services/decisions/reader/text/scan.h"

#include <bit>
#include <cstring>

namespace rezon::reader {
namespace {

// First offset from `at` on that `scalar` accepts. `block` gives a bit for each of the sixteen
// offsets at `data` that may be accepted, and may look at one byte behind them.
template <typename Block, typename Scalar>
size_t Find(std::string_view text, size_t at, [[maybe_unused]] Block block, Scalar scalar) {
#if defined(__SSE2__)
  for (; at + 17 <= text.size(); at += 16) {
    for (unsigned mask = block(text.data() + at); mask != 0; mask &= mask - 1) {
      const size_t found = at + static_cast<size_t>(std::countr_zero(mask));
      if (scalar(found)) return found;
    }
  }
#endif
  for (; at < text.size(); ++at) {
    if (scalar(at)) return at;
  }
  return text.size();
}

#if defined(__SSE2__)
__m128i Load(const char* data) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(data)); }
__m128i Is(__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }
__m128i Below(__m128i bytes, char c) { return _mm_cmplt_epi8(bytes, _mm_set1_epi8(c)); }
unsigned Bits(__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); }
#endif

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

}  // namespace

size_t FindByte(std::string_view text, size_t from, char a, char b, char c) {
  return Find(
      text, from,
      [&]([[maybe_unused]] const char* data) {
#if defined(__SSE2__)
        const __m128i bytes = Load(data);
        return Bits(_mm_or_si128(_mm_or_si128(Is(bytes, a), Is(bytes, b)), Is(bytes, c)));
#else
        return 0u;
#endif
      },
      [&](size_t at) { return text[at] == a || text[at] == b || text[at] == c; });
}

size_t FindUnfolded(std::string_view text, size_t from) {
  return Find(
      text, from,
      []([[maybe_unused]] const char* data) {
#if defined(__SSE2__)
        // Bytes from 0x80 on are negative here, so that 0x80..0xAF are those below 0xB0.
        const __m128i bytes = Load(data);
        const __m128i next = Load(data + 1);
        const __m128i upper = _mm_and_si128(Is(bytes, '\xD0'), Below(next, '\xB0'));
        const __m128i yo = _mm_and_si128(Is(bytes, '\xD1'), Is(next, '\x91'));
        const __m128i latin = _mm_andnot_si128(Below(bytes, 'A'), Below(bytes, 'Z' + 1));
        return Bits(_mm_or_si128(_mm_or_si128(upper, yo), latin));
#else
        return 0u;
#endif
      },
      [&](size_t at) {
        const char c = text[at];
        if (c >= 'A' && c <= 'Z') return true;
        if (at + 1 >= text.size()) return false;
        return (c == '\xD0' && static_cast<unsigned char>(text[at + 1]) < 0xB0) ||
               (c == '\xD1' && text[at + 1] == '\x91');
      });
}

size_t FindOddBlank(std::string_view text, size_t from) {
  return Find(
      text, from,
      []([[maybe_unused]] const char* data) {
#if defined(__SSE2__)
        const __m128i bytes = Load(data);
        const __m128i next = Load(data + 1);
        const __m128i odd = _mm_or_si128(Is(bytes, '\t'), Is(bytes, '\n'));
        const __m128i odd_next = _mm_or_si128(Is(next, '\t'), Is(next, '\n'));
        const __m128i run = _mm_and_si128(Is(bytes, ' '), _mm_or_si128(Is(next, ' '), odd_next));
        return Bits(_mm_or_si128(odd, run));
#else
        return 0u;
#endif
      },
      [&](size_t at) {
        return IsBlank(text[at]) &&
               (text[at] != ' ' || (at + 1 < text.size() && IsBlank(text[at + 1])));
      });
}

size_t FindText(std::string_view text, std::string_view needle, size_t from) {
  if (needle.size() < 2) return text.find(needle, from);
  if (text.size() < needle.size()) return std::string_view::npos;
  // The second byte of a Russian letter tells letters apart, the first does not.
  const size_t starts = text.size() - needle.size() + 1;
  const std::string_view seconds = text.substr(1, starts);
  const size_t last = needle.size() - 2;  // of the last byte, from the second
  const size_t found = Find(
      seconds, from,
      [&]([[maybe_unused]] const char* data) {
#if defined(__SSE2__)
        return Bits(_mm_and_si128(Is(Load(data), needle[1]), Is(Load(data + last), needle.back())));
#else
        return 0u;
#endif
      },
      [&](size_t at) {
        return seconds[at] == needle[1] &&
               std::memcmp(text.data() + at, needle.data(), needle.size()) == 0;
      });
  return found < starts ? found : std::string_view::npos;
}

size_t FindControl(std::string_view text, size_t from) {
  return Find(
      text, from,
      []([[maybe_unused]] const char* data) {
#if defined(__SSE2__)
        const __m128i bytes = Load(data);
        return Bits(_mm_andnot_si128(Below(bytes, 0), Below(bytes, ' ')));
#else
        return 0u;
#endif
      },
      [&](size_t at) { return static_cast<unsigned char>(text[at]) < ' '; });
}

size_t FindUnclean(std::string_view text, size_t from) {
  return Find(
      text, from,
      []([[maybe_unused]] const char* data) {
#if defined(__SSE2__)
        const __m128i bytes = Load(data);
        const __m128i control = _mm_andnot_si128(Below(bytes, 0), Below(bytes, ' '));
        const __m128i emphasis = _mm_or_si128(Is(bytes, '*'), Is(bytes, '_'));
        const __m128i escape = _mm_or_si128(Is(bytes, '\\'), Is(bytes, '&'));
        const __m128i bracket = _mm_or_si128(Is(bytes, '['), Is(bytes, '<'));
        const __m128i even = _mm_and_si128(bytes, _mm_set1_epi8('\xFE'));
        const __m128i latin = _mm_or_si128(Is(bytes, '#'), Is(bytes, '\xC2'));
        const __m128i wide = _mm_or_si128(Is(even, '\xE2'), Is(bytes, '\xEF'));
        return Bits(_mm_or_si128(
            _mm_or_si128(_mm_or_si128(control, emphasis), _mm_or_si128(escape, bracket)),
            _mm_or_si128(latin, wide)));
#else
        return 0u;
#endif
      },
      [&](size_t at) {
        const auto byte = [&](size_t k) {
          return at + k < text.size() ? static_cast<unsigned char>(text[at + k]) : 0u;
        };
        const unsigned c = byte(0);
        if (c == '\n') return byte(1) == ' ' || byte(1) == '#';
        if (c < ' ' || c == 0xE3 || c == 0xEF) return true;
        if (c == 0xC2) return byte(1) <= 0xA0 || byte(1) == 0xAD;
        // Dashes, quotation marks and «№» are clean.
        if (c == 0xE2) {
          return (byte(1) == 0x80 && (byte(2) < 0x90 || (byte(2) >= 0xA8 && byte(2) <= 0xAF))) ||
                 byte(1) == 0x81;
        }
        return c < 0x80 && std::strchr("*_\\&[<#", static_cast<int>(c)) != nullptr;
      });
}

size_t SkipRussian([[maybe_unused]] std::string_view text, size_t from) {
#if defined(__SSE2__)
  while (from + 16 <= text.size()) {
    const __m128i bytes = Load(text.data() + from);
    const unsigned lead = Bits(_mm_or_si128(Is(bytes, '\xD0'), Is(bytes, '\xD1')));
    const unsigned tail = Bits(Below(bytes, '\xC0'));
    if (tail != (lead << 1 & 0xFFFF) || (tail | lead) != Bits(bytes)) break;
    from += 16 - (lead >> 15);  // a letter that goes on in the next block starts it
  }
#endif
  return from;
}

size_t CountStarts(std::string_view text) {
  size_t tails = 0;
  size_t at = 0;
#if defined(__SSE2__)
  while (at + 16 <= text.size()) {
    __m128i sums = _mm_setzero_si128();  // a byte each, so that 255 rounds fit
    for (int round = 0; round < 255 && at + 16 <= text.size(); ++round, at += 16) {
      sums = _mm_sub_epi8(sums, Below(Load(text.data() + at), '\xC0'));
    }
    const __m128i halves = _mm_sad_epu8(sums, _mm_setzero_si128());
    tails += static_cast<size_t>(_mm_cvtsi128_si32(halves)) +
             static_cast<size_t>(_mm_cvtsi128_si32(_mm_srli_si128(halves, 8)));
  }
#endif
  for (; at < text.size(); ++at) tails += (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  return text.size() - tails;
}

}  // namespace rezon::reader
