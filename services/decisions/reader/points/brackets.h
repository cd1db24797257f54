// The bracket at a point's end that says when, and perhaps who: «(до 1 мая 2024 г.)», «(срок –
// май 2024 года, отв. методический кабинет)».
#ifndef REZON_SERVICES_DECISIONS_READER_POINTS_BRACKETS_H_
#define REZON_SERVICES_DECISIONS_READER_POINTS_BRACKETS_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/deadlines/phrases.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// Byte ranges of the point's text.
struct EndBracket {
  DeadlineMatch term;
  size_t term_begin = 0;  // the printed term, without its caption
  size_t term_end = 0;
  std::vector<Phrase> who;
  size_t begin = 0;  // the whole bracket
  size_t end = 0;
};

// nullopt when the point ends with no bracket or with one that holds anything but a term and
// executors. `text` is the point as printed, `tokens` those of its Fold.
std::optional<EndBracket> ReadEndBracket(std::string_view text, const TokenText& tokens);

// The term and the executors behind the last two dashes of a point, «Провести смотр – март 2025 г.
// – директора школ», in either order; nullopt when they are anything else. They stay in the text.
std::optional<EndBracket> ReadDashTail(std::string_view text, const TokenText& tokens);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_POINTS_BRACKETS_H_
