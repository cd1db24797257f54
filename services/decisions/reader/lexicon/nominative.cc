#include "services/decisions/reader/lexicon/nominative.h"

#include <vector>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/scan.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kLetterBytes = 2;

struct NounEnding {
  std::string_view from;
  std::string_view to;
  Gender gender;
};

std::string Upper(std::string text) {
  for (size_t i = 0; i + 1 < text.size(); i += 2) {
    const unsigned char a = static_cast<unsigned char>(text[i]);
    const unsigned char b = static_cast<unsigned char>(text[i + 1]);
    if (a == 0xD0 && b >= 0xB0) {
      text[i + 1] = static_cast<char>(b - 0x20);
    } else if (a == 0xD1 && b <= 0x8F) {
      text[i] = static_cast<char>(0xD0);
      text[i + 1] = static_cast<char>(b + 0x20);
    }
  }
  return text;
}

bool IsShoutedWord(std::string_view word) {
  return StartsUpper(word) && word.size() > kLetterBytes && StartsUpper(word.substr(kLetterBytes));
}

// `word` with its last `drop` bytes replaced by `ending`, in the word's own case of letters.
std::string Replace(std::string_view word, size_t drop, std::string_view ending) {
  const std::string tail(ending);
  return std::string(word.substr(0, word.size() - drop)) +
         (IsShoutedWord(word) ? Upper(tail) : tail);
}

}  // namespace

std::string EventNounNominative(std::string_view noun, Gender* gender, bool* changed) {
  static constexpr NounEnding kEndings[] = {
      {"ции", "ция", Gender::kFeminine},       {"ция", "ция", Gender::kFeminine},
      {"ссии", "ссия", Gender::kFeminine},     {"ссия", "ссия", Gender::kFeminine},
      {"ушаний", "ушания", Gender::kPlural},   {"ушания", "ушания", Gender::kPlural},
      {"ушаниях", "ушания", Gender::kPlural},  {"ушаниям", "ушания", Gender::kPlural},
      {"ания", "ание", Gender::kNeuter},       {"ание", "ание", Gender::kNeuter},
      {"ании", "ание", Gender::kNeuter},       {"тений", "тения", Gender::kPlural},
      {"тения", "тения", Gender::kPlural},     {"речи", "реча", Gender::kFeminine},
      {"реча", "реча", Gender::kFeminine},     {"недели", "неделя", Gender::kFeminine},
      {"неделя", "неделя", Gender::kFeminine}, {"блеи", "блея", Gender::kFeminine},
      {"блея", "блея", Gender::kFeminine},     {"валя", "валь", Gender::kMasculine},
      {"ционе", "цион", Gender::kMasculine},   {"легии", "легия", Gender::kFeminine},
      {"легия", "легия", Gender::kFeminine},   {"ссию", "ссия", Gender::kFeminine},
      {"рки", "рка", Gender::kFeminine},       {"рка", "рка", Gender::kFeminine}};
  const std::string low = Fold(noun);
  // «семинара-совещания» → «семинар-совещание»: the first half gives the gender.
  const size_t hyphen = low.find('-');
  if (hyphen != std::string::npos && IsEventNoun(std::string_view(low).substr(0, hyphen))) {
    Gender other;
    bool second;
    const std::string tail = EventNounNominative(noun.substr(hyphen + 1), &other, &second);
    const std::string head = EventNounNominative(noun.substr(0, hyphen), gender, changed);
    *changed = *changed || second;
    return head + "-" + tail;
  }
  for (const NounEnding& e : kEndings) {
    if (!low.ends_with(e.from)) continue;
    *gender = e.gender;
    *changed = e.from != e.to;
    return *changed ? Replace(noun, e.from.size(), e.to) : std::string(noun);
  }
  *gender = Gender::kMasculine;
  *changed = EndsWithAny(low, {"а", "е", "у"});
  return *changed ? Replace(noun, kLetterBytes, "") : std::string(noun);
}

