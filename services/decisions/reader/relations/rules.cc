#include "services/decisions/reader/relations/rules.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "services/decisions/reader/lexicon/grammar.h"

namespace rezon::reader {
namespace {

constexpr size_t kRuleNear = 3;
constexpr size_t kRuleFar = 60;  // «внести в решение … от … № … «…» следующие изменения»

// A word of a rule: alternatives parted by «|»; one with «=» is the whole word, else its beginning.
// `gap` is how many tokens may stand before it.
struct RuleWord {
  std::string_view any;
  size_t gap = 0;
};

struct RelationRule {
  const char* id;
  RelationKind kind;
  double weight;
  bool close;
  bool target_last;
  std::array<RuleWord, 3> words;
};

using enum RelationKind;

// Source of the wordings: domain.md §1 rows 4 and 17, and office usage. The first that fits wins.
constexpr RelationRule kRelationRules[] = {
    {"amend.make_changes", kAmends, 1, false, true, {{{"внес|внос"}, {"изменени", kRuleFar}}}},
    {"supplement.make_additions",
     kSupplements,
     1,
     false,
     true,
     {{{"внес|внос"}, {"дополнени", kRuleFar}}}},
    {"supersede.new_wording",
     kSupersedes,
     1,
     false,
     true,
     {{{"=изложить|=изложив|=излагается|=изложен"}, {"=редакции", kRuleFar}}}},
    {"amend.replace_words",
     kAmends,
     1,
     false,
     true,
     {{{"=слова|=слово|=цифры|=цифру"}, {"=заменить|=исключить|=заменив|=исключив", kRuleFar}}}},
    {"amend.replace_words",
     kAmends,
     1,
     false,
     true,
     {{{"=заменить|=исключить"}, {"=слова|=слово|=цифры|=цифру", kRuleNear}}}},
    {"supplement.add", kSupplements, 1, false, true, {{{"=дополнить|=дополнив|=дополняется"}}}},
    {"repeal.void", kRepeals, 1, false, false, {{{"утратив|утрачива|=утратил"}, {"=силу", 1}}}},
    {"repeal.cancel",
     kRepeals,
     1,
     false,
     false,
     {{{"=отменить|=отменяется|=отменяются|=отменено|=отменены|=отменяю"}}}},
    {"repeal.exclude", kRepeals, 0.9, true, false, {{{"=исключить"}}}},
    {"control.remove",
     kRemovesFromControl,
     1,
     false,
     false,
     {{{"=снять|=снимается|=снимаются|=снято|=сняты"}, {"=контроля", kRuleFar}}}},
    {"control.end",
     kRemovesFromControl,
     0.9,
     false,
     false,
     {{{"=контроль"}, {"=снять|=прекратить", kRuleFar}}}},
    {"control.fulfilled",
     kRemovesFromControl,
     0.8,
     false,
     false,
     {{{"=считать|=признать"}, {"выполненн|исполненн|реализованн", kRuleFar}}}},
    {"control.keep", kContinues, 1, false, false, {{{"=оставить"}, {"=контроле", kRuleFar}}}},
    {"continue.control",
     kContinues,
     1,
     false,
     false,
     {{{"=продолжить"}, {"=контроль", kRuleNear}}}},
    {"continue.work", kContinues, 1, false, false, {{{"=продолжить|=продолжать"}}}},
    {"execute.pursuant", kExecutes, 1, true, false, {{{"=во|=в"}, {"=исполнение"}}}},
    {"execute.for_purpose",
     kExecutes,
     0.9,
     true,
     false,
     {{{"=целях"}, {"=исполнения|=выполнения|=реализации", 1}}}},
    {"execute.carry_out",
     kExecutes,
     0.9,
     true,
     false,
     {{{"=обеспечить|=организовать"}, {"=исполнение|=выполнение|=реализацию", kRuleNear}}}},
    {"execute.carry_out", kExecutes, 0.9, true, false, {{{"=выполнить|=исполнить|=реализовать"}}}},
    {"execute.according", kExecutes, 0.7, true, false, {{{"=соответствии"}, {"=с"}}}},
    {"amend.extend_term",
     kAmends,
     1,
     false,
     false,
     {{{"=продлить|=перенести|=изменить|=продлён|=продлен"}, {"=срок|=сроки", kRuleNear}}}},
    {"supersede.instead", kSupersedes, 1, true, false, {{{"=взамен|=вместо"}}}},
};

// One alternative of a rule's word.
struct RuleForm {
  std::string_view text;
  bool whole = false;  // the word itself, not its beginning

  bool Fits(std::string_view word) const {
    return SameHead(word, text) && (whole ? word == text : word.starts_with(text));
  }
};

// The alternatives of a rule's word, parted when compiled.
struct RuleForms {
  static constexpr size_t kMost = 6;

  constexpr RuleForms() = default;
  constexpr explicit RuleForms(std::string_view any) {
    while (!any.empty()) {
      const std::string_view one = any.substr(0, any.find('|'));
      any.remove_prefix(std::min(one.size() + 1, any.size()));
      const bool whole = one.starts_with('=');
      forms[count++] = {one.substr(whole ? 1 : 0), whole};
    }
  }

  bool Fits(std::string_view word) const {
    return std::any_of(forms.begin(), forms.begin() + count,
                       [word](const RuleForm& form) { return form.Fits(word); });
  }

