#pragma once

#include <string>
#include <string_view>
#include <vector>

// A phrase or a name as comparable words: folded to lower case (ё = е), abbreviations of the field
// written out, stems by the Russian Snowball stemmer, so that any grammatical case gives the same.
namespace rezon::registry {

struct Word {
  // Lower case, as printed or written out.
  std::string text;
  // Snowball stem; digits stand for themselves.
  std::string stem;
  // How much the word says: 0 for «и», little for legal forms and «город», 3 for a number.
  double weight = 1;
  bool number = false;
  // Written out from an abbreviation, whose ending says nothing of case and number.
  bool expanded = false;
};

// The words in order. Bytes that are not UTF-8 letters or digits separate words.
std::vector<Word> Words(std::string_view text);

// Distinct stems of weight above zero, sorted: what is stored in `terms` and searched for.
std::vector<std::string> Stems(const std::vector<std::string>& names);

// Whether the phrase addresses one body or many, by the ending of its first telling word in the
// dative («управлению» / «управлениям»); kUnknown for other cases.
enum class Addressed { kUnknown, kOne, kMany };
Addressed NumberOf(const std::vector<Word>& words);

// True when the stems differ by one letter at most and are long enough for that to be a misprint.
bool NearlyEqual(std::string_view a, std::string_view b);

}  // namespace rezon::registry
