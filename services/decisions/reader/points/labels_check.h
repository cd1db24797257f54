// Warnings about numbering, in plain Russian for a clerk.
#ifndef REZON_SERVICES_DECISIONS_READER_POINTS_LABELS_CHECK_H_
#define REZON_SERVICES_DECISIONS_READER_POINTS_LABELS_CHECK_H_

#include <string>
#include <vector>

#include "services/decisions/reader/document.h"

namespace rezon::reader {

// Adds warnings to items whose number or letter repeats or follows a gap among its siblings.
// Returns one sentence about the document's numbers («Нумерация пунктов: номер 5 повторяется,
// номера 3 нет.»); empty when they are in order.
std::string CheckLabels(std::vector<Item>* items);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_POINTS_LABELS_CHECK_H_
