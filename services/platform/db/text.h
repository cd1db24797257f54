#ifndef REZON_SERVICES_PLATFORM_DB_TEXT_H_
#define REZON_SERVICES_PLATFORM_DB_TEXT_H_

#include <string_view>

#include "absl/strings/string_view.h"

namespace rezon::db {

// Debian's Abseil has a string_view of its own, which does not convert from the standard one.
inline absl::string_view View(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_TEXT_H_
