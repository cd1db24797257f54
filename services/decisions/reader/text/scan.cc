#include "services/decisions/reader/text/scan.h"

#include <algorithm>
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
// The `count` values that end with `last`, as unsigned bytes: they are moved to the highest ones.
__m128i UpTo(__m128i bytes, char last, int count) {
  const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>('\x7F' - last)));
  return _mm_cmpgt_epi8(moved, _mm_set1_epi8(static_cast<char>('\x7F' - count)));
}
unsigned Bits(__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); }

size_t SumOfBytes(__m128i bytes) {
  const __m128i halves = _mm_sad_epu8(bytes, _mm_setzero_si128());
  return static_cast<size_t>(_mm_cvtsi128_si32(halves)) +
         static_cast<size_t>(_mm_cvtsi128_si32(_mm_srli_si128(halves, 8)));
}
constexpr int kRounds = 255;  // that a byte can count

// LineMarks of blocks of sixteen bytes.
struct BlockMarks {
  __m128i tails = _mm_setzero_si128();  // how many, at each of the sixteen places
  __m128i spaced = _mm_setzero_si128();
  __m128i quoted = _mm_setzero_si128();
  __m128i bracketed = _mm_setzero_si128();

  // Looks at kBlockReach bytes; counts those of `counted`.
  void See(const char* data, __m128i counted) {
    const __m128i bytes = Load(data);
    const __m128i run = _mm_and_si128(Is(bytes, ' '), Is(Load(data + 1), ' '));
    tails = _mm_sub_epi8(tails, _mm_and_si128(Below(bytes, '\xC0'), counted));
    spaced = _mm_or_si128(spaced, _mm_or_si128(Is(bytes, '\t'), run));
    quoted = _mm_or_si128(quoted, _mm_or_si128(Is(bytes, '"'), Is(bytes, '\xC2')));
    bracketed = _mm_or_si128(bracketed, Is(bytes, '('));
  }
};
constexpr size_t kBlockReach = 17;
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

bool ContainsEither(std::string_view text, std::string_view one, std::string_view other) {
  const size_t longest = std::max(one.size(), other.size());
  const size_t starts = text.size() < longest ? 0 : text.size() - longest + 1;
  const std::string_view seconds = text.substr(std::min<size_t>(1, text.size()), starts);
  const size_t found = Find(
      seconds, 0,
      [&]([[maybe_unused]] const char* data) {
#if defined(__SSE2__)
        const __m128i bytes = Load(data);
        const __m128i first =
            _mm_and_si128(Is(bytes, one[1]), Is(Load(data + one.size() - 2), one.back()));
        const __m128i second =
            _mm_and_si128(Is(bytes, other[1]), Is(Load(data + other.size() - 2), other.back()));
        return Bits(_mm_or_si128(first, second));
#else
        return 0u;
#endif
      },
      [&](size_t at) {
        return (seconds[at] == one[1] && text.substr(at).starts_with(one)) ||
               (seconds[at] == other[1] && text.substr(at).starts_with(other));
      });
  if (found < starts) return true;
  const std::string_view rest = text.substr(starts);  // too short for one of them
  return FindText(rest, one) != std::string_view::npos ||
         FindText(rest, other) != std::string_view::npos;
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
        const __m128i control = UpTo(bytes, '\x1F', 0x20);
        const __m128i bracket = _mm_or_si128(UpTo(bytes, '_', 5), Is(bytes, '<'));  // from «[» on
        const __m128i mark =
            _mm_or_si128(_mm_or_si128(Is(bytes, '*'), Is(bytes, '#')), Is(bytes, '&'));
        // C2, C3, E2, E3
        const __m128i wide = Is(_mm_and_si128(bytes, _mm_set1_epi8('\xDE')), '\xC2');
        const __m128i widest = Is(bytes, '\xEF');
        return Bits(_mm_or_si128(_mm_or_si128(_mm_or_si128(control, bracket), mark),
                                 _mm_or_si128(wide, widest)));
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
    const __m128i even = _mm_and_si128(bytes, _mm_set1_epi8('\xFE'));
    const unsigned lead = Bits(Is(even, '\xD0'));
    const unsigned tail = Bits(Below(bytes, '\xC0'));
    const unsigned odd = (tail ^ (lead << 1 & 0xFFFF)) | (Bits(bytes) & ~(tail | lead));
    if (odd != 0) {
      const unsigned good = static_cast<unsigned>(std::countr_zero(odd));
      return from + good - (good > 0 ? lead >> (good - 1) & 1 : 0);
    }
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
    __m128i sums = _mm_setzero_si128();  // a byte each, so that kRounds fit
    for (int round = 0; round < kRounds && at + 16 <= text.size(); ++round, at += 16) {
      sums = _mm_sub_epi8(sums, Below(Load(text.data() + at), '\xC0'));
    }
    tails += SumOfBytes(sums);
  }
#endif
  for (; at < text.size(); ++at) tails += (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  return text.size() - tails;
}

LineMarks MarksOf(std::string_view text, size_t begin, size_t end) {
  LineMarks marks;
  size_t tails = 0;
  size_t at = begin;
#if defined(__SSE2__)
  BlockMarks blocks;
  while (at + kBlockReach <= end) {
    blocks.tails = _mm_setzero_si128();
    for (int round = 0; round < kRounds && at + kBlockReach <= end; ++round, at += 16) {
      blocks.See(text.data() + at, _mm_set1_epi8('\xFF'));
    }
    tails += SumOfBytes(blocks.tails);
  }
  if (at > begin && at + 1 < end) {  // what is left, with bytes before it that were counted
    static constexpr char kCounted[33] =
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"
        "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
    const size_t first = end - kBlockReach;
    blocks.tails = _mm_setzero_si128();
    blocks.See(text.data() + first, Load(kCounted + 16 - (at - first)));
    tails += SumOfBytes(blocks.tails);
    at = end - 1;
  }
  marks.spaced = Bits(blocks.spaced) != 0;
  marks.quoted = Bits(blocks.quoted) != 0;
  marks.bracketed = Bits(blocks.bracketed) != 0;
#endif
  for (; at < end; ++at) {
    const char c = text[at];
    tails += (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    marks.spaced = marks.spaced || c == '\t' || (c == ' ' && text[at + 1] == ' ');
    marks.quoted = marks.quoted || c == '"' || c == '\xC2';
    marks.bracketed = marks.bracketed || c == '(';
  }
  marks.starts = end - begin - tails;
  return marks;
}

}  // namespace rezon::reader
