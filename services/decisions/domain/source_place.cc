#include "services/decisions/domain/source_place.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace rezon::decisions {
namespace {

using rezon::common::v1::SourceSpan;

// Bytes beyond the difference of two texts within which a place is looked for again.
constexpr std::size_t kFarthestMove = 64 << 10;

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool Fits(const SourceSpan& span, std::string_view source) {
  return span.begin() >= 0 && span.begin() < span.end() &&
         static_cast<std::size_t>(span.end()) <= source.size();
}

struct Folded {
  std::string text;
  std::vector<std::size_t> from;
};

Folded FoldSpace(std::string_view text) {
  Folded folded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (IsSpace(text[i])) {
      if (folded.text.empty() || folded.text.back() == ' ') continue;
      folded.text += ' ';
    } else {
      folded.text += text[i];
    }
    folded.from.push_back(i);
  }
  return folded;
}

}  // namespace

std::vector<std::size_t> BytesInSource(std::string_view text, std::string_view source,
                                       const SourceSpan& span) {
  if (!Fits(span, source)) return {};
  const auto begin = static_cast<std::size_t>(span.begin());
  const Folded within =
      FoldSpace(source.substr(begin, static_cast<std::size_t>(span.end() - span.begin())));
  const Folded wanted = FoldSpace(text);
  const std::size_t at = within.text.find(wanted.text);
  if (wanted.text.empty() || at == std::string::npos) return {};
  std::vector<std::size_t> bytes(text.size(), begin + within.from[at]);
  for (std::size_t i = 0; i < wanted.from.size(); ++i) {
    bytes[wanted.from[i]] = begin + within.from[at + i];
  }
  // A folded space counts as the character before it.
  for (std::size_t i = 1; i < bytes.size(); ++i) bytes[i] = std::max(bytes[i], bytes[i - 1]);
  return bytes;
}

Carrier::Carrier(std::string_view before, std::string_view after) : before_(before), after_(after) {
  const std::size_t shorter = std::min(before.size(), after.size());
  while (head_ < shorter && before[head_] == after[head_]) ++head_;
  while (tail_ < shorter - head_ &&
         before[before.size() - 1 - tail_] == after[after.size() - 1 - tail_]) {
    ++tail_;
  }
}

std::size_t Carrier::Expected(std::size_t begin) const {
  if (begin < before_.size() - tail_) return std::min(begin, after_.size());
  return begin + after_.size() - before_.size();
}

SourceSpan Carrier::Carry(const SourceSpan& span) const {
  if (before_ == after_ || !Fits(span, before_)) return span;
  const auto begin = static_cast<std::size_t>(span.begin());
  const std::string_view piece =
      before_.substr(begin, static_cast<std::size_t>(span.end() - span.begin()));
  const std::size_t expected = Expected(begin);
  const std::size_t shift = std::max(before_.size(), after_.size()) -
                            std::min(before_.size(), after_.size()) + kFarthestMove;
  const std::size_t from = expected > shift ? expected - shift : 0;
  const std::string_view near = after_.substr(from, expected - from + shift + piece.size());
  const std::size_t right = near.find(piece, expected - from);
  const std::size_t left = near.rfind(piece, expected - from);
  SourceSpan carried;
  if (right == std::string_view::npos && left == std::string_view::npos) return carried;
  std::size_t best = right == std::string_view::npos ? left : right;
  if (left != std::string_view::npos && right != std::string_view::npos &&
      expected - from - left < right - (expected - from)) {
    best = left;
  }
  carried.set_begin(static_cast<std::int64_t>(from + best));
  carried.set_end(static_cast<std::int64_t>(from + best + piece.size()));
  return carried;
}

bool HoldsEnd(const SourceSpan& place, const SourceSpan& span) {
  return place.begin() < span.end() && span.end() <= place.end();
}

std::size_t Overlap(const SourceSpan& a, const SourceSpan& b) {
  const std::int64_t common = std::min(a.end(), b.end()) - std::max(a.begin(), b.begin());
  return common > 0 ? static_cast<std::size_t>(common) : 0;
}

}  // namespace rezon::decisions
