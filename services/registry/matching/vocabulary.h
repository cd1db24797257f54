#pragma once

#include <string>
#include <string_view>
#include <vector>

// What the field's abbreviations mean and which words say little. Words of the trade only: no place
// and no organisation is named here. All sets hold Snowball stems.
namespace rezon::registry {

// The words an abbreviation stands for («сош» is «средняя общеобразовательная школа»), or empty.
std::string_view Expansion(std::string_view folded);

// A legal form («маоу») or its like, which names rarely carry in running text.
bool IsLegalForm(std::string_view folded);
// The word that a legal form says besides: «дошкольное» of «мадоу»; empty for most.
std::string_view SaidByForm(std::string_view folded);

// Weight of a word by its stem: 0 for prepositions and conjunctions, 0.1 for what legal forms are
// made of («автономный»), 0.3 for words that every second name has («город», «администрация»),
// else 1.
double WeightOf(std::string_view stem);

// People of an organisation and its head («директор», «педагогические работники»): whoever of them
// is addressed, the organisation answers.
bool IsPeople(std::string_view stem);

// Words by which names of one kind do not differ («средняя», «общеобразовательная», «детский»): a
// phrase may leave them out where a number or a proper name tells the body.
bool IsDescriptor(std::string_view stem);
// Nouns that say what a body is («школа», «институт») and identify none.
bool IsHead(std::string_view stem);
// Other words of the trade that stand in names of many bodies: a misprint in one is no other name.
bool IsTrade(std::string_view stem);
// Words that make another body of the same words («филиал», «вечерняя»): never left out.
bool IsTelltale(std::string_view stem);

// The same word for comparing: «учреждение» is «организация».
std::string_view Synonym(std::string_view stem);

// How well an organisation's kind («KIND_SCHOOL») stands for a word its name may not have, 0 to 1.
double SaidByKind(std::string_view kind, std::string_view stem);
// Names by which any organisation of the kind goes besides its own.
const std::vector<std::string>& NamesOfKind(std::string_view kind);

// What sort of territory a word announces: «город», «район», «область», «село».
enum class PlaceSort { kNone, kCity, kDistrict, kRegion, kSettlement };
PlaceSort SortOf(std::string_view stem);

}  // namespace rezon::registry
