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
  // What is compared: the stem, or one stem for words of one meaning (vocabulary.h, Synonym).
  std::string key;
  // How much the word says: 0 for «и», little for legal forms and «город», 3 for a number.
  double weight = 1;
  bool number = false;
  // Written out from an abbreviation, whose ending says nothing of case and number.
  bool expanded = false;
  // People of an organisation: «директор», «педагогические работники».
  bool people = false;
  // One of a person's initials («Т. П.»); weighs nothing by itself.
  bool initial = false;
  // The first word behind a comma, a semicolon, «и» or «а также».
  bool separated = false;
  // Id in the directory's Lexicon; -1 before Prepare, and in phrases.
  int id = -1;
};

// The words in order. Bytes that are not UTF-8 letters or digits separate words. A range of numbers
// («№№ 1–3») gives each of them.
std::vector<Word> Words(std::string_view text);

// Distinct stems of weight above zero, sorted: what is stored in `terms`.
std::vector<std::string> Stems(const std::vector<std::string>& names);
// The stems to search `terms` for: also those of a surname in the nominative, which Snowball stems
// another way («Белов» is «бел», «Белову» is «белов»).
std::vector<std::string> SearchedStems(const std::vector<std::string>& phrases);

// A word of a person's name for comparing: one key for all cases and both genders of «-ов», «-ин».
Word PersonWord(const Word& word);

// Whether the phrase addresses one body or many, by the ending of its first telling word in the
// dative («управлению» / «управлениям»); kUnknown for other cases.
enum class Addressed { kUnknown, kOne, kMany };
Addressed NumberOf(const std::vector<Word>& words);

// True for «и.о.», «врио» and «исполняющий обязанности» before a post.
bool SaysActing(std::string_view text);

}  // namespace rezon::registry
