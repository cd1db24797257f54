#include "services/decisions/reader/facts/territory.h"

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/lexicon/nominative.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxPlaces = 50;            // of one paragraph
constexpr size_t kMaxDocument = 512u << 10;  // bytes in which a name's nominative is looked for

class PlaceFinder {
 public:
  PlaceFinder(std::string_view text, const TokenText& tokens, std::string_view document)
      : text_(text), t_(tokens), document_(document.substr(0, kMaxDocument)) {}

  std::vector<Place> Run() {
    // Of the words that those below ask for at token `i`, but for names.
    static constexpr std::string_view kStems[] = {
        "город", "рп", "пгт", "пос", "сел", "деревн", "станиц", "республик", "муниципальн"};
    static constexpr std::string_view kWords[] = {"г", "р", "с", "д"};
    static constexpr Gate kGate = Gate::OfStems(kStems) | Gate::OfWords(kWords);
    for (size_t i = 0; i < t_.size() && places_.size() < kMaxPlaces; ++i) {
      if (t_.tokens[i].quotes > 0 || !t_.IsWord(i)) continue;
      if (!t_.Passes(i, kGate) && !StartsUpper(Printed(i))) continue;
      size_t next = Town(i);
      if (next == 0) next = UnderDistrict(i);
      if (next == 0) next = Republic(i);
      if (next == 0) next = OkrugOf(i);
      if (next > 0) i = next - 1;
    }
    return std::move(places_);
  }

 private:
  std::string_view Printed(size_t i) const {
    return i < t_.size() ? text_.substr(t_.tokens[i].begin, t_[i].size()) : std::string_view();
  }
  bool Capital(size_t i) const {
    return t_.IsWord(i) && t_.tokens[i].quotes == 0 && StartsUpper(Printed(i));
  }

  // «Верхний», whose ending is that of many nouns, too.
  bool LooksAdjective(size_t i) const { return IsAdjective(t_[i]) || t_[i].ends_with("ний"); }

  size_t Add(std::string name, PlaceKind kind, size_t first, size_t last) {
    places_.push_back({std::move(name), kind, t_.tokens[first].begin, t_.tokens[last - 1].end});
    return last;
  }

  // «города N», «г. N», «городе Верхняя N».
  size_t Town(size_t i) {
    size_t name = i + 1;
    const bool abbreviated = t_[i] == "г" && t_[i + 1] == ".";
    if (abbreviated) {
      name = i + 2;
    } else if (const size_t village = Village(i); village > 0) {
      return village;
    } else if (!IsAnyOf(t_[i], {"город", "города", "городе", "городу", "городом"})) {
      return 0;
    }
    if (!Capital(name)) return 0;
    size_t last = name + 1;
    std::string nominative;
    // «г. N» on a date's line is in the nominative, «школ г. N-а», «в г. N-е» are not.
    const bool apart = i == 0 || !t_.IsWord(i - 1) || IsAnyOf(t_[i - 1], {"года", "г"});
    if (abbreviated && apart && LooksAdjective(name) && Capital(last)) {
      nominative = std::string(Printed(name)) + " ";
      ++last;
    } else if (LooksAdjective(name) && Capital(last) && !t_[name].ends_with("ово")) {
      const bool feminine = EndsWithAny(t_[name], {"ой", "ей", "ая", "яя"});
      nominative =
          AdjectiveNominative(Printed(name), feminine ? Gender::kFeminine : Gender::kMasculine) +
          " ";
      ++last;
    }
    const bool oblique = t_[i] != "город" && !(abbreviated && apart);
    const std::string town =
        oblique ? TownNominative(Printed(last - 1), document_) : std::string(Printed(last - 1));
    size_t behind = last;
    const bool numbered = t_.Is(last, TokenKind::kDash) && !t_.tokens[last].space_before &&
                          t_.Is(last + 1, TokenKind::kNumber) && !t_.tokens[last + 1].space_before;
    if (numbered) behind += 2;  // «N-2»
    return Add("город " + nominative + town +
                   std::string(text_.substr(t_.tokens[last - 1].end,
                                            t_.tokens[behind - 1].end - t_.tokens[last - 1].end)),
               PlaceKind::kTown, i, behind);
  }

