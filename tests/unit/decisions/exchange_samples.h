#ifndef REZON_TESTS_UNIT_DECISIONS_EXCHANGE_SAMPLES_H_
#define REZON_TESTS_UNIT_DECISIONS_EXCHANGE_SAMPLES_H_

#include <string>
#include <vector>

#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/letter_file.h"

namespace rezon::decisions {

// A resolution that has everything: a cover letter, nested points with unlike and repeated labels,
// addressees with and without targets, every kind of deadline, a merged and a corrected point,
// relations and suggestions in every state.
struct FullSample {
  Aggregate aggregate;
  pb::Document document;
  std::string content;
  // That of its own document, and one from another file.
  std::vector<CarriedLetter> letters;
};
FullSample MakeFullSample();

// One with nothing but a title, and one with a point deeper than any document has.
FullSample MakeEmptySample();
FullSample MakeDeepSample();

}  // namespace rezon::decisions

#endif  // REZON_TESTS_UNIT_DECISIONS_EXCHANGE_SAMPLES_H_
