#include <cstdlib>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "services/platform/log/log.h"
#include "services/platform/trace/otlp.h"

namespace rezon::trace {
namespace {

std::optional<std::string> Variable(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

void Ignore(const char* name) {
  log::Warning("environment variable ignored: its value cannot be read", {{"variable", name}});
}

// Whole numbers above zero.
std::optional<int64_t> Positive(const char* name) {
  const auto text = Variable(name);
  if (!text) return std::nullopt;
  int64_t value;
  if (absl::SimpleAtoi(*text, &value) && value > 0) return value;
  Ignore(name);
  return std::nullopt;
}

bool SafeHeader(const std::string& key, const std::string& value) {
  if (key.empty()) return false;
  for (char c : key) {
    if (!(absl::ascii_islower(c) || absl::ascii_isdigit(c) || c == '-' || c == '_' || c == '.')) {
      return false;
    }
  }
  for (char c : value) {
    if (!absl::ascii_isprint(c)) return false;
  }
  return true;
}

std::vector<std::pair<std::string, std::string>> Pairs(const std::string& text) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (absl::string_view entry : absl::StrSplit(text, ',', absl::SkipWhitespace())) {
    const std::pair<std::string, std::string> pair = absl::StrSplit(entry, absl::MaxSplits('=', 1));
    pairs.emplace_back(absl::StripAsciiWhitespace(pair.first),
                       absl::StripAsciiWhitespace(pair.second));
  }
  return pairs;
}

void ReadSampler(TracerOptions& tracer) {
  const auto sampler = Variable("OTEL_TRACES_SAMPLER");
  if (!sampler) return;
  if (*sampler == "always_on" || *sampler == "parentbased_always_on") {
    tracer.ratio = 1;
  } else if (*sampler == "always_off" || *sampler == "parentbased_always_off") {
    tracer.ratio = 0;
  } else if (*sampler == "parentbased_traceidratio" || *sampler == "traceidratio") {
    double ratio = 1;
    const auto text = Variable("OTEL_TRACES_SAMPLER_ARG");
    if (text && (!absl::SimpleAtod(*text, &ratio) || !(ratio >= 0 && ratio <= 1))) {
      return Ignore("OTEL_TRACES_SAMPLER_ARG");
    }
    tracer.ratio = ratio;
  } else {
    Ignore("OTEL_TRACES_SAMPLER");
  }
}

void ReadBatching(TracerOptions& tracer) {
  if (auto value = Positive("OTEL_BSP_MAX_QUEUE_SIZE")) tracer.queue = *value;
  if (auto value = Positive("OTEL_BSP_MAX_EXPORT_BATCH_SIZE")) tracer.batch = *value;
  if (auto value = Positive("OTEL_BSP_SCHEDULE_DELAY")) {
    tracer.interval = std::chrono::milliseconds(*value);
  }
  if (tracer.batch > tracer.queue) tracer.batch = tracer.queue;
}

void ReadHeaders(OtlpOptions& options) {
  const auto text = Variable("OTEL_EXPORTER_OTLP_HEADERS");
  if (!text) return;
  for (auto& [key, value] : Pairs(*text)) {
    std::string lower = absl::AsciiStrToLower(key);
    if (SafeHeader(lower, value)) {
      options.headers.emplace_back(std::move(lower), std::move(value));
    } else {
      Ignore("OTEL_EXPORTER_OTLP_HEADERS");
    }
  }
}

void ReadEndpoint(OtlpOptions& options) {
  for (const char* name : {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"}) {
    const auto value = Variable(name);
    if (value && options.endpoint.empty()) options.endpoint = *value;
  }
  if (auto value = Positive("OTEL_EXPORTER_OTLP_TIMEOUT")) {
    options.timeout = std::chrono::milliseconds(*value);
  }
}

}  // namespace

OtlpOptions OtlpFromEnvironment(OtlpOptions options) {
  ReadEndpoint(options);
  ReadHeaders(options);
  ReadSampler(options.tracer);
  ReadBatching(options.tracer);
  if (auto value = Variable("OTEL_SERVICE_NAME")) options.service = *value;
  if (auto value = Variable("OTEL_RESOURCE_ATTRIBUTES")) {
    for (auto& pair : Pairs(*value)) options.resource.push_back(std::move(pair));
  }
  if (Variable("OTEL_SDK_DISABLED") == "true") options.endpoint.clear();
  return options;
}

}  // namespace rezon::trace