  // «р.п. N», «пос. N», «село Большие N»: printed in the nominative, but for «в селе N».
  size_t Village(size_t i) {
    static constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
        {"рп", "рабочий посёлок"}, {"пгт", "посёлок городского типа"},
        {"пос", "посёлок"},        {"с", "село"},
        {"д", "деревня"},          {"село", "село"},
        {"селе", "село"},          {"села", "село"},
        {"поселок", "посёлок"},    {"поселке", "посёлок"},
        {"поселка", "посёлок"},    {"деревня", "деревня"},
        {"деревне", "деревня"},    {"станица", "станица"},
        {"станице", "станица"}};
    size_t name = i + 1;
    std::string_view kind = t_[i];
    if (t_[i] == "р" && t_[i + 1] == "." && t_[i + 2] == "п") {
      kind = "рп";
      name = i + 3;
    }
    for (const auto& [word, full] : kKinds) {
      if (kind != word) continue;
      const bool dot = t_[name] == ".";
      if (dot) {
        ++name;
      } else if (word.size() <= 6 && word != "пгт") {
        return 0;
      }
      if (!Capital(name) || (word == "д" && t_[name + 1] == ".")) return 0;
      size_t last = name + 1;
      if (LooksAdjective(name) && Capital(last) && t_[last + 1] != ".") ++last;
      const bool oblique = EndsWithAny(word, {"е", "а"}) && Fold(full) != word;
      std::string printed =
          oblique && last == name + 1
              ? TownNominative(Printed(name), document_)
              : std::string(text_.substr(t_.tokens[name].begin,
                                         t_.tokens[last - 1].end - t_.tokens[name].begin));
      return Add(std::string(full) + " " + printed, PlaceKind::kTown, i, last);
    }
    return 0;
  }

  // «N-ского муниципального района», «N-ской области», «N-ского края».
  size_t UnderDistrict(size_t i) {
    if (!Capital(i) || !IsAdjective(t_[i])) return 0;
    size_t noun = i + 1;
    while (noun < i + 4 && t_.IsWord(noun) && IsAdjective(t_[noun])) ++noun;
    if (!t_.IsWord(noun)) return 0;
    Gender gender = Gender::kMasculine;
    PlaceKind kind = PlaceKind::kDistrict;
    std::string head;
    const std::string_view word = t_[noun];
    if (IsAnyOf(word, {"район", "района", "районе", "району"})) {
      head = "район";
    } else if (IsAnyOf(word, {"округ", "округа", "округе", "округу"})) {
      head = "округ";
    } else if (IsAnyOf(word, {"поселение", "поселения", "поселении", "поселению"})) {
      head = "поселение";
      gender = Gender::kNeuter;
    } else if (IsAnyOf(word, {"область", "области", "областью"})) {
      head = "область";
      gender = Gender::kFeminine;
      kind = PlaceKind::kRegion;
    } else if (IsAnyOf(word, {"край", "края", "крае", "краю"})) {
      head = "край";
      kind = PlaceKind::kRegion;
    } else if (IsAnyOf(word, {"республика", "республики", "республике"})) {
      head = "Республика";
      gender = Gender::kFeminine;
      kind = PlaceKind::kRegion;
    } else {
      return 0;
    }
    std::string name;
    // «Ключевской район»: the noun is in the nominative, so the adjective is.
    const bool nominative = IsAnyOf(word, {"район", "округ", "край"}) && t_[i].ends_with("ой");
    for (size_t k = i; k < noun; ++k) {
      name +=
          (nominative ? std::string(Printed(k)) : AdjectiveNominative(Printed(k), gender)) + " ";
    }
    return Add(name + head, kind, i, noun + 1);
  }

  size_t Republic(size_t i) {
    if (!IsAnyOf(t_[i], {"республика", "республики", "республике", "республику"})) return 0;
    if (!Capital(i + 1)) return 0;
    return Add("Республика " + std::string(Printed(i + 1)), PlaceKind::kRegion, i, i + 2);
  }

  // «городского округа N», «муниципального района N».
  size_t OkrugOf(size_t i) {
    if (!IsAnyOf(t_[i], {"городской", "городского", "городском", "городскому", "муниципальный",
                         "муниципального", "муниципальном", "муниципальному"})) {
      return 0;
    }
    const bool okrug = t_[i + 1].starts_with("округ");
    if (!(okrug || t_[i + 1].starts_with("район")) || !Capital(i + 2)) return 0;
    if (IsAdjective(t_[i + 2]) && IsAnyOf(t_[i + 3], {"области", "края", "республики"})) return 0;
    const char* adjective = t_[i].starts_with("городск") ? "городской" : "муниципальный";
    return Add(
        std::string(adjective) + (okrug ? " округ " : " район ") + std::string(Printed(i + 2)),
        PlaceKind::kDistrict, i, i + 3);
  }

  std::string_view text_;
  const TokenText& t_;
  std::string_view document_;
  std::vector<Place> places_;
};

}  // namespace

std::vector<Place> FindPlaces(std::string_view text, const TokenText& tokens,
                              std::string_view document) {
  return PlaceFinder(text, tokens, document).Run();
}

}  // namespace rezon::reader
