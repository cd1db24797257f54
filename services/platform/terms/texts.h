// The sentences of an explanation, Russian and English. Used by this library only.
#ifndef REZON_SERVICES_PLATFORM_TERMS_TEXTS_H_
#define REZON_SERVICES_PLATFORM_TERMS_TEXTS_H_

#include <optional>
#include <string>

#include "absl/time/civil_time.h"

namespace rezon::terms {

struct Texts {
  std::string russian;
  std::string english;
};

// What the phrase names: an interval from `from` to `whole`, or the day `whole`.
Texts SayPrinted(const std::string& phrase, std::optional<absl::CivilDay> from,
                 std::optional<absl::CivilDay> whole);
// On which day of the interval the term ends.
Texts SayEnd(absl::CivilDay from, absl::CivilDay whole, absl::CivilDay end);
Texts SayNoBase(const std::string& phrase);
Texts SayBase(const std::string& phrase, bool registration, absl::CivilDay base);
// `russian` and `english` say why `end` stays or becomes `due`.
Texts SayShift(absl::CivilDay end, absl::CivilDay due, const char* russian, const char* english);
Texts SayProvisional(const std::string& calendar_version);
Texts SayStanding(const std::string& phrase);

}  // namespace rezon::terms

#endif  // REZON_SERVICES_PLATFORM_TERMS_TEXTS_H_
