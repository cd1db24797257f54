#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rezon::gateway {

// Takes the tokens of strict JSON (RFC 8259) off a text. A failed take leaves the offset near the
// fault. Not thread-safe.
class JsonScan {
 public:
  explicit JsonScan(std::string_view text) : text_(text) {}

  size_t offset() const { return at_; }
  bool AtEnd() const { return at_ == text_.size(); }
  // '\0' at the end.
  char Peek() const { return AtEnd() ? '\0' : text_[at_]; }
  void SkipSpace();
  bool Take(char c);
  bool Word(std::string_view word);
  bool Number();
  // A string in double quotes, without control characters, NULs and lone surrogates; `value`, when
  // not null, gets it unescaped.
  bool String(std::string* value);

 private:
  bool Digits();
  bool Escape(std::string* value);
  bool Unicode(std::string* value);
  // Four hexadecimal digits; -1 when there are none.
  int Hex4();

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace rezon::gateway
