#include "services/registry/matching/score.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace rezon::registry {
namespace {

constexpr double kMisprint = 0.95;
constexpr double kSameButEnding = 0.98;
// In bytes; a Cyrillic letter has two.
constexpr size_t kMinStemBytes = 8;
constexpr double kOtherPlace = 0.3;
constexpr double kOutsideContext = 0.5;
constexpr double kBelowContext = 0.8;
constexpr double kWrongNumber = 0.6;

struct Overlap {
  // Shares of weight that are explained by the other side.
  double recall = 0;
  double precision = 0;
  std::vector<std::string> shared;
};

// Snowball cuts some cases of a word one letter shorter («органы», «органам»).
bool OneIsTheOthersStart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() >= kMinStemBytes && b.size() - a.size() <= 2 && b.substr(0, a.size()) == a;
}

double Likeness(const Word& a, const Word& b) {
  if (a.stem == b.stem) return 1;
  if (!a.number && !b.number && OneIsTheOthersStart(a.stem, b.stem)) return kSameButEnding;
  return !a.number && !b.number && NearlyEqual(a.stem, b.stem) ? kMisprint : 0;
}

double BestLikeness(const Word& word, const std::vector<Word>& others) {
  double best = 0;
  for (const Word& other : others) best = std::max(best, Likeness(word, other));
  return best;
}

// `implied` words say where; the place is compared apart, so they cost nothing when absent.
Overlap Compare(const std::vector<Word>& phrase, const std::vector<Word>& name,
                const std::set<std::string>& implied) {
  Overlap overlap;
  double all = 0, found = 0;
  for (const Word& word : phrase) {
    const double likeness = implied.contains(word.stem) ? 1 : BestLikeness(word, name);
    all += word.weight;
    found += word.weight * likeness;
    if (likeness > 0 && word.weight >= 1) overlap.shared.push_back(word.text);
  }
  overlap.recall = all > 0 ? found / all : 0;
  all = found = 0;
  for (const Word& word : name) {
    if (implied.contains(word.stem)) continue;
    const double likeness = BestLikeness(word, phrase);
    // A weak word that the phrase leaves out is no difference.
    if (likeness == 0 && word.weight < 1) continue;
    all += word.weight;
    found += word.weight * likeness;
  }
  overlap.precision = all > 0 ? found / all : 0;
  return overlap;
}

bool HasNumber(const KnownBody& body, const std::vector<Word>& name,
               const std::set<std::string>& numbers) {
  const std::vector<Word>& own = body.number_words;
  const auto asked = [&](const Word& word) { return word.number && numbers.contains(word.stem); };
  return std::any_of(own.begin(), own.end(), asked) || std::any_of(name.begin(), name.end(), asked);
}

// The phrase's numbers reduced to the body's own: «№№ 27, 67» asks each of two bodies for one.
std::vector<Word> WithoutOtherNumbers(const std::vector<Word>& phrase,
                                      const std::vector<Word>& name, const KnownBody& body) {
  const std::vector<Word>& own = body.number_words;
  std::vector<Word> words;
  for (const Word& word : phrase) {
    if (!word.number || BestLikeness(word, name) > 0 || BestLikeness(word, own) > 0) {
      words.push_back(word);
    }
  }
  return words;
}

double PlaceFactor(const Asked& asked, const KnownBody& body, const Places& places,
                   std::vector<std::string>& reasons) {
  if (body.territory.empty()) {
    // A class of the document's territory: a phrase that names another place means other bodies.
    const bool same = asked.named.empty() || asked.named.contains(asked.context);
    return same ? 1 : kOtherPlace;
  }
  if (!asked.named.empty()) {
    if (!asked.named.contains(body.territory)) return kOtherPlace;
    reasons.push_back("территория: " + places.NameOf(body.territory));
    return 1;
  }
  if (asked.context.empty() || asked.context == body.territory) {
    if (!asked.context.empty()) {
      reasons.push_back("территория документа: " + places.NameOf(body.territory));
    }
    return 1;
  }
  if (places.Contains(body.territory, asked.context)) return 1;
  return places.Contains(asked.context, body.territory) ? kBelowContext : kOutsideContext;
}

double NumberFactor(const Asked& asked, const KnownBody& body) {
  const bool many = body.kind == KnownBody::Kind::kClass;
  if (asked.addressed == Addressed::kOne && many) return kWrongNumber;
  if (asked.addressed == Addressed::kMany && !many && asked.numbers.empty()) return kWrongNumber;
  return 1;
}

std::string Join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

}  // namespace

Score ScoreOf(const Asked& asked, const KnownBody& body, const Places& places) {
  std::set<std::string> implied;
  const bool here = asked.named.contains(body.territory) ||
                    (asked.named.empty() && places.Contains(body.territory, asked.context));
  if (!body.territory.empty() && here) implied = places.StemsOf(body.territory);
  if (body.territory.empty() && asked.named.contains(asked.context)) {
    implied = places.StemsOf(asked.context);
  }
  Score best;
  for (size_t i = 0; i < body.name_words.size(); ++i) {
    const std::vector<Word>& name = body.name_words[i];
    const bool number = HasNumber(body, name, asked.numbers);
    if (!asked.numbers.empty() && !number) continue;
    const Overlap overlap = Compare(WithoutOtherNumbers(asked.words, name, body), name, implied);
    // A class means all of its phrase; an organisation's name may say more than is printed.
    const double value = body.kind == KnownBody::Kind::kClass
                             ? overlap.recall * overlap.precision
                             : overlap.recall * (0.5 + 0.5 * overlap.precision);
    if (value <= best.value) continue;
    best.value = value;
    best.reasons = {"слова: " + Join(overlap.shared) + " («" + body.names[i] + "»)"};
    if (number) best.reasons.push_back("номер совпал");
  }
  if (best.value > 0) {
    best.value *= PlaceFactor(asked, body, places, best.reasons) * NumberFactor(asked, body);
  }
  return best;
}

}  // namespace rezon::registry
