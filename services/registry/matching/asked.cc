#include "services/registry/matching/asked.h"

#include <algorithm>
#include <utility>

namespace rezon::registry {
namespace {

// Initials behind «имени» are of the one it is named after.
bool NamedAfter(const std::vector<Word>& words, size_t at) {
  for (size_t back = 1; back <= 2 && back <= at; ++back) {
    const std::string& text = words[at - back].text;
    if (text == "имени" || text == "им" || text == "памяти") return true;
  }
  return false;
}

std::vector<Lexicon::Likely> LikelyOf(const Word& word, const Lexicon& lexicon) {
  if (word.weight == 0) return {};
  std::vector<Lexicon::Likely> likely = lexicon.Find(word);
  if (word.weight >= 1 && !word.number && !word.expanded) {
    const auto person = lexicon.Find(PersonWord(word));
    likely.insert(likely.end(), person.begin(), person.end());
  }
  return likely;
}

Asked FromWords(std::vector<Word> words, const Where& where, const Directory& directory,
                const Places& places) {
  Asked asked;
  asked.words = std::move(words);
  asked.where = where;
  asked.named = places.NamedIn(asked.words);
  asked.addressed = NumberOf(asked.words);
  asked.likely.reserve(asked.words.size());
  for (size_t i = 0; i < asked.words.size(); ++i) {
    const Word& word = asked.words[i];
    if (word.number) asked.numbers.insert(word.stem);
    if (word.initial && !NamedAfter(asked.words, i)) asked.initials.push_back(word.text);
    asked.likely.push_back(LikelyOf(word, directory.lexicon));
  }
  return asked;
}

// A part that names no place of its own lies where the only place of the whole lies.
Asked Part(std::vector<Word> words, const Asked& whole, const Directory& directory,
           const Places& places) {
  Asked part = FromWords(std::move(words), whole.where, directory, places);
  if (part.named.ids.empty() && !part.named.unknown && whole.named.ids.size() == 1) {
    part.named.ids = whole.named.ids;
    part.named.typed = whole.named.typed;
  }
  part.acting = whole.acting;
  return part;
}

bool SaysNothing(const std::vector<Word>& words) {
  return std::none_of(words.begin(), words.end(),
                      [](const Word& word) { return word.weight >= 1 && !word.number; });
}

}  // namespace

Asked Ask(std::string_view phrase, const Where& where, const Directory& directory,
          const Places& places) {
  Asked asked = FromWords(Words(phrase), where, directory, places);
  asked.acting = SaysActing(phrase);
  if (asked.acting)
    std::erase_if(asked.initials,
                  [](const std::string& letter) { return letter == "и" || letter == "о"; });
  return asked;
}

std::vector<Asked> ByNumber(const Asked& asked, const Directory& directory, const Places& places) {
  // Each part: the words in front of its number, the number, and what follows up to a separator.
  std::vector<std::vector<Word>> parts;
  std::vector<Word> head, tail;
  bool numbered = false;
  for (const Word& word : asked.words) {
    if (word.number && numbered) {
      // The words behind the last separator belong to the new number.
      const auto turn =
          std::find_if(tail.rbegin(), tail.rend(), [](const Word& w) { return w.separated; });
      std::vector<Word> fresh(turn == tail.rend() ? tail.end() : turn.base() - 1, tail.end());
      if (turn != tail.rend()) tail.erase(turn.base() - 1, tail.end());
      parts.back().insert(parts.back().end(), tail.begin(), tail.end());
      if (!SaysNothing(fresh)) head = fresh;
      numbered = false;
    }
    if (word.number) {
      std::vector<Word> part = head;
      part.push_back(word);
      parts.push_back(std::move(part));
      tail.clear();
      numbered = true;
    } else {
      (numbered ? tail : head).push_back(word);
    }
  }
  if (!parts.empty()) parts.back().insert(parts.back().end(), tail.begin(), tail.end());
  std::vector<Asked> asked_parts;
  if (parts.size() < 2) return {asked};
  for (auto& part : parts) asked_parts.push_back(Part(std::move(part), asked, directory, places));
  return asked_parts;
}

std::vector<Asked> BySeparator(const Asked& asked, const Directory& directory,
                               const Places& places) {
  std::vector<std::vector<Word>> parts(1);
  for (const Word& word : asked.words) {
    if (word.separated && !SaysNothing(parts.back())) parts.emplace_back();
    parts.back().push_back(word);
  }
  if (parts.size() < 2) return {asked};
  std::vector<Asked> asked_parts;
  for (auto& part : parts) asked_parts.push_back(Part(std::move(part), asked, directory, places));
  return asked_parts;
}

Asked Together(const std::vector<Asked>& parts, size_t from, size_t to, const Directory& directory,
               const Places& places) {
  std::vector<Word> words;
  for (size_t i = from; i < to; ++i) {
    words.insert(words.end(), parts[i].words.begin(), parts[i].words.end());
  }
  return Part(std::move(words), parts[from], directory, places);
}

}  // namespace rezon::registry
