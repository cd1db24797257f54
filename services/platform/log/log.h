#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

// One JSON object a line on stderr: {"ts","level","service","msg","trace_id","span_id", fields...}.
// Trace ids come from the thread's current span (trace/context.h). Thread-safe. Nothing is
// formatted when the level is off. Never log tokens, DSNs with passwords or personal data.
namespace rezon::log {

enum class Level { kDebug, kInfo, kWarning, kError };

// A typed value of a field; the text is viewed, not copied, so build fields inside the call.
class Value {
 public:
  enum class Kind { kText, kInt, kDouble, kBool };
  Value(const char* text) : kind_(Kind::kText), text_(text) {}       // NOLINT
  Value(std::string_view text) : kind_(Kind::kText), text_(text) {}  // NOLINT
  template <typename S>
  requires requires(const S& s) { std::string_view(s.data(), s.size()); }
  Value(const S& text) : kind_(Kind::kText), text_(text.data(), text.size()) {}         // NOLINT
  Value(bool value) : kind_(Kind::kBool), int_(value) {}                                // NOLINT
  Value(int value) : kind_(Kind::kInt), int_(value) {}                                  // NOLINT
  Value(long value) : kind_(Kind::kInt), int_(value) {}                                 // NOLINT
  Value(long long value) : kind_(Kind::kInt), int_(value) {}                            // NOLINT
  Value(unsigned value) : kind_(Kind::kInt), int_(value) {}                             // NOLINT
  Value(unsigned long value) : kind_(Kind::kInt), int_(static_cast<int64_t>(value)) {}  // NOLINT
  Value(double value) : kind_(Kind::kDouble), double_(value) {}                         // NOLINT

  Kind kind() const { return kind_; }
  std::string_view text() const { return text_; }
  int64_t integer() const { return int_; }
  double real() const { return double_; }

 private:
  Kind kind_;
  std::string_view text_;
  int64_t int_ = 0;
  double double_ = 0;
};

struct Field {
  std::string_view key;
  Value value;
};

using Fields = std::initializer_list<Field>;

// Sets the service name and the least level ("debug", "info", "warning", "error"; others mean
// "info"), and routes protobuf's messages here. Call once, first thing in main. Before it, lines
// go out with the service "rezon" at "info".
void Init(std::string_view service, std::string_view level);

bool Enabled(Level level);
void Write(Level level, std::string_view message, Fields fields);

inline void Debug(std::string_view message, Fields fields = {}) {
  if (Enabled(Level::kDebug)) Write(Level::kDebug, message, fields);
}
inline void Info(std::string_view message, Fields fields = {}) {
  if (Enabled(Level::kInfo)) Write(Level::kInfo, message, fields);
}
inline void Warning(std::string_view message, Fields fields = {}) {
  if (Enabled(Level::kWarning)) Write(Level::kWarning, message, fields);
}
inline void Error(std::string_view message, Fields fields = {}) {
  if (Enabled(Level::kError)) Write(Level::kError, message, fields);
}

}  // namespace rezon::log
