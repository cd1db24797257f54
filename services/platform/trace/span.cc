#include "services/platform/trace/span.h"

#include <cstring>
#include <random>

#include "services/platform/trace/tracer_impl.h"

namespace rezon::trace {
namespace {

uint64_t Random() {
  thread_local std::mt19937_64 engine = [] {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device(), device(), device()};
    return std::mt19937_64(seed);
  }();
  uint64_t value;
  do {
    value = engine();
  } while (value == 0);
  return value;
}

uint64_t NowNs() {
  return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                   std::chrono::system_clock::now().time_since_epoch())
                                   .count());
}

template <typename Array>
void Put(Array& array, size_t offset, uint64_t value) {
  std::memcpy(array.data() + offset, &value, sizeof(value));
}

}  // namespace

Span::Span(std::string_view name, Kind kind, const SpanContext& parent) {
  Put(context_.span_id, 0, Random());
  if (parent.valid()) {
    context_.trace_id = parent.trace_id;
    context_.sampled = parent.sampled;
    context_.tracestate = parent.tracestate;
  } else {
    Put(context_.trace_id, 0, Random());
    Put(context_.trace_id, 8, Random());
    context_.sampled = internal::SampleRoot(context_.trace_id);
  }
  if (!context_.sampled || !internal::Recording()) return;
  data_ = std::make_unique<SpanData>();
  data_->name = std::string(name);
  data_->kind = kind;
  data_->context = context_;
  if (parent.valid()) data_->parent = parent.span_id;
  data_->start_ns = NowNs();
}

Span& Span::operator=(Span&& other) noexcept {
  if (this != &other) {
    End();
    context_ = std::move(other.context_);
    data_ = std::move(other.data_);
  }
  return *this;
}

void Span::Set(std::string_view key, std::string_view value) {
  if (data_) data_->attributes.emplace_back(std::string(key), std::string(value));
}

void Span::Set(std::string_view key, int64_t value) {
  if (data_) data_->attributes.emplace_back(std::string(key), value);
}

void Span::Set(std::string_view key, double value) {
  if (data_) data_->attributes.emplace_back(std::string(key), value);
}

void Span::Set(std::string_view key, bool value) {
  if (data_) data_->attributes.emplace_back(std::string(key), value);
}

void Span::Link(const SpanContext& other) {
  if (data_ && other.valid()) data_->links.push_back(other);
}

void Span::SetError(std::string_view message) {
  if (!data_) return;
  data_->error = true;
  data_->error_message = std::string(message);
}

void Span::End() {
  if (!data_) return;
  data_->end_ns = NowNs();
  internal::Enqueue(std::move(data_));
}

}  // namespace rezon::trace
