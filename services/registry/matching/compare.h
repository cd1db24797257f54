#pragma once

#include <set>
#include <string>
#include <vector>

#include "services/registry/matching/asked.h"

namespace rezon::registry {

// What a phrase and one name of a body have to do with each other; points at the phrase's words.
struct Comparison {
  // Shares of weight that the other side explains, 0 to 1.
  double recall = 0;
  double precision = 0;
  // Words of the phrase that the name has, and that nothing explains.
  std::vector<const Word*> shared;
  std::vector<const Word*> unexplained;
  // «оброзования» read as a word of the name; empty when every word is printed right.
  std::string misprint;
  // The misprint is in a proper name, where one other letter may as well be another name
  // («Горская», «Борская»): not sure unless a number tells the body.
  bool misprinted_name = false;
  bool number = false;
  // A word besides numbers and places says what is meant.
  bool told = false;
  // The number or a proper name tells this body from others of its kind.
  bool identified = false;
  // People of the organisation are addressed and its name does not have them.
  bool people = false;
  // The name itself has the place that the phrase names.
  bool place_in_name = false;
};

// What explains words beside the name itself.
struct Context {
  // Keys of words that say where, and that the place explains; outlives the context.
  const std::set<std::string>* place;
  // An official is compared by post: nobody's people are implied.
  bool post_matters = false;
  // The person was named: the rest may be left out.
  bool person_known = false;
  // Words of the person's name that are in the phrase, by key.
  std::set<std::string> person;
};

// Compares a phrase with a name of an organisation or an official.
Comparison Compare(const Asked& asked, const KnownBody& body, const std::vector<Word>& name,
                   const Context& context);

// Compares a phrase with a phrase of a class, which has to explain all of it and be explained.
Comparison CompareClass(const Asked& asked, const std::vector<Word>& name, const Context& context);

}  // namespace rezon::registry
