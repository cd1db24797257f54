#include "services/registry/matching/person.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace rezon::registry {
namespace {

// Initials of a full name: printed ones, or the first letters behind the surname.
std::vector<std::string> InitialsOf(const std::vector<Word>& person) {
  std::vector<std::string> letters;
  bool surname = true;
  for (const Word& word : person) {
    const bool letter = word.initial || word.text.size() == 2;
    if (!letter && std::exchange(surname, false)) continue;
    letters.push_back(word.text.substr(0, 2));
  }
  return letters;
}

}  // namespace

Person PersonIn(const Asked& asked, const KnownBody& official) {
  Person person;
  int surname = -1;
  for (const Word& word : official.person) {
    if (word.initial || word.text.size() == 2) continue;
    if (surname < 0) surname = word.id;
    for (size_t i = 0; i < asked.words.size(); ++i) {
      for (const Lexicon::Likely& one : asked.likely[i]) {
        if (one.id != word.id) continue;
        if (one.id == surname) {
          person.misprint = one.misprint && (person.misprint || !person.named);
          person.named = true;
        }
        person.keys.insert(asked.words[i].key);
      }
    }
  }
  if (!person.named) {
    person.keys.clear();
    person.contradicts = !asked.initials.empty();
    return person;
  }
  const std::vector<std::string> own = InitialsOf(official.person);
  for (size_t i = 0; i < std::min(own.size(), asked.initials.size()); ++i) {
    person.contradicts = person.contradicts || own[i] != asked.initials[i];
  }
  return person;
}

}  // namespace rezon::registry
