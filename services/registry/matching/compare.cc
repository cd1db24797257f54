#include "services/registry/matching/compare.h"

#include <algorithm>

#include "services/registry/matching/vocabulary.h"

namespace rezon::registry {
namespace {

// What it costs that a name has a word which the phrase leaves out, in weights.
constexpr double kDescriptorCost = 0.03;
constexpr double kNumberCost = 0.15;
constexpr double kProperCost = 0.3;
constexpr double kProperCostBesideNumber = 0.1;

const Lexicon::Likely* In(const std::vector<Lexicon::Likely>& likely,
                          const std::vector<Word>& name) {
  for (const Lexicon::Likely& one : likely) {
    const bool there =
        std::any_of(name.begin(), name.end(), [&](const Word& word) { return word.id == one.id; });
    if (there) return &one;
  }
  return nullptr;
}

// The name's word with this id, which it has.
const Word& Named(int id, const std::vector<Word>& name) {
  return *std::find_if(name.begin(), name.end(), [&](const Word& word) { return word.id == id; });
}

bool IsProper(const Word& word, const Context& context) {
  return word.weight >= 1 && !word.number && !IsDescriptor(word.key) && !IsHead(word.key) &&
         !word.people && !context.place->contains(word.key);
}

// Sums of one side.
struct Share {
  double all = 0;
  double found = 0;
  double value() const { return all > 0 ? found / all : 0; }
};

void Note(const Word& word, const Lexicon::Likely& likely, Comparison& out) {
  if (word.weight >= 1 && !word.number) out.shared.push_back(&word);
  if (likely.misprint) out.misprint = word.text;
}

bool IsPlaceWord(const Asked& asked, const Word& word) {
  return asked.named.keys.contains(word.key);
}

// How well a word of the phrase is explained although the name does not have it.
double Implied(const Word& word, const KnownBody& body, const Context& context, bool& people) {
  if (context.place->contains(word.key) || context.person.contains(word.key)) return 1;
  // What legal forms are made of says nothing.
  if (word.weight <= 0.1) return 1;
  if (!context.post_matters && word.people) {
    people = true;
    return 1;
  }
  return SaidByKind(body.organisation_kind, word.key);
}

void ReadPhrase(const Asked& asked, const KnownBody& body, const std::vector<Word>& name,
                const Context& context, std::set<int>& hit, Comparison& out) {
  Share share;
  bool all_places = !asked.named.keys.empty();
  for (size_t i = 0; i < asked.words.size(); ++i) {
    const Word& word = asked.words[i];
    if (word.weight == 0) continue;
    const Lexicon::Likely* there = In(asked.likely[i], name);
    // Places of like names are not misprints of each other.
    if (there != nullptr && there->misprint && IsPlaceWord(asked, word)) there = nullptr;
    if (there == nullptr && word.number) there = In(asked.likely[i], body.number_words);
    double likeness = 0;
    if (there != nullptr) {
      likeness = there->likeness;
      hit.insert(there->id);
      Note(word, *there, out);
      out.number = out.number || word.number;
      const Word& read = there->misprint ? Named(there->id, name) : word;
      const bool proper = IsProper(read, context);
      out.identified = out.identified || word.number || proper;
      out.misprinted_name =
          out.misprinted_name || (there->misprint && proper && !IsTrade(read.key));
    } else {
      likeness = Implied(word, body, context, out.people);
      if (IsPlaceWord(asked, word)) all_places = false;
    }
    const bool telling = word.weight >= 1 && !word.number && !IsPlaceWord(asked, word);
    out.told = out.told || (telling && likeness > 0);
    if (likeness == 0 && word.weight >= 1) out.unexplained.push_back(&word);
    share.all += word.weight;
    share.found += word.weight * likeness;
  }
  out.recall = share.value();
  out.place_in_name = all_places;
}

double CostOf(const Word& word, const Context& context, const Comparison& so_far) {
  if (context.person_known) return kDescriptorCost;
  if (word.number) return so_far.identified ? kNumberCost : 1;
  if (IsTelltale(word.key)) return 1;
  if (!so_far.identified) return 1;
  if (IsDescriptor(word.key) || IsHead(word.key)) return kDescriptorCost;
  return so_far.number ? kProperCostBesideNumber : kProperCost;
}

void ReadName(const std::vector<Word>& name, const Context& context, const std::set<int>& hit,
              Comparison& out) {
  Share share;
  std::set<int> seen;
  for (const Word& word : name) {
    if (!seen.insert(word.id).second || context.place->contains(word.key)) continue;
    if (hit.contains(word.id)) {
      share.all += word.weight;
      share.found += word.weight;
    } else if (word.weight >= 1) {
      share.all += CostOf(word, context, out);
    }
  }
  if (context.person_known) {
    share.all += 1;
    share.found += 1;
  }
  out.precision = share.value();
}

// The words of a class's phrase that count: people stand for the organisations they belong to.
std::vector<size_t> Counted(const std::vector<Word>& words, const Context& context) {
  std::vector<size_t> organisations, all;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].weight == 0 || context.place->contains(words[i].key)) continue;
    all.push_back(i);
    if (!words[i].people) organisations.push_back(i);
  }
  const bool telling = std::any_of(organisations.begin(), organisations.end(),
                                   [&](size_t i) { return words[i].weight >= 1; });
  return telling ? organisations : all;
}

}  // namespace

Comparison Compare(const Asked& asked, const KnownBody& body, const std::vector<Word>& name,
                   const Context& context) {
  Comparison out;
  out.identified = context.person_known;
  std::set<int> hit;
  ReadPhrase(asked, body, name, context, hit, out);
  ReadName(name, context, hit, out);
  return out;
}

Comparison CompareClass(const Asked& asked, const std::vector<Word>& name, const Context& context) {
  Comparison out;
  Share phrase, own;
  std::set<int> hit;
  for (const size_t i : Counted(asked.words, context)) {
    const Word& word = asked.words[i];
    const Lexicon::Likely* there = In(asked.likely[i], name);
    phrase.all += word.weight;
    if (there != nullptr) {
      phrase.found += word.weight * there->likeness;
      hit.insert(there->id);
      Note(word, *there, out);
    } else if (word.weight >= 0.1) {
      out.unexplained.push_back(&word);
    }
  }
  for (const size_t i : Counted(name, context)) {
    // A weak word that the phrase leaves out is no difference.
    if (!hit.contains(name[i].id) && name[i].weight < 1) continue;
    own.all += name[i].weight;
    own.found += hit.contains(name[i].id) ? name[i].weight : 0;
  }
  out.recall = phrase.value();
  out.precision = own.value();
  return out;
}

}  // namespace rezon::registry
