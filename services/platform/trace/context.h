#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// W3C trace context (anchors.md §11): ids and their text form. No dependency but the standard
// library.
namespace rezon::trace {

using TraceId = std::array<uint8_t, 16>;
using SpanId = std::array<uint8_t, 8>;

// Identity of a span, as it travels in the header `traceparent` and in outbox rows. A value; the
// tracestate is shared, because most traces have none.
struct SpanContext {
  TraceId trace_id{};
  SpanId span_id{};
  bool sampled = false;
  // True when it came from another process.
  bool remote = false;
  // Verbatim list of at most 32 members, or null.
  std::shared_ptr<const std::string> tracestate;

  // Both ids are non-zero.
  bool valid() const;
};

// Strict: lower-case hexadecimal, known lengths, version ff and all-zero ids refused; a version
// above 00 is read by the known prefix. nullopt means: start a new trace.
std::optional<SpanContext> ParseTraceparent(std::string_view traceparent);
// As above, with a tracestate, which is kept only when it is well formed (at most 32 members).
std::optional<SpanContext> ParseTraceparent(std::string_view traceparent,
                                            std::string_view tracestate);
// "00-<32 hex>-<16 hex>-0[01]"; empty for an invalid context.
std::string FormatTraceparent(const SpanContext& context);
std::string TraceIdHex(const SpanContext& context);
std::string SpanIdHex(const SpanContext& context);

// The context new spans, log lines and outgoing calls of this thread belong to. Invalid at first.
const SpanContext& Current();

// Makes a context the thread's current one for a scope. Neither copyable nor movable; must end on
// the thread that made it.
class Scope {
 public:
  explicit Scope(const SpanContext& context);
  ~Scope();
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

 private:
  SpanContext saved_;
};

}  // namespace rezon::trace
