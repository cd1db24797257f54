#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "services/registry/matching/words.h"

namespace rezon::registry {

// The words of all names of a directory, each once, so that comparing words is comparing numbers.
// Filled while a directory is prepared, read-only then.
class Lexicon {
 public:
  // A name's word and how well a phrase's word fits it, above 0, at most 1.
  struct Likely {
    int id;
    double likeness;
    bool misprint;
  };

  // The word's id, made when it is new.
  int Add(const Word& word);
  // All that could be the word, best first: the same, the same but for the ending, one misprint.
  std::vector<Likely> Find(const Word& word) const;
  const std::string& KeyOf(int id) const { return keys_[static_cast<size_t>(id)]; }

 private:
  std::unordered_map<std::string, int> ids_;
  std::vector<std::string> keys_;
  // Words that are no numbers, by their size in bytes: a misprint changes it by one letter at most.
  std::vector<std::vector<int>> by_size_;
};

// True when the stems differ by one letter at most, or by two neighbours that changed places, and
// are long enough for that to be a misprint.
bool NearlyEqual(std::string_view a, std::string_view b);

}  // namespace rezon::registry
