// Words, numbers and marks of a folded text (see Fold), in one pass.
#ifndef REZON_SERVICES_DECISIONS_READER_TEXT_TOKEN_H_
#define REZON_SERVICES_DECISIONS_READER_TEXT_TOKEN_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "services/decisions/reader/lexicon/cues.h"
#include "services/decisions/reader/lexicon/gate.h"

namespace rezon::reader {

enum class TokenKind : uint8_t {
  kWord,
  kNumber,
  kDash,
  kOpenQuote,
  kCloseQuote,
  kOpenParen,
  kCloseParen,
  kPunct
};

// A piece of the text, [begin, end) in bytes. A word keeps its inner hyphens («научно-
// практический»); a number is a run of digits; every other mark is one token.
struct Token {
  TokenKind kind;
  bool space_before;  // blank between this token and the one before
  uint16_t quotes;    // depth of «» around it
  uint16_t parens;    // depth of () around it
  uint16_t head;      // of a word: Head::Of, for gates
  uint32_t begin;
  uint32_t end;
};

// Tokens that are read of one text: some 250 pages. The rules look no further into a longer
// paragraph, so that no rule's look-ahead can make the time of reading grow without bound.
inline constexpr size_t kMaxTokens = 1 << 16;

// The tokens of one text, and what there is among them. One may be used for text after text.
class Tokens {
 public:
  size_t size() const { return size_; }
  const Token& operator[](size_t i) const { return all_[i]; }
  const Token* begin() const { return all_.get(); }
  const Token* end() const { return all_.get() + size_; }
  const Token& front() const { return all_[0]; }
  const Token& back() const { return all_[size_ - 1]; }

  bool Has(TokenKind kind) const { return (kinds_ >> static_cast<int>(kind) & 1) != 0; }
  // A number of four digits.
  bool HasYear() const { return years_; }
  // False when surely none of the words is among them.
  bool May(Cue cue) const { return (cues_ & static_cast<uint8_t>(cue)) != 0; }

 private:
  friend void Tokenize(std::string_view low, Tokens* out);

  std::unique_ptr<Token[]> all_;
  size_t room_ = 0;
  size_t size_ = 0;
  uint32_t kinds_ = 0;  // a bit for each TokenKind
  uint32_t cues_ = 0;   // of Cue
  bool years_ = false;
};

// Tokens of `low`, which must be folded, kMaxTokens at most. What was in `out` goes, so that one
// may be reused.
void Tokenize(std::string_view low, Tokens* out);

// A text with its tokens.
struct TokenText {
  std::string_view low;
  const Tokens& tokens;

  std::string_view operator[](size_t i) const {
    if (i >= tokens.size()) return {};
    const Token& token = tokens[i];
    return {low.data() + token.begin, token.end - token.begin};
  }
  bool Is(size_t i, TokenKind kind) const { return i < tokens.size() && tokens[i].kind == kind; }
  bool IsWord(size_t i) const { return Is(i, TokenKind::kWord); }
  // A word that may pass: see Gate.
  bool Passes(size_t i, const Gate& gate) const { return IsWord(i) && gate.Passes(tokens[i].head); }
  bool IsMark(size_t i, char c) const {
    return i < tokens.size() && low[tokens[i].begin] == c && tokens[i].kind >= TokenKind::kDash;
  }
  size_t size() const { return tokens.size(); }
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_TOKEN_H_
