#include "gateway/cli/answer.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "gateway/cli/client.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::json;
using Code = absl::StatusCode;

absl::StatusCode CodeOf(const std::string& name, int http_status) {
  for (int code = 1; code <= 16; ++code) {
    if (absl::StatusCodeToString(static_cast<Code>(code)) == name) return static_cast<Code>(code);
  }
  switch (http_status) {
    case 401:
      return Code::kUnauthenticated;
    case 403:
      return Code::kPermissionDenied;
    case 404:
      return Code::kNotFound;
    case 413:
    case 429:
      return Code::kResourceExhausted;
    case 502:
    case 503:
    case 504:
      return Code::kUnavailable;
    default:
      return http_status >= 400 && http_status < 500 ? Code::kInvalidArgument : Code::kUnknown;
  }
}

absl::Status FromError(const Json& error, int http_status) {
  std::string message = error.value("message", "");
  std::string fields;
  for (const auto& detail : error.value("details", Json::array())) {
    const std::string type = detail.value("@type", "");
    if (type.ends_with("LocalizedMessage")) message = detail.value("message", message);
    if (!type.ends_with("BadRequest")) continue;
    for (const auto& violation : detail.value("fieldViolations", Json::array())) {
      fields += "\n  " + violation.value("field", "") + ": " + violation.value("description", "");
    }
  }
  return absl::Status(CodeOf(error.value("status", ""), http_status), message + fields);
}

}  // namespace

absl::Status ErrorOf(const std::string& answer, int http_status) {
  const Json json = Json::parse(answer, nullptr, /*allow_exceptions=*/false);
  if (json.is_object() && json.contains("error") && json["error"].is_object()) {
    return FromError(json["error"], http_status);
  }
  return absl::Status(CodeOf("", http_status), "ответ HTTP " + std::to_string(http_status));
}

absl::Status StreamErrorOf(const std::string& line) {
  const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("error")) return absl::OkStatus();
  return FromError(json["error"], 500);
}

ExitCode ExitCodeOf(const absl::Status& status) {
  switch (status.code()) {
    case Code::kOk:
      return kDone;
    case Code::kUnauthenticated:
    case Code::kPermissionDenied:
      return kRefused;
    case Code::kNotFound:
      return kNotFound;
    case Code::kAborted:
    case Code::kAlreadyExists:
    case Code::kFailedPrecondition:
      return kConflict;
    case Code::kInvalidArgument:
    case Code::kOutOfRange:
    case Code::kUnimplemented:
      return kInvalid;
    case Code::kUnavailable:
    case Code::kDeadlineExceeded:
    case Code::kResourceExhausted:
    case Code::kCancelled:
      return kUnavailable;
    default:
      return kFailed;
  }
}

int Report(const absl::Status& status) {
  std::fprintf(stderr, "rezonctl: %s\n", std::string(status.message()).c_str());
  return ExitCodeOf(status);
}

}  // namespace rezon::cli
