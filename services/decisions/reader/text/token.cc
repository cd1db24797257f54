#include "services/decisions/reader/text/token.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "services/decisions/reader/text/quotes.h"
#include "services/decisions/reader/text/scan.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kYearDigits = 4;

bool IsWordChar(uint32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
         (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7) ||
         (code >= 0x400 && code <= 0x52F);
}

// End of the word that starts at `at`, with inner hyphens.
size_t WordEnd(std::string_view low, size_t at) {
  while (at < low.size()) {
    at = SkipLetters(low, at);
    // A blank, a comma or a bracket ends it.
    if (at >= low.size() || static_cast<unsigned char>(low[at]) <= ',') break;
    size_t size;
    const uint32_t code = CharAt(low, at, &size);
    if (IsWordChar(code) || code == 0x301) {
      at += size;
      continue;
    }
    if (code == '-' || code == 0x2010 || code == 0x2011) {
      size_t next;
      if (IsWordChar(CharAt(low, at + size, &next))) {
        at += size + next;
        continue;
      }
    }
    break;
  }
  return at < low.size() ? at : low.size();
}

uint16_t HeadOf(std::string_view low, size_t at, size_t end) {
  if (std::endian::native != std::endian::little || at + sizeof(uint64_t) > low.size()) {
    return Head::Of(low.substr(at, end - at));
  }
  uint64_t bytes;
  std::memcpy(&bytes, low.data() + at, sizeof(bytes));
  // Of a word of so many bytes.
  static constexpr uint64_t kOwn[Head::kBytes + 1] = {
      0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF};
  return Head::Of(bytes & kOwn[std::min(end - at, Head::kBytes)]);
}

TokenKind KindOf(uint32_t code) {
  switch (code) {
    case 0xAB:
    case 0x201E:
      return TokenKind::kOpenQuote;
    case 0xBB:
    case 0x201C:
    case 0x201D:
      return TokenKind::kCloseQuote;
    case '(':
      return TokenKind::kOpenParen;
    case ')':
      return TokenKind::kCloseParen;
    default:
      return IsDashChar(code) ? TokenKind::kDash : TokenKind::kPunct;
  }
}

// By a word's head: what it may be a cue for.
constexpr auto kCues = [] {
  std::array<uint8_t, size_t{1} << Head::kBits> table{};
  const auto add = [&table](Cue cue, const Gate& gate) {
    for (size_t head = 0; head < table.size(); ++head) {
      if (gate.Passes(static_cast<uint16_t>(head))) table[head] |= static_cast<uint8_t>(cue);
    }
  };
  add(Cue::kCharge, Gate::OfStems(kChargeStems));
  add(Cue::kTakesNote, Gate::OfStems(kNoteStems));
  add(Cue::kRelationRule, Gate::OfStems(kRelationRuleStems));
  Gate targets;
  for (const std::string_view stem : kRelationTargetStems) {
    stem.ends_with('.') ? targets.AddWord(stem.substr(0, stem.size() - 1)) : targets.AddStem(stem);
  }
  add(Cue::kRelationTarget, targets);
  Gate continues;
  continues.AddStem(kContinueStem);
  add(Cue::kContinues, continues);
  add(Cue::kTakesEffect, Gate::OfStems(kEffectStems));
  return table;
}();

// Writes the tokens of a text to `first`, which has room for as many as it has bytes or kMaxTokens.
class Tokenizer {
 public:
  Tokenizer(std::string_view low, Token* first) : low_(low), next_(first) {}

  // Returns the end of the tokens.
  Token* Run() {
    const Token* const stop = next_ + std::min(low_.size(), kMaxTokens);
    size_t at = 0;
    while (at < low_.size() && next_ != stop) {
      const unsigned char c = static_cast<unsigned char>(low_[at]);
      if (c == ' ') {
        space_ = true;
        ++at;
      } else if ((c & 0xFE) == 0xD0) {
        at = TakeRussian(at);
      } else {
        at = TakeOther(at);
      }
    }
    return next_;
  }

  uint32_t kinds() const { return kinds_; }
  uint32_t cues() const { return cues_; }
  bool years() const { return years_; }

 private:
  size_t TakeRussian(size_t at) {
    size_t end = std::min(SkipLetters(low_, at + 2), low_.size());
    if (end < low_.size() && static_cast<unsigned char>(low_[end]) > ',') end = WordEnd(low_, end);
    AddWord(at, end, HeadOf(low_, at, end));
    if (end >= low_.size() || low_[end] != ' ') return end;
    space_ = true;  // as behind most words
    return end + 1;
  }

  // A blank, a word of other letters, a number or a mark.
  size_t TakeOther(size_t at) {
    size_t size;
    const uint32_t code = CharAt(low_, at, &size);
    if (IsSpaceChar(code)) {
      space_ = true;
      return at + size;
    }
    size_t end = at + size;
    if (code >= '0' && code <= '9') {
      while (end < low_.size() && IsDigit(low_[end])) ++end;
      years_ = years_ || end - at == kYearDigits;
      Add(TokenKind::kNumber, at, end, 0);
    } else if (code == '.' || code == ',' || code == ';') {
      Add(TokenKind::kPunct, at, end, 0);  // most marks
    } else if (IsWordChar(code)) {
      end = WordEnd(low_, end);
      AddWord(at, end, Head::Of(low_.substr(at, end - at)));
    } else if (code == '"') {
      AddMark(StraightQuoteOpens(low_, at, quotes_ > 0) ? TokenKind::kOpenQuote
                                                        : TokenKind::kCloseQuote,
              at, end);
    } else {
      AddMark(KindOf(code), at, end);
    }
    return end;
  }

  void AddWord(size_t begin, size_t end, uint16_t head) {
    cues_ |= kCues[head];
    Add(TokenKind::kWord, begin, end, head);
  }

  void AddMark(TokenKind kind, size_t begin, size_t end) {
    if (kind == TokenKind::kCloseQuote && quotes_ > 0) --quotes_;
    if (kind == TokenKind::kCloseParen && parens_ > 0) --parens_;
    Add(kind, begin, end, 0);
    if (kind == TokenKind::kOpenQuote && quotes_ < UINT16_MAX) ++quotes_;
    if (kind == TokenKind::kOpenParen && parens_ < UINT16_MAX) ++parens_;
  }

  void Add(TokenKind kind, size_t begin, size_t end, uint16_t head) {
    kinds_ |= 1u << static_cast<unsigned>(kind);
    *next_++ = {kind,
                space_,
                quotes_,
                parens_,
                head,
                static_cast<uint32_t>(begin),
                static_cast<uint32_t>(end)};
    space_ = false;
  }

  std::string_view low_;
  Token* next_;
  uint32_t kinds_ = 0;
  uint32_t cues_ = 0;
  bool years_ = false;
  uint16_t quotes_ = 0;
  uint16_t parens_ = 0;
  bool space_ = false;
};

}  // namespace

void Tokenize(std::string_view low, Tokens* out) {
  const size_t most = std::min(low.size(), kMaxTokens);
  if (most > out->room_) {
    out->room_ = std::min(2 * most, kMaxTokens);
    out->all_ = std::make_unique_for_overwrite<Token[]>(out->room_);
  }
  Tokenizer tokenizer(low, out->all_.get());
  out->size_ = static_cast<size_t>(tokenizer.Run() - out->all_.get());
  out->kinds_ = tokenizer.kinds();
  out->cues_ = tokenizer.cues();
  out->years_ = tokenizer.years();
}

}  // namespace rezon::reader
