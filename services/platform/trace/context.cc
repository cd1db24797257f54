#include "services/platform/trace/context.h"

#include <algorithm>

namespace rezon::trace {
namespace {

constexpr char kHex[] = "0123456789abcdef";
constexpr size_t kTraceparentLength = 55;
constexpr size_t kMaxTracestate = 512;
constexpr int kMaxMembers = 32;

thread_local SpanContext current;

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

template <size_t N>
bool ReadHex(std::string_view text, std::array<uint8_t, N>& out) {
  for (size_t i = 0; i < N; ++i) {
    const int high = HexValue(text[2 * i]);
    const int low = HexValue(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    out[i] = static_cast<uint8_t>(high << 4 | low);
  }
  return true;
}

template <size_t N>
void WriteHex(const std::array<uint8_t, N>& bytes, char* out) {
  for (uint8_t byte : bytes) {
    *out++ = kHex[byte >> 4];
    *out++ = kHex[byte & 0xF];
  }
}

template <size_t N>
bool IsZero(const std::array<uint8_t, N>& bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](uint8_t byte) { return byte == 0; });
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool GoodKey(std::string_view key) {
  if (key.empty() || key.size() > 256) return false;
  const bool first = (key[0] >= 'a' && key[0] <= 'z') || (key[0] >= '0' && key[0] <= '9');
  return first && std::all_of(key.begin(), key.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
                  c == '*' || c == '/' || c == '@';
         });
}

bool GoodMember(std::string_view member) {
  const size_t equals = member.find('=');
  if (equals == std::string_view::npos || !GoodKey(member.substr(0, equals))) return false;
  const std::string_view value = member.substr(equals + 1);
  return !value.empty() && value.size() <= 256 &&
         std::all_of(value.begin(), value.end(),
                     [](char c) { return c >= 0x20 && c <= 0x7e && c != ',' && c != '='; });
}

bool GoodTracestate(std::string_view text) {
  if (text.empty() || text.size() > kMaxTracestate) return false;
  int members = 0;
  while (true) {
    const size_t comma = text.find(',');
    const std::string_view member = Trim(text.substr(0, comma));
    if (!member.empty() && (!GoodMember(member) || ++members > kMaxMembers)) return false;
    if (comma == std::string_view::npos) return members > 0;
    text = text.substr(comma + 1);
  }
}

}  // namespace

bool SpanContext::valid() const { return !IsZero(trace_id) && !IsZero(span_id); }

std::optional<SpanContext> ParseTraceparent(std::string_view text) {
  if (text.size() < kTraceparentLength || text[2] != '-' || text[35] != '-' || text[52] != '-') {
    return std::nullopt;
  }
  std::array<uint8_t, 1> version, flags;
  SpanContext context;
  if (!ReadHex(text.substr(0, 2), version) || !ReadHex(text.substr(3, 32), context.trace_id) ||
      !ReadHex(text.substr(36, 16), context.span_id) || !ReadHex(text.substr(53, 2), flags)) {
    return std::nullopt;
  }
  if (version[0] == 0xff || !context.valid()) return std::nullopt;
  const bool longer = text.size() > kTraceparentLength;
  if (longer && (version[0] == 0 || text[kTraceparentLength] != '-')) return std::nullopt;
  context.sampled = flags[0] & 1;
  context.remote = true;
  return context;
}

std::optional<SpanContext> ParseTraceparent(std::string_view traceparent,
                                            std::string_view tracestate) {
  auto context = ParseTraceparent(traceparent);
  if (context && GoodTracestate(tracestate)) {
    context->tracestate = std::make_shared<const std::string>(tracestate);
  }
  return context;
}

std::string FormatTraceparent(const SpanContext& context) {
  if (!context.valid()) return "";
  std::string text = "00-0123456789abcdef0123456789abcdef-0123456789abcdef-00";
  WriteHex(context.trace_id, text.data() + 3);
  WriteHex(context.span_id, text.data() + 36);
  if (context.sampled) text[54] = '1';
  return text;
}

std::string TraceIdHex(const SpanContext& context) {
  std::string text(32, '0');
  WriteHex(context.trace_id, text.data());
  return text;
}

std::string SpanIdHex(const SpanContext& context) {
  std::string text(16, '0');
  WriteHex(context.span_id, text.data());
  return text;
}

const SpanContext& Current() { return current; }

Scope::Scope(const SpanContext& context) : saved_(current) { current = context; }

Scope::~Scope() { current = std::move(saved_); }

}  // namespace rezon::trace
