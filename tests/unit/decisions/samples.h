#ifndef REZON_TESTS_UNIT_DECISIONS_SAMPLES_H_
#define REZON_TESTS_UNIT_DECISIONS_SAMPLES_H_

#include <string>

#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/correct.h"

namespace rezon::decisions {

// Who corrects in the tests.
inline const Editor kClerk{"ivanova", {}};

// Name of the n-th point of the sample.
std::string SamplePoint(int n);

// A draft with four points: 1 (a heading), 2 and 3 below it, 4 at the top; 2 and 4 have the same
// addressee phrase. Versions are 1.
Aggregate SampleDraft();

}  // namespace rezon::decisions

#endif  // REZON_TESTS_UNIT_DECISIONS_SAMPLES_H_
