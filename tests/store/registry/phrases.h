#pragma once

#include <string>
#include <vector>

namespace rezon::registry {

// A phrase as documents print it, and who is meant in the large region.
struct PhraseCase {
  std::string phrase;
  // Key of the territory that the document speaks of; empty when it names none; "*" for the whole
  // region by its level alone, "?" for a place that the registry does not have.
  std::string context;
  // Keys of those who are meant together, separated by a space; empty when the clerk has to choose.
  std::string meant;
  // What the phrase is a sample of.
  std::string sort;
};

// All of them.
std::vector<PhraseCase> PhraseCases();
// Those with misprints, those that the clerk has to decide about, and those that mean nobody here.
std::vector<PhraseCase> UnclearPhraseCases();

}  // namespace rezon::registry
