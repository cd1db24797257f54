#include "services/decisions/reader/relations/rules.h"

#include <algorithm>
#include <array>
#include <cstring>

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

// Of the words that rules begin with.
constexpr Gate FirstWords() {
  Gate gate;
  for (const RelationRule& rule : kRelationRules) {
    for (std::string_view any = rule.words[0].any; !any.empty();) {
      const std::string_view one = any.substr(0, any.find('|'));
      any.remove_prefix(std::min(one.size() + 1, any.size()));
      if (one.starts_with('=')) {
        gate.AddWord(one.substr(1));
      } else {
        gate.AddStem(one);
      }
    }
  }
  return gate;
}

bool FitsRuleWord(std::string_view any, std::string_view word) {
  for (size_t at = 0; at <= any.size();) {
    const size_t end = std::min(any.find('|', at), any.size());
    const std::string_view one = any.substr(at, end - at);
    if (one[0] == '=' ? word == one.substr(1) : word.starts_with(one)) return true;
    at = end + 1;
  }
  return false;
}

std::optional<size_t> RuleEnd(const RelationRule& rule, const TokenText& t, size_t at, size_t to) {
  size_t last = at + 1;
  for (size_t w = 1; w < rule.words.size() && !rule.words[w].any.empty(); ++w) {
    size_t i = last;
    const size_t stop = std::min(to, last + rule.words[w].gap + 1);
    while (i < stop &&
           !(t.tokens[i].quotes == 0 && t.IsWord(i) && FitsRuleWord(rule.words[w].any, t[i]))) {
      ++i;
    }
    if (i >= stop) return std::nullopt;
    last = i + 1;
  }
  return last;
}

// A word that starts here is one of the words that rules need, or one that names a decision.
bool IsRuleStem(std::string_view rest) {
  return StartsWithAny(
      rest, {"измен", "редакц", "замен", "исключ", "дополн", "утрат", "утрач", "отмен", "контрол",
             "исполн", "выполн", "реализ", "соответств", "взамен", "вместо", "срок"});
}
bool IsTargetStem(std::string_view rest) {
  return StartsWithAny(
      rest, {"пункт", "подпункт", "п.", "пп.", "решени", "резолюц", "приказ", "постановл",
             "распоряж", "поручен", "рекоменд", "протокол", "указ", "закон", "письм"});
}

// Second bytes of the folded letters а-п (0xD0) and р-я (0xD1) that those words begin with.
bool MayBeginRule(unsigned char lead, unsigned char letter) {
  if (lead == 0xD0) return std::strchr("\xB2\xB4\xB7\xB8\xBA\xBE\xBF", letter) != nullptr;
  return letter == 0x80 || letter == 0x81 || letter == 0x83;
}

}  // namespace

std::optional<Trigger> TriggerAt(const TokenText& t, size_t at, size_t to) {
  static constexpr Gate kGate = FirstWords();
  if (!t.Passes(at, kGate) || t.tokens[at].quotes > 0) return std::nullopt;
  for (const RelationRule& rule : kRelationRules) {
    if (!FitsRuleWord(rule.words[0].any, t[at])) continue;
    if (const auto last = RuleEnd(rule, t, at, to)) {
      return Trigger{rule.kind, rule.id, rule.weight, rule.close, rule.target_last, at, *last};
    }
  }
  return std::nullopt;
}

bool MayRelate(std::string_view low) {
  bool rule = false;
  bool target = false;
  for (size_t at = 0; at + 1 < low.size(); ++at) {
    if (MayBeginRule(static_cast<unsigned char>(low[at]),
                     static_cast<unsigned char>(low[at + 1]))) {
      const std::string_view rest = low.substr(at);
      if (rest.starts_with("продолж")) return true;
      rule = rule || IsRuleStem(rest);
      target = target || IsTargetStem(rest);
      if (rule && target) return true;
    }
    const void* blank = std::memchr(low.data() + at, ' ', low.size() - at);
    if (blank == nullptr) return false;
    at = static_cast<size_t>(static_cast<const char*>(blank) - low.data());
  }
  return false;
}

}  // namespace rezon::reader
