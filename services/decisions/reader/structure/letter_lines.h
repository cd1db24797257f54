// How the head of an official letter is set: number and day, sender's contacts, address.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_LETTER_LINES_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_LETTER_LINES_H_

#include <string>
#include <string_view>

#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/text/paragraph.h"

namespace rezon::reader {

// «24.08.2019 № 3925», «от 26 марта 2019 г. № 176».
bool ReadNumber(const Paragraph& body, std::string* number, std::string* date);

// The same, and «№ 3925 от 24.08.2019» as letters print it too; the reference to another letter
// («На № 12 от 01.02.2024») is none.
bool ReadLetterNumber(const Paragraph& body, std::string* number, std::string* date);

// Address, telephone or code of the sender.
bool IsContact(std::string_view low);

// Begins with an addressee in the dative («Руководителям …»).
bool IsDativeBlock(const Block& block);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_LETTER_LINES_H_
