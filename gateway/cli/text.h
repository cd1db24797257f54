#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rezon::cli {

// Columns that a text takes on a terminal: its letters, without combining marks.
size_t DisplayWidth(std::string_view text);
// With spaces up to a width; a longer text stays as it is.
std::string PadRight(std::string_view text, size_t width);
std::string PadLeft(std::string_view text, size_t width);
// Lines of at most `width` columns, broken at spaces where possible.
std::vector<std::string> Wrap(std::string_view text, size_t width);

// The number with the form of the noun that Russian wants: Plural(2, "пункт", "пункта", "пунктов")
// is "2 пункта".
std::string Plural(int64_t count, const char* one, const char* few, const char* many);

// "2024-09-01" as "01.09.2024"; anything else as it is.
std::string RussianDate(const std::string& date);

// The word for an assignment's state: "STATE_ISSUED" is "выдано".
std::string StateWord(const std::string& state);

// 0.125 as "12,5 %".
std::string Percent(double share);

}  // namespace rezon::cli
