#include "services/registry/matching/places.h"

#include <algorithm>

namespace rezon::registry {
namespace {

// Stems that tell territories apart; a name of weak words only has none.
std::set<std::string> Telling(const std::vector<Word>& words) {
  std::set<std::string> stems;
  for (const Word& word : words) {
    if (word.weight >= 1) stems.insert(word.stem);
  }
  return stems;
}

}  // namespace

Places::Places(const std::vector<KnownTerritory>& territories) {
  for (const KnownTerritory& territory : territories) {
    Entry entry{&territory, {}, {}};
    for (const std::string& name : territory.names) {
      std::set<std::string> stems = Telling(Words(name));
      if (stems.empty()) continue;
      entry.all.insert(stems.begin(), stems.end());
      entry.variants.push_back(std::move(stems));
    }
    entries_.emplace(territory.id, std::move(entry));
  }
}

std::set<std::string> Places::NamedIn(const std::vector<Word>& words) const {
  const std::set<std::string> have = Telling(words);
  std::set<std::string> found;
  for (const auto& [id, entry] : entries_) {
    const bool named = std::any_of(
        entry.variants.begin(), entry.variants.end(), [&](const std::set<std::string>& variant) {
          return std::includes(have.begin(), have.end(), variant.begin(), variant.end());
        });
    if (named) found.insert(id);
  }
  return found;
}

// A municipality inside a named region is meant, unless both go by the same words («Горская
// область», «Горский округ»): then only the weak words tell.
double Places::Narrowness(const Entry& entry) const {
  const auto above = entries_.find(entry.territory->parent);
  if (above == entries_.end()) return 1;
  const auto& names = above->second.variants;
  const bool shared = std::any_of(
      entry.variants.begin(), entry.variants.end(), [&](const std::set<std::string>& variant) {
        return std::find(names.begin(), names.end(), variant) != names.end();
      });
  return shared ? 1 : 2;
}

std::string Places::Find(std::string_view phrase) const {
  const std::vector<Word> words = Words(phrase);
  std::set<std::string> all;
  for (const Word& word : words) all.insert(word.stem);
  // Of several named the narrowest is meant, and of two of the same words the one whose weak words
  // are printed too.
  std::string best;
  double best_score = 0;
  bool tie = false;
  for (const std::string& id : NamedIn(words)) {
    const Entry& entry = entries_.at(id);
    const double narrowness = Narrowness(entry);
    double score = narrowness;
    for (const std::string& name : entry.territory->names) {
      double shared = 0;
      for (const Word& word : Words(name)) shared += all.contains(word.stem) ? word.weight : 0;
      score = std::max(score, narrowness + shared);
    }
    if (score > best_score) {
      best_score = score;
      best = id;
      tie = false;
    } else if (score == best_score) {
      tie = true;
    }
  }
  return tie ? "" : best;
}

const std::set<std::string>& Places::StemsOf(const std::string& id) const {
  static const auto& none = *new std::set<std::string>;
  const auto found = entries_.find(id);
  return found == entries_.end() ? none : found->second.all;
}

bool Places::Contains(const std::string& above, const std::string& id) const {
  std::string at = id;
  for (size_t steps = 0; steps <= entries_.size() && !at.empty(); ++steps) {
    if (at == above) return true;
    const auto found = entries_.find(at);
    at = found == entries_.end() ? "" : found->second.territory->parent;
  }
  return false;
}

std::string Places::NameOf(const std::string& id) const {
  const auto found = entries_.find(id);
  return found == entries_.end() ? "" : found->second.territory->display_name;
}

}  // namespace rezon::registry
