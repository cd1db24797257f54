#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rezon::registry {

// Lower case of Latin and Cyrillic letters in UTF-8, ё as е; other bytes stay. Every byte keeps its
// place.
std::string Fold(std::string_view text);

struct Token {
  // Folded.
  std::string text;
  // A capital letter with a dot beside another such one: «Т.П.», «А. С.».
  bool initial = false;
  // A comma or a semicolon stands before it.
  bool comma = false;
  // Nothing but a dash stands between the token before it and this one.
  bool dash = false;
};

// Runs of letters and digits; '-' and '/' inside a run belong to it («р-н», «д/с»).
std::vector<Token> Scan(std::string_view text);

// True when every byte is an ASCII digit.
bool IsNumber(std::string_view token);

}  // namespace rezon::registry
