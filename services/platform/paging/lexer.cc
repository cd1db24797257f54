#include "services/platform/paging/lexer.h"

#include "services/platform/errors/errors.h"

namespace rezon::paging {
namespace {

constexpr std::size_t kMaxFilter = 8192;

bool IsWord(char c) {
  auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '/' || c == '*' || c == '-' ||
         c == '+';
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  absl::StatusOr<std::vector<Token>> Run() {
    for (;;) {
      while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
      if (at_ == text_.size()) break;
      if (absl::Status status = One(); !status.ok()) return status;
    }
    Push(Token::Kind::kEnd, "", at_);
    return std::move(tokens_);
  }

 private:
  static bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

  void Push(Token::Kind kind, std::string text, std::size_t offset) {
    tokens_.push_back({kind, std::move(text), offset});
  }

  absl::Status One() {
    std::size_t start = at_;
    char c = text_[at_];
    if (c == '"' || c == '\'') return Quoted(c);
    if (c == '(' || c == ')') {
      ++at_;
      Push(c == '(' ? Token::Kind::kOpen : Token::Kind::kClose, std::string(1, c), start);
    } else if (c == '=' || c == ':') {
      ++at_;
      Push(Token::Kind::kOperator, std::string(1, c), start);
    } else if (c == '<' || c == '>' || c == '!') {
      ++at_;
      bool equal = at_ < text_.size() && text_[at_] == '=';
      if (c == '!' && !equal) return FilterError(start, "'!' stands only in '!='");
      at_ += equal ? 1 : 0;
      Push(Token::Kind::kOperator, std::string(text_.substr(start, at_ - start)), start);
    } else if (c == '-' && NegatesHere()) {
      ++at_;
      Push(Token::Kind::kMinus, "-", start);
    } else if (IsWord(c)) {
      while (at_ < text_.size() && IsWord(text_[at_])) ++at_;
      Push(Token::Kind::kWord, std::string(text_.substr(start, at_ - start)), start);
    } else {
      return FilterError(start, "unexpected character");
    }
    return absl::OkStatus();
  }

  // After an operator a '-' is the sign of a number.
  bool NegatesHere() const {
    return tokens_.empty() || tokens_.back().kind != Token::Kind::kOperator;
  }

  absl::Status Quoted(char quote) {
    std::size_t start = at_++;
    std::string value;
    while (at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      value.push_back(text_[at_++]);
    }
    if (at_ == text_.size()) return FilterError(start, "a quote is not closed");
    ++at_;
    Push(Token::Kind::kText, std::move(value), start);
    return absl::OkStatus();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

absl::Status FilterError(std::size_t offset, std::string_view what) {
  std::string place = std::to_string(offset);
  return errors::InvalidField("filter", "at byte " + place + ": " + std::string(what),
                              "Ошибка в условии отбора, позиция " + place);
}

absl::StatusOr<std::vector<Token>> Tokenize(std::string_view text) {
  if (text.size() > kMaxFilter) return FilterError(kMaxFilter, "the filter is too long");
  if (std::size_t at = text.find('\0'); at != std::string_view::npos) {
    return FilterError(at, "unexpected character");
  }
  return Lexer(text).Run();
}

}  // namespace rezon::paging