  std::array<RuleForm, kMost> forms{};
  size_t count = 0;
};

constexpr auto kRuleForms = [] {
  std::array<std::array<RuleForms, 3>, std::size(kRelationRules)> all;
  for (size_t rule = 0; rule < all.size(); ++rule) {
    for (size_t w = 0; w < all[rule].size(); ++w) {
      all[rule][w] = RuleForms(kRelationRules[rule].words[w].any);
    }
  }
  return all;
}();

// The forms that rules begin with, by their first letter, in the rules' order.
struct FirstForms {
  static constexpr size_t kLetters = 32;
  static constexpr size_t kMost = std::size(kRelationRules) * RuleForms::kMost;
  struct Entry {
    RuleForm form;
    size_t rule = 0;
  };

  constexpr FirstForms() {
    size_t at = 0;
    for (size_t letter = 0; letter < kLetters; ++letter) {
      first[letter] = at;
      for (size_t rule = 0; rule < kRuleForms.size(); ++rule) {
        for (size_t i = 0; i < kRuleForms[rule][0].count; ++i) {
          const RuleForm& form = kRuleForms[rule][0].forms[i];
          if (Letter(form.text) == letter) entries[at++] = {form, rule};
        }
      }
    }
    first[kLetters] = at;
  }

  // Tells folded letters apart.
  static constexpr size_t Letter(std::string_view word) {
    return (static_cast<unsigned char>(word[0]) & 1u) << 4 |
           (static_cast<unsigned char>(word[1]) & 15u);
  }

  std::array<Entry, kMost> entries{};
  std::array<size_t, kLetters + 1> first{};
};
constexpr FirstForms kFirstForms;

// Of the words that rules begin with.
constexpr Gate kFirstWords = [] {
  Gate gate;
  for (const auto& rule : kRuleForms) {
    for (size_t i = 0; i < rule[0].count; ++i) {
      const RuleForm& form = rule[0].forms[i];
      form.whole ? gate.AddWord(form.text) : gate.AddStem(form.text);
    }
  }
  return gate;
}();

std::optional<size_t> RuleEnd(size_t number, const TokenText& t, size_t at, size_t to) {
  const RelationRule& rule = kRelationRules[number];
  size_t last = at + 1;
  for (size_t w = 1; w < rule.words.size() && !rule.words[w].any.empty(); ++w) {
    size_t i = last;
    const size_t stop = std::min(to, last + rule.words[w].gap + 1);
    const RuleForms& forms = kRuleForms[number][w];
    while (i < stop && !(t.tokens[i].quotes == 0 && t.IsWord(i) && forms.Fits(t[i]))) {
      ++i;
    }
    if (i >= stop) return std::nullopt;
    last = i + 1;
  }
  return last;
}

// Of the words that rules need, and of those that name a decision.
constexpr Gate kMayRelate = [] {
  Gate gate;
  gate.AddStem(kContinueStem);
  for (const std::string_view stem : kRelationRuleStems) gate.AddStem(stem);
  for (const std::string_view stem : kRelationTargetStems) {
    stem.ends_with('.') ? gate.AddWord(stem.substr(0, stem.size() - 1)) : gate.AddStem(stem);
  }
  return gate;
}();

constexpr WordTable kRuleTable(kRelationRuleStems);
constexpr WordTable kTargetTable(kRelationTargetStems);

// What was seen of a rule and its target so far.
struct Seen {
  bool rule = false;
  bool target = false;

  // Takes the text from a word's start on; true when it is enough.
  bool Take(std::string_view rest) {
    if (rest.starts_with(kContinueStem)) return true;  // needs no target
    rule = rule || kRuleTable.Starts(rest);
    target = target || kTargetTable.Starts(rest);
    return rule && target;
  }
};

}  // namespace

const Gate& RuleBeginnings() { return kFirstWords; }

std::optional<Trigger> TriggerAt(const TokenText& t, size_t at, size_t to) {
  if (!t.Passes(at, kFirstWords) || t.tokens[at].quotes > 0) return std::nullopt;
  const std::string_view word = t[at];
  if (word.size() < 2) return std::nullopt;
  const size_t letter = FirstForms::Letter(word);
  for (size_t i = kFirstForms.first[letter]; i < kFirstForms.first[letter + 1]; ++i) {
    const auto& [form, number] = kFirstForms.entries[i];
    if (!form.Fits(word)) continue;
    const RelationRule& rule = kRelationRules[number];
    if (const auto last = RuleEnd(number, t, at, to)) {
      return Trigger{rule.kind, rule.id, rule.weight, rule.close, rule.target_last, at, *last};
    }
  }
  return std::nullopt;
}

bool MayRelate(const TokenText& t) {
  Seen seen;
  if (t.size() >= kMaxTokens) {  // the rest of the text counts as well
    for (size_t at = 0; at < t.low.size(); ++at) {
      if (seen.Take(t.low.substr(at))) return true;
      at = std::min(t.low.find(' ', at), t.low.size());
    }
    return false;
  }
  if (!t.tokens.May(Cue::kContinues) &&
      !(t.tokens.May(Cue::kRelationRule) && t.tokens.May(Cue::kRelationTarget))) {
    return false;
  }
  for (size_t i = 0; i < t.size(); ++i) {
    if (!t.Passes(i, kMayRelate)) continue;
    const size_t begin = t.tokens[i].begin;
    if (begin > 0 && t.low[begin - 1] != ' ') continue;
    if (seen.Take(t.low.substr(begin))) return true;
  }
  return false;
}

}  // namespace rezon::reader
