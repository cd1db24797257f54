#include "gateway/transcode/error.h"

#include <google/protobuf/any.pb.h>
#include <google/protobuf/util/json_util.h>

#include <cstdlib>

#include "absl/strings/cord.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "google/rpc/error_details.pb.h"
#include "services/platform/errors/errors.h"
#include "services/platform/log/json.h"

namespace rezon::gateway {
namespace {

constexpr char kLocalized[] = "type.googleapis.com/google.rpc.LocalizedMessage";

std::string EnglishMessage(const std::string& message) {
  google::rpc::LocalizedMessage localized;
  localized.set_locale("en");
  localized.set_message(message);
  return localized.SerializeAsString();
}

// The detail as JSON with its "@type", or nothing when its type is not known.
std::string DetailJson(const Schema& schema, const std::string& type_url,
                       const std::string& value) {
  google::protobuf::Any any;
  any.set_type_url(type_url);
  any.set_value(value);
  std::string json;
  auto status = google::protobuf::util::BinaryToJsonString(
      &schema.resolver(), TypeUrl("google.protobuf.Any"), any.SerializeAsString(), &json);
  return status.ok() ? json : std::string();
}

}  // namespace

int HttpStatus(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kOk:
      return 200;
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kFailedPrecondition:
    case absl::StatusCode::kOutOfRange:
      return 400;
    case absl::StatusCode::kUnauthenticated:
      return 401;
    case absl::StatusCode::kPermissionDenied:
      return 403;
    case absl::StatusCode::kNotFound:
      return 404;
    case absl::StatusCode::kAborted:
    case absl::StatusCode::kAlreadyExists:
      return 409;
    case absl::StatusCode::kResourceExhausted:
      return 429;
    case absl::StatusCode::kCancelled:
      return 499;
    case absl::StatusCode::kUnimplemented:
      return 501;
    case absl::StatusCode::kUnavailable:
      return 503;
    case absl::StatusCode::kDeadlineExceeded:
      return 504;
    default:
      return 500;
  }
}

std::string_view PreferredLanguage(std::string_view accept_language) {
  // Quality values matter only between the two: the first listed of equal ones wins.
  double best = 0;
  std::string_view language = "ru";
  for (auto part :
       absl::StrSplit(absl::string_view(accept_language.data(), accept_language.size()), ',')) {
    part = absl::StripAsciiWhitespace(part);
    const bool english = absl::StartsWithIgnoreCase(part, "en");
    if (!english && !absl::StartsWithIgnoreCase(part, "ru")) continue;
    const size_t q = part.find("q=");
    const double quality =
        q == part.npos ? 1.0 : std::strtod(std::string(part.substr(q + 2)).c_str(), nullptr);
    if (quality > best) {
      best = quality;
      language = english ? "en" : "ru";
    }
  }
  return language;
}

std::string ErrorJson(const Schema& schema, const absl::Status& status, std::string_view language,
                      int http_status) {
  const std::string message(status.message());
  std::string json = "{\"error\":{\"code\":" + std::to_string(http_status) + ",\"message\":";
  log::AppendJsonText(json, message);
  json += ",\"status\":\"" + absl::StatusCodeToString(status.code()) + "\",\"details\":[";
  bool first = true;
  status.ForEachPayload([&](absl::string_view type_url, const absl::Cord& payload) {
    const bool english = language == "en" && type_url == kLocalized;
    const std::string detail = DetailJson(schema, std::string(type_url),
                                          english ? EnglishMessage(message) : std::string(payload));
    if (detail.empty()) return;
    if (!first) json += ',';
    first = false;
    json += detail;
  });
  return json + "]}}";
}

std::string ErrorJson(const Schema& schema, const absl::Status& status, std::string_view language) {
  return ErrorJson(schema, status, language, HttpStatus(status.code()));
}

}  // namespace rezon::gateway
