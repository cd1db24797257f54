#include "services/platform/log/log.h"

#include <google/protobuf/stubs/logging.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <string>

#include "services/platform/log/json.h"
#include "services/platform/trace/context.h"

namespace rezon::log {
namespace {

std::atomic<Level> least{Level::kInfo};
std::string& Service() {
  static std::string service = "rezon";
  return service;
}

// A line is formatted by us, so spdlog only serialises and writes it.
spdlog::logger& Sink() {
  static std::shared_ptr<spdlog::logger> sink = [] {
    auto logger = std::make_shared<spdlog::logger>(
        "rezon", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_pattern("%v");
    logger->set_level(spdlog::level::trace);
    logger->flush_on(spdlog::level::trace);
    return logger;
  }();
  return *sink;
}

const char* Name(Level level) {
  switch (level) {
    case Level::kDebug:
      return "debug";
    case Level::kInfo:
      return "info";
    case Level::kWarning:
      return "warning";
    case Level::kError:
      break;
  }
  return "error";
}

void AppendTime(std::string& out) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
  const std::time_t seconds = micros / 1000000;
  std::tm parts;
  gmtime_r(&seconds, &parts);
  char buffer[48];
  const size_t length = std::strftime(buffer, sizeof(buffer), "%Y-%m-%dT%H:%M:%S", &parts);
  std::snprintf(buffer + length, sizeof(buffer) - length, ".%06dZ",
                static_cast<int>(micros % 1000000));
  out += buffer;
}

void FromProtobuf(google::protobuf::LogLevel level, const char* file, int line,
                  const std::string& message) {
  const Level ours = level == google::protobuf::LOGLEVEL_INFO      ? Level::kInfo
                     : level == google::protobuf::LOGLEVEL_WARNING ? Level::kWarning
                                                                   : Level::kError;
  if (Enabled(ours)) Write(ours, message, {{"source", "protobuf"}, {"file", file}, {"line", line}});
}

}  // namespace

void Init(std::string_view service, std::string_view level) {
  Service() = std::string(service);
  least = level == "debug"     ? Level::kDebug
          : level == "warning" ? Level::kWarning
          : level == "error"   ? Level::kError
                               : Level::kInfo;
  google::protobuf::SetLogHandler(&FromProtobuf);
}

bool Enabled(Level level) { return level >= least.load(std::memory_order_relaxed); }

void Write(Level level, std::string_view message, Fields fields) {
  std::string line;
  line.reserve(256);
  line += "{\"ts\":\"";
  AppendTime(line);
  line += "\",\"level\":\"";
  line += Name(level);
  line += "\",\"service\":";
  AppendJsonText(line, Service());
  line += ",\"msg\":";
  AppendJsonText(line, message);
  if (const trace::SpanContext& context = trace::Current(); context.valid()) {
    line += ",\"trace_id\":\"" + trace::TraceIdHex(context) + "\",\"span_id\":\"" +
            trace::SpanIdHex(context) + "\"";
  }
  for (const Field& field : fields) {
    line += ',';
    AppendJsonText(line, field.key);
    line += ':';
    AppendJsonValue(line, field.value);
  }
  line += '}';
  Sink().log(spdlog::level::info, spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace rezon::log
