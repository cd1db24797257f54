// What a paragraph is by its own words: title, task, signature, record of a hearing.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_KINDS_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_KINDS_H_

#include <string_view>

#include "services/decisions/reader/structure/blocks.h"

namespace rezon::reader {

// «РЕЗОЛЮЦИЯ …», «Решение совещания …», «Итоги круглого стола …». `first`: the paragraph stands at
// the document's very start, where small letters will do.
bool IsTitle(const Block& block, bool first);

// Capitals only, short, no colon: a title.
bool IsShouting(const Block& block);

// «Секция 1. Школьное образование», «Раздел II»: a heading over a part of the points.
bool IsNumberedPart(std::string_view low);

// «План мероприятий», «Перечень …»: what an annex is called.
bool IsAnnexTitle(std::string_view low);

// «Уважаемые коллеги!», «Направляем для использования в работе резолюцию …».
bool OpensLetter(const Block& block);

// «Темы обсуждения:», «Основные направления дискуссии:»: what was talked about, not decided.
bool OpensDiscussion(const Block& block);

// True for a paragraph that signs the decision («Глава округа И.И. Иванов», «И.о. директора»).
bool IsSignature(const Block& block);

// True for a protocol's record of a hearing or a vote («СЛУШАЛИ: …», «По второму вопросу …»,
// «Голосовали: …»): `low` is the paragraph without its label.
bool IsHearing(std::string_view low);

// True when the paragraph begins like something to be done.
bool IsTask(const Block& block);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_KINDS_H_
