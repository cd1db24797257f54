#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "services/platform/trace/context.h"

namespace rezon::trace {

// Numbers as in OTLP's Span.SpanKind.
enum class Kind { kInternal = 1, kServer = 2, kClient = 3, kProducer = 4, kConsumer = 5 };

using AttributeValue = std::variant<std::string, int64_t, double, bool>;

// A finished span on its way to the exporter.
struct SpanData {
  std::string name;
  Kind kind = Kind::kInternal;
  SpanContext context;
  SpanId parent{};
  // Nanoseconds since the epoch, UTC.
  uint64_t start_ns = 0;
  uint64_t end_ns = 0;
  std::vector<std::pair<std::string, AttributeValue>> attributes;
  std::vector<SpanContext> links;
  bool error = false;
  std::string error_message;
};

// One unit of work. Starting a span decides its identity: child of the given context (the thread's
// current one by default), or root of a new trace with the sampler's word. A span that is not
// sampled allocates nothing and ignores attributes, but still has an identity to pass on.
// Does not change the thread's current context: add a Scope for that. Ends at End() or in the
// destructor, handing itself to the exporter without waiting. One thread at a time.
//
//   trace::Span span("SELECT registry.organisation", trace::Kind::kClient);
//   trace::Scope scope(span.context());
//
// Attribute names are those of OpenTelemetry semantic conventions 1.27.0.
class Span {
 public:
  // A span that is nothing: not sampled, invalid context.
  Span() = default;
  Span(std::string_view name, Kind kind) : Span(name, kind, Current()) {}
  Span(std::string_view name, Kind kind, const SpanContext& parent);
  ~Span() { End(); }
  Span(Span&&) noexcept = default;
  Span& operator=(Span&& other) noexcept;

  const SpanContext& context() const { return context_; }
  bool sampled() const { return data_ != nullptr; }

  void Set(std::string_view key, std::string_view value);
  void Set(std::string_view key, const char* value) { Set(key, std::string_view(value)); }
  void Set(std::string_view key, int64_t value);
  void Set(std::string_view key, int value) { Set(key, static_cast<int64_t>(value)); }
  void Set(std::string_view key, double value);
  void Set(std::string_view key, bool value);
  // Ties this span to another trace: the writer of an event that is applied here.
  void Link(const SpanContext& other);
  // Status ERROR with a short text that holds no data of users.
  void SetError(std::string_view message);
  // Idempotent.
  void End();

 private:
  SpanContext context_;
  std::unique_ptr<SpanData> data_;
};

}  // namespace rezon::trace
