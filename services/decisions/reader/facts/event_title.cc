#include "services/decisions/reader/facts/event_title.h"

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/lexicon/nominative.h"
#include "services/decisions/reader/structure/openers.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kActTitleReach = 160;  // bytes

}  // namespace

bool IsEventVerb(std::string_view word) {
  return StartsWithAny(word, {"состоял", "состоявш", "проведен", "проводил", "прошл", "прошел",
                              "прошедш", "проходил", "организован", "состоит", "подготовлен"});
}

bool IsActTitle(std::string_view low) {
  return StartsWithAny(CollapseSpaced(low.substr(0, kActTitleReach)),
                       {"постановлени", "приказ", "распоряжени"});
}

bool HasEventVerb(const TokenText& t) {
  for (size_t i = 0; i < t.size(); ++i) {
    if (t.tokens[i].quotes == 0 && t.IsWord(i) &&
        (IsEventVerb(t[i]) ||
         IsAnyOf(t[i], {"приняли", "принимали", "принял", "выступил", "выступила", "выступили"}))) {
      return true;
    }
  }
  return false;
}

bool NamesGathering(const Paragraph& body, const TokenText& t) {
  if (body.text.size() > kMaxHeadingPart || EndsWithAny(body.text, {".", ":", ";"}) ||
      !StartsUpper(body.text) || HasEventVerb(t)) {
    return false;
  }
  size_t head = 0;
  while (head < t.size() && !(t.IsWord(head) && IsEventNoun(t[head]))) {
    if (t.IsWord(head) && !IsAdjective(t[head]) &&
        t[head].find_first_not_of("ivx") != std::string_view::npos) {
      return false;
    }
    ++head;
  }
  if (head >= t.size() || t.tokens[head].quotes > 0 || t.size() == 1) return false;
  Gender gender;
  bool changed;
  EventNounNominative(t[head], &gender, &changed);
  return !changed;
}

bool LacksGathering(const Paragraph& name) {
  Tokens tokens;
  Tokenize(name.low, &tokens);
  const TokenText t{name.low, tokens};
  for (size_t i = 0; i < t.size(); ++i) {
    if (t.IsWord(i) && IsEventNoun(t[i])) return false;
  }
  return true;
}

Paragraph RestOfTitle(const Paragraph& title) {
  Paragraph rest;
  size_t at = title.low.find(' ');
  if (StartsWithAny(title.low, {"проект", "итогов"})) at = title.low.find(' ', at + 1);
  if (at == std::string::npos) return rest;
  rest.text = title.text.substr(at + 1);
  rest.low = title.low.substr(at + 1);
  rest.map = {{0, title.SpanOf(at + 1, title.text.size()).begin}};
  return rest;
}

}  // namespace rezon::reader
