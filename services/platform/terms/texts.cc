#include "services/platform/terms/texts.h"

#include "absl/strings/str_cat.h"
#include "services/platform/terms/words.h"

namespace rezon::terms {
namespace {

std::string Quoted(const std::string& phrase, const char* otherwise) {
  return phrase.empty() ? otherwise : absl::StrCat("Напечатано «", phrase, "»");
}

}  // namespace

Texts SayPrinted(const std::string& phrase, std::optional<absl::CivilDay> from,
                 std::optional<absl::CivilDay> whole) {
  Texts texts{Quoted(phrase, "Срок"), absl::StrCat("Printed: ", phrase)};
  if (from && whole) {
    absl::StrAppend(&texts.russian, ": с ", Russian(*from), " по ", Russian(*whole));
    absl::StrAppend(&texts.english, "; from ", absl::FormatCivilTime(*from), " to ",
                    absl::FormatCivilTime(*whole));
  } else if (whole) {
    absl::StrAppend(&texts.russian, ": ", Russian(*whole), " включительно");
    absl::StrAppend(&texts.english, "; ", absl::FormatCivilTime(*whole), ", inclusive");
  }
  return texts;
}

Texts SayEnd(absl::CivilDay from, absl::CivilDay whole, absl::CivilDay end) {
  if (end == whole) {
    return {"Срок истекает в последний день промежутка",
            "The term ends on the last day of the interval"};
  }
  if (end < from) {
    return {"«До» без слова «конца»: срок истекает накануне промежутка",
            "«До» without «конца»: the term ends on the eve of the interval"};
  }
  return {"Срок истекает в первый день промежутка",
          "The term ends on the first day of the interval"};
}

Texts SayNoBase(const std::string& phrase) {
  return {absl::StrCat(Quoted(phrase, "Срок не указан"),
                       ": день отсчёта неизвестен, дату нужно указать"),
          "The day to count from is unknown: a person has to give the date"};
}

Texts SayBase(const std::string& phrase, bool registration, absl::CivilDay base) {
  return {absl::StrCat(Quoted(phrase, "Срок не указан"), ": отсчёт от дня ",
                       registration ? "регистрации" : "подписания", ", ", Russian(base)),
          absl::StrCat("Counted from the day of ", registration ? "registration" : "signing", ", ",
                       absl::FormatCivilTime(base))};
}

Texts SayShift(absl::CivilDay end, absl::CivilDay due, const char* russian, const char* english) {
  const bool moved = due != end;
  return {absl::StrCat(RussianWithWeekday(end), ", — ", russian,
                       moved ? absl::StrCat(", ", RussianWithWeekday(due)) : ""),
          absl::StrCat(EnglishWithWeekday(end), ": ", english,
                       moved ? absl::StrCat(", ", EnglishWithWeekday(due)) : "")};
}

Texts SayProvisional(const std::string& calendar_version) {
  return {
      absl::StrCat("Производственный календарь этого года не опубликован: дата предварительная (",
                   calendar_version, ")"),
      absl::StrCat("No calendar is published for that year: the date is provisional (",
                   calendar_version, ")")};
}

Texts SayStanding(const std::string& phrase) {
  return {
      absl::StrCat(Quoted(phrase, "Постоянно"), ": исполнение постоянное, до снятия с контроля"),
      "A lasting duty, until it is taken off control"};
}

}  // namespace rezon::terms
