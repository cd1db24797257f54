// Whoever control or a duty is laid on by a verb of charging.
#ifndef REZON_SERVICES_DECISIONS_READER_ADDRESSEES_CHARGED_H_
#define REZON_SERVICES_DECISIONS_READER_ADDRESSEES_CHARGED_H_

#include <string_view>
#include <vector>

#include "services/decisions/reader/addressees/phrases.h"

namespace rezon::reader {

// «контроль … возложить на …», «подготовку … поручить …», «назначить ответственным … »: whoever is
// named, put behind what `out` has; those that control are marked. `text` is as printed.
void FindCharged(std::string_view text, const TokenText& tokens, std::vector<Phrase>* out);

// «Контроль за выполнением решения – Белова И.И.».
void FindBehindDash(std::string_view text, const TokenText& tokens, std::vector<Phrase>* out);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_ADDRESSEES_CHARGED_H_
