#include "services/platform/paging/filter.h"

#include <utility>

#include "services/platform/paging/lexer.h"

namespace rezon::paging {
namespace {

constexpr int kMaxDepth = 32;
constexpr int kMaxComparisons = 100;

using Node = std::unique_ptr<Filter>;

Node Join(Filter::Kind kind, std::vector<Node> children) {
  if (children.size() == 1) return std::move(children.front());
  auto node = std::make_unique<Filter>();
  node->kind = kind;
  node->children = std::move(children);
  return node;
}

// expression = sequence of factors joined by AND or nothing; factor = terms joined by OR.
class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  absl::StatusOr<Node> Run() {
    auto node = Expression();
    if (!node.ok()) return node;
    if (Peek().kind != Token::Kind::kEnd) return FilterError(Peek().offset, "unexpected word");
    return node;
  }

 private:
  const Token& Peek() const { return tokens_[at_]; }
  bool IsKeyword(const char* word) const {
    return Peek().kind == Token::Kind::kWord && Peek().text == word;
  }
  bool StartsTerm() const {
    switch (Peek().kind) {
      case Token::Kind::kOpen:
      case Token::Kind::kMinus:
        return true;
      case Token::Kind::kWord:
        return !IsKeyword("OR") && !IsKeyword("AND");
      default:
        return false;
    }
  }

  absl::StatusOr<Node> Expression() {
    if (++depth_ > kMaxDepth) return FilterError(Peek().offset, "nested too deeply");
    std::vector<Node> parts;
    do {
      if (IsKeyword("AND")) ++at_;
      auto factor = Factor();
      if (!factor.ok()) return factor;
      parts.push_back(std::move(*factor));
    } while (IsKeyword("AND") || StartsTerm());
    --depth_;
    return Join(Filter::Kind::kAnd, std::move(parts));
  }

  absl::StatusOr<Node> Factor() {
    std::vector<Node> parts;
    for (;;) {
      auto term = Term();
      if (!term.ok()) return term;
      parts.push_back(std::move(*term));
      if (!IsKeyword("OR")) return Join(Filter::Kind::kOr, std::move(parts));
      ++at_;
    }
  }

  absl::StatusOr<Node> Term() {
    if (!IsKeyword("NOT") && Peek().kind != Token::Kind::kMinus) return Simple();
    ++at_;
    auto inner = Simple();
    if (!inner.ok()) return inner;
    auto node = std::make_unique<Filter>();
    node->kind = Filter::Kind::kNot;
    node->children.push_back(std::move(*inner));
    return node;
  }

  absl::StatusOr<Node> Simple() {
    if (Peek().kind != Token::Kind::kOpen) return Comparison();
    ++at_;
    auto inner = Expression();
    if (!inner.ok()) return inner;
    if (Peek().kind != Token::Kind::kClose) return FilterError(Peek().offset, "')' is missing");
    ++at_;
    return inner;
  }

  absl::StatusOr<Node> Comparison() {
    if (!StartsTerm()) return FilterError(Peek().offset, "a comparison is expected");
    if (++comparisons_ > kMaxComparisons) return FilterError(Peek().offset, "too many comparisons");
    auto node = std::make_unique<Filter>();
    node->field = tokens_[at_++].text;
    if (Peek().kind != Token::Kind::kOperator) {
      return FilterError(Peek().offset, "an operator is expected");
    }
    node->op = tokens_[at_++].text;
    if (Peek().kind != Token::Kind::kWord && Peek().kind != Token::Kind::kText) {
      return FilterError(Peek().offset, "a value is expected");
    }
    node->quoted = Peek().kind == Token::Kind::kText;
    node->value = tokens_[at_++].text;
    return node;
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int comparisons_ = 0;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Filter>> ParseFilter(std::string_view text) {
  auto tokens = Tokenize(text);
  if (!tokens.ok()) return tokens.status();
  if (tokens->size() == 1) return Node();
  return Parser(std::move(*tokens)).Run();
}

}  // namespace rezon::paging
