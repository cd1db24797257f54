#pragma once

#include <string>
#include <string_view>

// What the field's abbreviations mean and which words say little. Words of the trade only: no place
// and no organisation is named here.
namespace rezon::registry {

// The words an abbreviation stands for («сош» is «средняя общеобразовательная школа»), or empty.
std::string_view Expansion(std::string_view folded);

// A legal form («маоу») or its like, which names rarely carry in running text.
bool IsLegalForm(std::string_view folded);

// Weight of a word by its stem: 0 for prepositions and conjunctions, 0.3 for words that every
// second name has («город», «муниципальный», «администрация»), else 1.
double WeightOf(std::string_view stem);

}  // namespace rezon::registry
