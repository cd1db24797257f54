#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "gateway/transcode/schema.h"

namespace rezon::gateway {

// The HTTP status of a canonical code (anchors.md 13): ABORTED and ALREADY_EXISTS 409, and so on.
int HttpStatus(absl::StatusCode code);

// The language of texts for people by Accept-Language: "ru" unless English is preferred.
std::string_view PreferredLanguage(std::string_view accept_language);

// {"error":{"code","message","status","details"}} of AIP-193, on one line. `details` are the
// status's payloads as JSON; those whose type is not known are left out. With the language "en" a
// LocalizedMessage becomes the English message.
std::string ErrorJson(const Schema& schema, const absl::Status& status, std::string_view language);
// The same with an HTTP code that is not the canonical one: 405, 413, 415, 431.
std::string ErrorJson(const Schema& schema, const absl::Status& status, std::string_view language,
                      int http_status);

}  // namespace rezon::gateway
