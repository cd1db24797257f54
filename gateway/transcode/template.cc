#include "gateway/transcode/template.h"

#include <utility>

namespace rezon::gateway {
namespace {

using Segment = PathTemplate::Segment;

bool IsIdentifierChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool IsLiteralChar(char c) { return IsIdentifierChar(c) || c == '-' || c == '.' || c == '~'; }

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  absl::StatusOr<PathTemplate> Parse() {
    if (!Take('/')) return Error("must begin with a slash");
    do {
      if (!(Peek() == '{' ? ParseVariable() : ParseSegment())) return Error("has a bad segment");
    } while (Take('/'));
    if (Take(':')) {
      result_.verb = TakeWhile(IsLiteralChar);
      if (result_.verb.empty()) return Error("has an empty verb");
    }
    if (at_ != text_.size()) return Error("has something after its end");
    for (size_t i = 0; i + 1 < result_.segments.size(); ++i) {
      if (result_.segments[i].kind == Segment::Kind::kRest) return Error("has ** before its end");
    }
    return std::move(result_);
  }

 private:
  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool Take(char c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }
  std::string TakeWhile(bool (*wanted)(char)) {
    const size_t begin = at_;
    while (at_ < text_.size() && wanted(text_[at_])) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  bool ParseSegment() {
    Segment segment;
    if (Take('*')) {
      segment.kind = Take('*') ? Segment::Kind::kRest : Segment::Kind::kOne;
    } else {
      segment.literal = TakeWhile(IsLiteralChar);
      if (segment.literal.empty()) return false;
    }
    result_.segments.push_back(std::move(segment));
    return true;
  }

  bool ParseVariable() {
    PathTemplate::Variable variable;
    variable.begin = result_.segments.size();
    Take('{');
    do {
      variable.field_path.push_back(TakeWhile(IsIdentifierChar));
      if (variable.field_path.back().empty()) return false;
    } while (Take('.'));
    if (Take('=')) {
      do {
        if (!ParseSegment()) return false;
      } while (Take('/'));
    } else {
      result_.segments.push_back({Segment::Kind::kOne, ""});
    }
    variable.end = result_.segments.size();
    result_.variables.push_back(std::move(variable));
    return Take('}');
  }

  absl::Status Error(const char* what) const {
    return absl::InvalidArgumentError("the path template \"" + std::string(text_) + "\" " + what);
  }

  const std::string_view text_;
  size_t at_ = 0;
  PathTemplate result_;
};

}  // namespace

absl::StatusOr<PathTemplate> ParseTemplate(std::string_view text) { return Parser(text).Parse(); }

}  // namespace rezon::gateway
