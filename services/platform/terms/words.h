// Dates and numbers in the words of an explanation. Used by this library only.
#ifndef REZON_SERVICES_PLATFORM_TERMS_WORDS_H_
#define REZON_SERVICES_PLATFORM_TERMS_WORDS_H_

#include <string>

#include "absl/time/civil_time.h"
#include "services/platform/terms/rules.h"

namespace rezon::terms {

// «30.09.2024».
std::string Russian(absl::CivilDay day);
// «30.09.2024, понедельник» and "2024-09-30, Monday".
std::string RussianWithWeekday(absl::CivilDay day);
std::string EnglishWithWeekday(absl::CivilDay day);
// «10 рабочих дней», "10 working days".
std::string RussianLength(int amount, Unit unit);
std::string EnglishLength(int amount, Unit unit);

}  // namespace rezon::terms

#endif  // REZON_SERVICES_PLATFORM_TERMS_WORDS_H_
