#pragma once

#include <string>
#include <string_view>

#include "services/platform/log/log.h"

namespace rezon::log {

// Appends `text` as a JSON string with quotes. Bytes that are not UTF-8 become U+FFFD, so that a
// line is always valid JSON.
void AppendJsonText(std::string& out, std::string_view text);

// Appends any value of a field as JSON.
void AppendJsonValue(std::string& out, const Value& value);

}  // namespace rezon::log
