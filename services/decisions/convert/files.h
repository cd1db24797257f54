// Whole files of a private folder.
#ifndef REZON_SERVICES_DECISIONS_CONVERT_FILES_H_
#define REZON_SERVICES_DECISIONS_CONVERT_FILES_H_

#include <optional>
#include <string>
#include <string_view>

namespace rezon::convert {

bool WriteFile(const std::string& path, std::string_view bytes);

// nullopt when there is no such file.
std::optional<std::string> ReadFile(const std::string& path);

}  // namespace rezon::convert

#endif  // REZON_SERVICES_DECISIONS_CONVERT_FILES_H_
