#pragma once

#include <string>

#include "absl/status/status.h"
#include "gateway/cli/command.h"

namespace rezon::cli {

// The error that an AIP-193 answer tells: its canonical code, and the Russian message with the
// violated fields for people. An answer that is none gets a code by its HTTP status.
absl::Status ErrorOf(const std::string& answer, int http_status);

// The same for the last line of a stream; OK when the line is not an error.
absl::Status StreamErrorOf(const std::string& line);

}  // namespace rezon::cli
