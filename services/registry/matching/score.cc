#include "services/registry/matching/score.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "services/registry/matching/compare.h"
#include "services/registry/matching/person.h"
#include "services/registry/matching/vocabulary.h"

namespace rezon::registry {
namespace {

constexpr double kOtherPlace = 0.3;
constexpr double kOutsideContext = 0.5;
// Somewhere in the region of a document about the region; unless a number or a proper name tells
// the body, any municipality has one.
constexpr double kInsideContext = 0.97;
constexpr double kAnyOfContext = 0.8;
constexpr double kForeignDocument = 0.8;
constexpr double kWrongNumber = 0.6;
constexpr double kUnexplained = 0.8;
constexpr double kActing = 0.8;
// Prefers the person in the post to the organisation, which is meant either way.
constexpr double kPostOfOrganisation = 0.99;

std::string Join(const std::vector<const Word*>& words) {
  std::string text;
  for (const Word* word : words) text += (text.empty() ? "" : ", ") + word->text;
  return text;
}

struct PlaceVerdict {
  double factor = 1;
  // Empty for nothing to say; ends with ": " where the territory's name belongs behind it.
  std::string_view reason;
};

std::string Sentence(const PlaceVerdict& verdict, const std::string& territory) {
  return std::string(verdict.reason) + (verdict.reason.ends_with(' ') ? territory + "." : "");
}

PlaceVerdict NamedPlace(const Asked& asked, const KnownBody& body, const Comparison& found,
                        const Places& places) {
  for (const std::string& id : asked.named.ids) {
    if (id == body.territory) return {1, "Территория названа: "};
  }
  for (const std::string& id : asked.named.ids) {
    if (places.Contains(id, body.territory)) return {kInsideContext, "Находится: "};
  }
  if (found.place_in_name) return {1, "Название места входит в имя."};
  return {kOtherPlace, "Названа другая территория; это — "};
}

PlaceVerdict PlaceOf(const Asked& asked, const KnownBody& body, const Comparison& found,
                     const Places& places) {
  if (asked.named.unknown && !found.place_in_name) {
    return {kOtherPlace, "Названной территории нет в реестре."};
  }
  const std::string& context = asked.where.territory;
  // A bare word that is also part of the name («Горский институт») is no second condition.
  const bool soft = found.place_in_name && !asked.named.typed;
  if (!asked.named.ids.empty() && !soft) return NamedPlace(asked, body, found, places);
  if (context.empty()) {
    if (asked.where.foreign && !found.place_in_name) {
      return {kForeignDocument, "Территория документа не найдена в реестре."};
    }
    return {};
  }
  if (context == body.territory) return {1, "Территория документа: "};
  if (places.Contains(body.territory, context)) return {1, "Действует во всём регионе: "};
  if (places.Contains(context, body.territory)) {
    return {found.identified ? kInsideContext : kAnyOfContext, "Находится: "};
  }
  return {kOutsideContext, "Вне территории документа: "};
}

void Explain(const Comparison& found, const KnownBody& body, size_t name,
             std::vector<std::string>& reasons) {
  const std::string as = name < body.names.size() ? " («" + body.names[name] + "»)" : "";
  if (!found.shared.empty()) reasons.push_back("Совпали слова: " + Join(found.shared) + as + ".");
  if (found.number) reasons.push_back("Номер совпал.");
  if (found.people) reasons.push_back("За своих работников отвечает организация.");
  if (!found.misprint.empty()) {
    reasons.push_back("Слово «" + found.misprint + "» прочитано как опечатка.");
  }
  if (!found.unexplained.empty()) {
    reasons.push_back("В реестре этому не соответствует: " + Join(found.unexplained) + ".");
  }
}

double MisprintFactor(const Comparison& found) {
  return found.misprinted_name && !found.number ? kUnexplained : 1;
}

// «Университету»: one word that says what a body is does not say which; «№ 27» says not even what.
bool SaysTooLittle(const Comparison& found) {
  return !found.told || (!found.identified && found.shared.size() < 2);
}

double ValueOf(const Comparison& found) {
  const bool doubtful = !found.unexplained.empty() || SaysTooLittle(found);
  return found.recall * (0.5 + 0.5 * found.precision) * MisprintFactor(found) *
         (doubtful ? kUnexplained : 1);
}

}  // namespace

std::string Bounding(const Asked& asked, const Places& places) {
  if (asked.named.unknown || asked.named.ids.size() != 1) return "";
  const std::string& named = *asked.named.ids.begin();
  const Where& where = asked.where;
  if (!where.territory.empty()) return places.Contains(where.territory, named) ? named : "";
  return places.IsRegion(named) && !where.whole_region ? "" : named;
}

const std::set<std::string>& Scorer::PlaceWords(const std::string& territory) {
  const auto [kept, fresh] = place_words_.try_emplace(territory);
  std::set<std::string>& words = kept->second;
  if (!fresh || territory.empty()) return words;
  const auto& named = asked_.named.ids;
  const bool here = std::any_of(named.begin(), named.end(), [&](const std::string& id) {
    return places_.Contains(id, territory);
  });
  const bool implied =
      named.empty() && !asked_.named.unknown &&
      (asked_.where.territory.empty() || places_.Contains(territory, asked_.where.territory) ||
       places_.Contains(asked_.where.territory, territory));
  if (!here && !implied) return words;
  for (std::string at = territory; !at.empty(); at = places_.Above(at)) {
    const std::set<std::string>& keys = places_.KeysOf(at);
    words.insert(keys.begin(), keys.end());
  }
  if (here) words.insert(asked_.named.keys.begin(), asked_.named.keys.end());
  static const auto& kOfRegion =
      *new std::set<std::string>{"област", "областн", "регион", "региональн"};
  static const auto& kOfMunicipality = *new std::set<std::string>{
      "город", "городск", "район", "районн", "округ", "муниципалитет", "муниципальн"};
  const auto& sorts = places_.IsRegion(territory) ? kOfRegion : kOfMunicipality;
  words.insert(sorts.begin(), sorts.end());
  return words;
}

Score Scorer::ScoreClass(const KnownBody& body) {
  Score best;
  std::string own = body.territory;
  if (own.empty()) own = Bounding(asked_, places_);
  if (own.empty()) own = asked_.where.territory;
  Context context;
  context.place = &PlaceWords(own);
  Comparison best_found;
  size_t best_name = 0;
  for (size_t i = 0; i < body.name_words.size(); ++i) {
    Comparison found = CompareClass(asked_, body.name_words[i], context);
    const double value =
        found.recall * found.precision * (found.unexplained.empty() ? 1 : kUnexplained);
    if (value <= best.value) continue;
    best.value = value;
    best_found = std::move(found);
    best_name = i;
  }
  if (best.value < kWorthShowing) return best;
  Explain(best_found, body, best_name, best.reasons);
  const auto& named = asked_.named.ids;
  if (asked_.named.unknown || (!named.empty() && !named.contains(own))) {
    best.value *= kOtherPlace;
    best.reasons.push_back("Группа охватывает территорию документа, а названа другая.");
  } else if (!own.empty()) {
    best.reasons.push_back("Группа на территории: " + places_.NameOf(own) + ".");
  }
  best.unbounded = own.empty() && !asked_.where.whole_region;
  if (asked_.addressed == Addressed::kOne) best.value *= kWrongNumber;
  return best;
}

Score Scorer::ScoreOf(const KnownBody& body) {
  if (body.kind != KnownBody::Kind::kClass) return ScoreOne(body);
  return asked_.numbers.empty() ? ScoreClass(body) : Score();
}

Score Scorer::ScoreOne(const KnownBody& body) {
  const bool official = body.kind == KnownBody::Kind::kOfficial;
  const Person person = official ? PersonIn(asked_, body) : Person();
  Score best;
  if (person.contradicts) return best;
  Context context;
  context.place = &PlaceWords(body.territory);
  context.post_matters = official;
  context.person_known = person.named;
  context.person = person.keys;
  Comparison best_found;
  PlaceVerdict best_place;
  size_t best_name = 0;
  for (size_t i = 0; i < body.name_words.size(); ++i) {
    Comparison found = Compare(asked_, body, body.name_words[i], context);
    if (!asked_.numbers.empty() && !found.number) continue;
    const PlaceVerdict place = PlaceOf(asked_, body, found, places_);
    double value = ValueOf(found) * place.factor;
    if (found.people) value *= kPostOfOrganisation;
    if (value <= best.value) continue;
    best.value = value;
    best_found = std::move(found);
    best_place = place;
    best_name = i;
  }
  if (best.value < kWorthShowing) return best;
  Explain(best_found, body, best_name, best.reasons);
  if (!best_place.reason.empty()) {
    best.reasons.push_back(Sentence(best_place, places_.NameOf(body.territory)));
  }
  if (person.named) best.reasons.insert(best.reasons.begin(), "Лицо названо по фамилии.");
  // Of a misprinted surname the initials and the post have to tell the rest.
  if (person.misprint && (asked_.initials.empty() || best_found.shared.empty())) {
    best.value *= kUnexplained;
  }
  if (official && asked_.acting) {
    best.value *= kActing;
    best.reasons.push_back("Назван исполняющий обязанности.");
  }
  if (!official && asked_.addressed == Addressed::kMany && asked_.numbers.empty()) {
    best.value *= kWrongNumber;
    best.reasons.push_back("Названы многие, а это одна организация.");
  }
  return best;
}

}  // namespace rezon::registry
