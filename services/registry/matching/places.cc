#include "services/registry/matching/places.h"

#include <algorithm>

namespace rezon::registry {
namespace {

// Keys that tell territories apart; a name of weak words only has none.
std::set<std::string> Telling(const std::vector<Word>& words) {
  std::set<std::string> keys;
  for (const Word& word : words) {
    if (word.weight >= 1 && !word.number) keys.insert(word.key);
  }
  return keys;
}

bool IsSubset(const std::set<std::string>& part, const std::set<std::string>& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

// What is printed with the name that begins at `first` and ends at `last`: «Горского муниципального
// района», «города Горска».
PlaceSort SortBeside(const std::vector<Word>& words, size_t first, size_t last) {
  constexpr size_t kNear = 2;
  for (size_t i = last + 1; i < words.size() && i <= last + kNear; ++i) {
    if (words[i].weight >= 1) break;
    const PlaceSort sort = SortOf(words[i].key);
    if (sort == PlaceSort::kDistrict || sort == PlaceSort::kRegion) return sort;
    // What follows has a name of its own: «города Горска, села Лесного».
    if (sort != PlaceSort::kNone) break;
  }
  for (size_t back = 1; back <= kNear && back <= first; ++back) {
    const Word& word = words[first - back];
    if (word.weight >= 1) break;
    if (const PlaceSort sort = SortOf(word.key); sort != PlaceSort::kNone) return sort;
  }
  return PlaceSort::kNone;
}

// The sorts printed with the keys, wherever these stand in the words.
std::set<PlaceSort> SortsOfMention(const std::vector<Word>& words,
                                   const std::set<std::string>& keys) {
  std::set<PlaceSort> sorts;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!keys.contains(words[i].key)) continue;
    size_t last = i;
    while (last + 1 < words.size() && keys.contains(words[last + 1].key)) ++last;
    sorts.insert(SortBeside(words, i, last));
    i = last;
  }
  sorts.erase(PlaceSort::kNone);
  return sorts;
}

PlaceSort FirstSort(const std::vector<Word>& words) {
  const std::set<PlaceSort> sorts = SortsOfMention(words, Telling(words));
  return sorts.empty() ? PlaceSort::kNone : *sorts.begin();
}

}  // namespace

Places::Places(const std::vector<KnownTerritory>& territories) {
  for (const KnownTerritory& territory : territories) {
    Entry entry{&territory, {}, {}};
    const PlaceSort own = FirstSort(Words(territory.display_name));
    for (const std::string& name : territory.names) {
      const std::vector<Word> words = Words(name);
      std::set<std::string> keys = Telling(words);
      if (keys.empty()) continue;
      const PlaceSort sort = FirstSort(words);
      entry.keys.insert(keys.begin(), keys.end());
      entry.variants.push_back({std::move(keys), sort == PlaceSort::kNone ? own : sort});
    }
    entries_.emplace(territory.id, std::move(entry));
  }
}

std::vector<Places::Mention> Places::MentionsIn(const std::vector<Word>& words,
                                                bool& unknown) const {
  const std::set<std::string> have = Telling(words);
  std::vector<Mention> mentions;
  std::set<std::string> refused;
  for (const auto& [id, entry] : entries_) {
    for (const Variant& variant : entry.variants) {
      if (!IsSubset(variant.keys, have)) continue;
      const std::set<PlaceSort> printed = SortsOfMention(words, variant.keys);
      if (printed.contains(PlaceSort::kSettlement)) continue;
      const bool fits =
          printed.empty() || variant.sort == PlaceSort::kNone || printed.contains(variant.sort);
      if (!fits) {
        refused.insert(variant.keys.begin(), variant.keys.end());
        continue;
      }
      mentions.push_back({id, &variant, !printed.empty()});
    }
  }
  for (const Mention& mention : mentions) {
    for (const std::string& key : mention.variant->keys) refused.erase(key);
  }
  unknown = !refused.empty();
  return mentions;
}

// By a longer name of the same words, or by a narrower territory of other words.
bool Places::Hidden(const Mention& mention, const std::vector<Mention>& others) const {
  return std::any_of(others.begin(), others.end(), [&](const Mention& other) {
    if (other.id == mention.id) return false;
    const auto& keys = mention.variant->keys;
    const auto& more = other.variant->keys;
    if (more.size() > keys.size() && IsSubset(keys, more)) return true;
    return !IsSubset(more, keys) && !IsSubset(keys, more) && Contains(mention.id, other.id);
  });
}

NamedPlaces Places::NamedIn(const std::vector<Word>& words) const {
  NamedPlaces named;
  const std::vector<Mention> mentions = MentionsIn(words, named.unknown);
  for (const Mention& mention : mentions) {
    named.keys.insert(mention.variant->keys.begin(), mention.variant->keys.end());
    if (Hidden(mention, mentions)) continue;
    named.ids.insert(mention.id);
    named.typed = named.typed || mention.typed;
  }
  return named;
}

std::string Places::Find(std::string_view phrase) const {
  const NamedPlaces named = NamedIn(Words(phrase));
  return named.ids.size() == 1 && !named.unknown ? *named.ids.begin() : "";
}

const std::set<std::string>& Places::KeysOf(const std::string& id) const {
  static const auto& none = *new std::set<std::string>;
  const auto found = entries_.find(id);
  return found == entries_.end() ? none : found->second.keys;
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

std::string Places::Above(const std::string& id) const {
  const auto found = entries_.find(id);
  return found == entries_.end() ? "" : found->second.territory->parent;
}

std::string Places::Region() const {
  std::string region;
  for (const auto& [id, entry] : entries_) {
    if (!entry.territory->parent.empty()) continue;
    if (!region.empty()) return "";
    region = id;
  }
  return region;
}

bool Places::IsRegion(const std::string& id) const {
  const auto found = entries_.find(id);
  return found != entries_.end() && found->second.territory->parent.empty();
}

std::string Places::NameOf(const std::string& id) const {
  const auto found = entries_.find(id);
  return found == entries_.end() ? "" : found->second.territory->display_name;
}

}  // namespace rezon::registry
