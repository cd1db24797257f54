#include "gateway/transcode/jsonscan.h"

namespace rezon::gateway {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

void AppendUtf8(std::string* out, unsigned code) {
  if (code < 0x80) {
    out->push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    out->push_back(static_cast<char>(0xC0 | code >> 6));
    out->push_back(static_cast<char>(0x80 | (code & 0x3F)));
  } else if (code < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | code >> 12));
    out->push_back(static_cast<char>(0x80 | (code >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (code & 0x3F)));
  } else {
    out->push_back(static_cast<char>(0xF0 | code >> 18));
    out->push_back(static_cast<char>(0x80 | (code >> 12 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (code >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (code & 0x3F)));
  }
}

}  // namespace

void JsonScan::SkipSpace() {
  while (!AtEnd() &&
         (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) {
    ++at_;
  }
}

bool JsonScan::Take(char c) {
  if (AtEnd() || text_[at_] != c) return false;
  ++at_;
  return true;
}

bool JsonScan::Word(std::string_view word) {
  if (text_.substr(at_, word.size()) != word) return false;
  at_ += word.size();
  return true;
}

bool JsonScan::Digits() {
  const size_t begin = at_;
  while (IsDigit(Peek())) ++at_;
  return at_ > begin;
}

bool JsonScan::Number() {
  Take('-');
  if (!Take('0') && !Digits()) return false;
  if (Take('.') && !Digits()) return false;
  if (Take('e') || Take('E')) {
    if (!Take('+')) Take('-');
    if (!Digits()) return false;
  }
  // "01" and "1x" are not numbers followed by something else.
  const char next = Peek();
  return !IsDigit(next) && !(next >= 'a' && next <= 'z') && !(next >= 'A' && next <= 'Z');
}

int JsonScan::Hex4() {
  int code = 0;
  for (int i = 0; i < 4; ++i, ++at_) {
    const char c = Peek();
    const int digit = IsDigit(c)             ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    code = code * 16 + digit;
  }
  return code;
}

bool JsonScan::Unicode(std::string* value) {
  int code = Hex4();
  if (code <= 0 || (code >= 0xDC00 && code < 0xE000)) return false;
  if (code >= 0xD800 && code < 0xDC00) {
    if (!Word("\\u")) return false;
    const int low = Hex4();
    if (low < 0xDC00 || low >= 0xE000) return false;
    code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
  }
  if (value != nullptr) AppendUtf8(value, static_cast<unsigned>(code));
  return true;
}

bool JsonScan::Escape(std::string* value) {
  constexpr std::string_view kNames = "\"\\/bfnrt";
  constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
  if (Take('u')) return Unicode(value);
  const size_t which = kNames.find(Peek());
  if (AtEnd() || which == kNames.npos) return false;
  ++at_;
  if (value != nullptr) value->push_back(kValues[which]);
  return true;
}

bool JsonScan::String(std::string* value) {
  if (!Take('"')) return false;
  while (!AtEnd()) {
    const char c = text_[at_];
    if (static_cast<unsigned char>(c) < 0x20) return false;
    ++at_;
    if (c == '"') return true;
    if (c == '\\') {
      if (!Escape(value)) return false;
    } else if (value != nullptr) {
      value->push_back(c);
    }
  }
  return false;
}

}  // namespace rezon::gateway
