#include "services/registry/matching/words.h"

#include <libstemmer.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>

#include "services/registry/matching/tokens.h"
#include "services/registry/matching/vocabulary.h"

namespace rezon::registry {
namespace {

constexpr double kNumberWeight = 3;
constexpr double kLegalFormWeight = 0.1;
// A longer «range» is rather two numbers or two years.
constexpr int kLongestRange = 60;

// A stemmer belongs to one thread.
std::string StemOf(const std::string& word) {
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  thread_local const std::unique_ptr<sb_stemmer, Delete> stemmer(
      sb_stemmer_new("russian", "UTF_8"));
  if (!stemmer) std::abort();
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(word.size()));
  return {reinterpret_cast<const char*>(stem),
          static_cast<size_t>(sb_stemmer_length(stemmer.get()))};
}

Word MakeWord(const std::string& token, bool expanded) {
  Word word;
  word.text = token;
  word.expanded = expanded;
  word.number = IsNumber(token);
  if (word.number) {
    const size_t first = token.find_first_not_of('0');
    word.stem = first == std::string::npos ? "0" : token.substr(first);
    word.weight = kNumberWeight;
  } else if (IsLegalForm(token)) {
    word.stem = token;
    word.weight = kLegalFormWeight;
    word.expanded = true;
  } else {
    word.stem = StemOf(token);
    word.weight = WeightOf(word.stem);
  }
  word.key = Synonym(word.stem);
  return word;
}

void AddWritten(std::string_view text, std::vector<Word>& words) {
  for (const Token& part : Scan(text)) words.push_back(MakeWord(part.text, true));
}

// The numbers between the last one and `last`: «1–3» after the 1.
void AddRange(const std::string& last, std::vector<Word>& words) {
  constexpr size_t kMostDigits = 4;
  const std::string& first = words.back().stem;
  if (first.size() > kMostDigits || last.size() > kMostDigits) return;
  const int from = std::stoi(first), to = std::stoi(last);
  if (to - from > kLongestRange) return;
  for (int i = from + 1; i < to; ++i) words.push_back(MakeWord(std::to_string(i), false));
}

void AddToken(const Token& token, std::vector<Word>& words) {
  if (const std::string_view full = Expansion(token.text); !full.empty() && !token.initial) {
    AddWritten(full, words);
    return;
  }
  if (token.dash && IsNumber(token.text) && !words.empty() && words.back().number) {
    AddRange(token.text, words);
  }
  size_t from = 0;
  while (from <= token.text.size()) {
    const size_t to = std::min(token.text.find_first_of("-/", from), token.text.size());
    if (to > from) {
      const std::string part = token.text.substr(from, to - from);
      if (from > 0 && IsNumber(part) && words.back().number) AddRange(part, words);
      words.push_back(MakeWord(part, false));
    }
    from = to + 1;
  }
  if (token.initial) {
    words.back().initial = true;
    words.back().weight = 0;
  }
  AddWritten(SaidByForm(token.text), words);
}

// People who are meant by an adjective are so only with the noun: «педагогические работники», but
// «педагогический колледж».
void MarkPeople(std::vector<Word>& words) {
  for (size_t i = words.size(); i-- > 0;) {
    const bool adjective = words[i].key == "педагогическ";
    words[i].people =
        adjective ? i + 1 < words.size() && words[i + 1].people : IsPeople(words[i].key);
  }
}

// A surname in «-ов», «-ев», «-ин», «-ын» without its case ending; another word as it is.
std::string WithoutCase(const std::string& text) {
  static constexpr std::string_view kCases[] = {"", "а", "у", "е", "ым", "ой", "ом", "ою"};
  static constexpr std::string_view kSuffixes[] = {"ов", "ев", "ин", "ын"};
  for (const std::string_view ending : kCases) {
    if (text.size() <= ending.size() || !text.ends_with(ending)) continue;
    std::string rest = text.substr(0, text.size() - ending.size());
    for (const std::string_view suffix : kSuffixes) {
      if (rest.size() > suffix.size() + 2 && rest.ends_with(suffix)) return rest;
    }
  }
  return text;
}

bool EndsWithAny(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return text.size() > ending.size() + 4 && text.substr(text.size() - ending.size()) == ending;
  });
}

}  // namespace

std::vector<Word> Words(std::string_view text) {
  std::vector<Word> words;
  bool separated = false;
  for (const Token& token : Scan(text)) {
    const size_t before = words.size();
    AddToken(token, words);
    separated = separated || token.comma;
    if (words.size() > before && words[before].weight > 0) {
      words[before].separated = separated;
      separated = false;
    } else if (token.text == "и" && !token.initial) {
      separated = true;
    }
  }
  MarkPeople(words);
  return words;
}

Word PersonWord(const Word& word) {
  Word person = word;
  const std::string surname = WithoutCase(word.text);
  // Apart from the words of organisations' names.
  person.key =
      "@@" + (surname == word.text && !EndsWithAny(word.text, {"ов", "ев", "ин", "ын"}) ? word.stem
                                                                                        : surname);
  return person;
}

std::vector<std::string> SearchedStems(const std::vector<std::string>& phrases) {
  std::vector<std::string> stems = Stems(phrases);
  std::set<std::string> all(stems.begin(), stems.end());
  for (const std::string& phrase : phrases) {
    for (const Word& word : Words(phrase)) {
      const std::string surname = WithoutCase(word.text);
      if (word.weight < 1 || word.number || surname == word.text) continue;
      all.insert(surname);
      all.insert(StemOf(surname));
    }
  }
  return {all.begin(), all.end()};
}

std::vector<std::string> Stems(const std::vector<std::string>& names) {
  std::set<std::string> stems;
  for (const std::string& name : names) {
    for (const Word& word : Words(name)) {
      if (word.weight > 0) stems.insert(word.stem);
    }
  }
  return {stems.begin(), stems.end()};
}

Addressed NumberOf(const std::vector<Word>& words) {
  constexpr size_t kFirstWords = 3;
  size_t seen = 0;
  for (const Word& word : words) {
    if (word.text.rfind("кажд", 0) == 0 || word.text.rfind("все", 0) == 0) {
      return Addressed::kMany;
    }
    if (word.expanded || word.number || word.weight == 0) continue;
    if (EndsWithAny(word.text, {"ам", "ям", "ыми", "ими", "ами", "ями", "ые", "ские", "ели"})) {
      return Addressed::kMany;
    }
    if (EndsWithAny(word.text, {"у", "ю", "ние", "нием", "ой"})) return Addressed::kOne;
    // «школе», but not «дошкольные» and «высшее».
    if (EndsWithAny(word.text, {"е"}) && !EndsWithAny(word.text, {"ые", "ие", "ое", "ее"})) {
      return Addressed::kOne;
    }
    if (++seen == kFirstWords) break;
  }
  return Addressed::kUnknown;
}

bool SaysActing(std::string_view text) {
  const std::vector<Token> tokens = Scan(text);
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].text == "врио" || tokens[i].text == "ио") return true;
    // «И.О.» in front is the post's, behind a surname a person's initials.
    const bool pair = i + 1 < tokens.size() && tokens[i].text == "и" && tokens[i + 1].text == "о";
    if (pair && (!tokens[i].initial || i == 0)) return true;
    if (tokens[i].text.rfind("исполняющ", 0) == 0) return true;
  }
  return false;
}

}  // namespace rezon::registry
