// Words by which a decision acts on an earlier one: «внести изменения», «признать утратившим
// силу», «снять с контроля», «продолжить работу», «во исполнение».
#ifndef REZON_SERVICES_DECISIONS_READER_RELATIONS_RULES_H_
#define REZON_SERVICES_DECISIONS_READER_RELATIONS_RULES_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// Where a rule's words stand: tokens [first, last).
struct Trigger {
  RelationKind kind = RelationKind::kAmends;
  const char* rule = "";
  double weight = 1;         // of the confidence
  bool close = false;        // the target has to follow at once
  bool target_last = false;  // the words behind a colon are the new wording, not a target
  size_t first = 0;
  size_t last = 0;
};

// Of the words that rules begin with: TriggerAt finds nothing at others.
const Gate& RuleBeginnings();

// The rule whose words start at token `at`, before token `to`.
std::optional<Trigger> TriggerAt(const TokenText& t, size_t at, size_t to);

// False when the text surely holds no rule with a target; one quick pass.
bool MayRelate(const TokenText& t);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_RELATIONS_RULES_H_