std::string AdjectiveNominative(std::string_view adjective, Gender gender) {
  const std::string low = Fold(adjective);
  size_t drop = 0;
  for (const std::string_view ending : {"ого", "его", "ому", "ему", "ыми", "ими"}) {
    if (low.ends_with(ending)) drop = 3 * kLetterBytes;
  }
  if (drop == 0 && EndsWithAny(low, {"ой", "ей", "ом", "ем", "ых", "их", "ым", "им", "ую", "юю"})) {
    drop = 2 * kLetterBytes;
  }
  if (drop == 0 || low.size() <= drop + kLetterBytes) return std::string(adjective);
  const std::string_view stem = std::string_view(low).substr(0, low.size() - drop);
  const std::string_view ending = std::string_view(low).substr(low.size() - drop);
  const bool velar = EndsWithAny(stem, {"к", "г", "х"});
  const bool hushing = EndsWithAny(stem, {"ж", "ш", "щ", "ч"});
  const bool soft = ending.starts_with("е") || ending.starts_with("и") || ending.starts_with("ю");
  switch (gender) {
    case Gender::kFeminine:
      return Replace(adjective, drop, soft && !hushing && !velar ? "яя" : "ая");
    case Gender::kNeuter:
      return Replace(adjective, drop, soft && !velar ? "ее" : "ое");
    case Gender::kPlural:
      return Replace(adjective, drop, velar || hushing || soft ? "ие" : "ые");
    case Gender::kMasculine:
      break;
  }
  if (EndsWithAny(stem, {"городск", "краев", "областн", "больш"}) || (stem == "окружн")) {
    return Replace(adjective, drop, "ой");
  }
  return Replace(adjective, drop, velar || hushing || soft ? "ий" : "ый");
}

std::string TownNominative(std::string_view town, std::string_view text) {
  const std::string low = Fold(town);
  if (low.ends_with("ье")) return std::string(town);
  std::vector<std::string> candidates;
  const auto add = [&](size_t letters, std::string_view ending) {
    candidates.push_back(Replace(town, letters * kLetterBytes, ending));
  };
  if (low.ends_with("ого") && low.size() > 6 * kLetterBytes) {
    add(3, EndsWithAny(low, {"кого", "гого"}) ? "ий" : "ый");
  } else if (low.ends_with("его") && low.size() > 5 * kLetterBytes) {
    add(3, "ий");
  } else if (low.ends_with("ой") && low.size() > 5 * kLetterBytes) {
    add(2, "ая");
  } else if (low.ends_with("и")) {
    const bool velar = EndsWithAny(low, {"ки", "ги", "хи", "чи", "жи", "ши"});
    if (velar) {
      add(0, "");
      add(1, "а");
    } else {
      add(1, "ь");
    }
  } else if (low.ends_with("ы")) {
    add(1, "а");
    add(0, "");
  } else if (low.ends_with("а")) {
    add(1, "");
    add(1, "о");
    add(0, "");
  } else if (low.ends_with("я")) {
    add(1, "ь");
    add(1, "е");
    add(0, "");
  } else if (low.ends_with("е")) {
    if (EndsWithAny(low, {"поле", "славле"})) add(1, "ь");
    add(1, "");
    add(1, "а");
    add(1, "о");
    add(0, "");
  }
  if (candidates.empty()) return std::string(town);
  for (const std::string& candidate : candidates) {
    if (candidate == town) continue;
    for (size_t at = FindText(text, candidate); at != std::string_view::npos;
         at = FindText(text, candidate, at + 1)) {
      size_t size;
      const size_t end = at + candidate.size();
      const bool starts = at == 0 || !IsLetterChar(CharAt(text, PreviousChar(text, at), &size));
      if (starts && !IsLetterChar(CharAt(text, end, &size)) && CharAt(text, end, &size) != '-') {
        return candidate;
      }
    }
  }
  return candidates.front();
}

}  // namespace rezon::reader
