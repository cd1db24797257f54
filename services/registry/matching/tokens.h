#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rezon::registry {

// Lower case of Latin and Cyrillic letters in UTF-8, ё as е; other bytes stay.
std::string Fold(std::string_view text);

// Runs of letters and digits of a folded text; '-' and '/' inside a run belong to it («р-н»,
// «д/с»).
std::vector<std::string> Tokens(std::string_view folded);

// True when every byte is an ASCII digit.
bool IsNumber(std::string_view token);

}  // namespace rezon::registry
