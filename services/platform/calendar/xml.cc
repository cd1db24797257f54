#include <cstring>
#include <pugixml.hpp>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/platform/calendar/compact.h"

namespace rezon::calendar {
namespace {

absl::Status BadXml(absl::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat("calendar: ", what));
}

// MM.DD of `year`; a day of another year when there is no such day.
absl::CivilDay DayOf(int year, absl::string_view text) {
  int month = 0, number = 0;
  if (text.size() != 5 || text[2] != '.' || !absl::SimpleAtoi(text.substr(0, 2), &month) ||
      !absl::SimpleAtoi(text.substr(3), &number)) {
    return absl::CivilDay(1, 1, 1);
  }
  const absl::CivilDay day(year, month, number);
  return day.month() == month && day.day() == number ? day : absl::CivilDay(1, 1, 1);
}

absl::Status AddDay(const pugi::xml_node& node, YearData* data) {
  const absl::CivilDay day = DayOf(data->year, node.attribute("d").value());
  const int type = node.attribute("t").as_int();
  if (day.year() != data->year || type < 1 || type > 3) {
    return BadXml(absl::StrCat("no day: d=", node.attribute("d").value(),
                               " t=", node.attribute("t").value()));
  }
  const bool weekend = absl::GetWeekday(day) >= absl::Weekday::saturday;
  if (type == 1 && !weekend) data->off.push_back(day);
  if (type == 2) data->shortened.push_back(day);
  if (type != 1 && weekend) data->worked.push_back(day);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<YearData> ParseXml(std::string_view text) {
  pugi::xml_document document;
  if (!document.load_buffer(text.data(), text.size())) return BadXml("no XML");
  const pugi::xml_node root = document.child("calendar");
  YearData data;
  data.year = root.attribute("year").as_int();
  if (data.year < 2000 || data.year > 2100) return BadXml("no year from 2000 to 2100");
  const absl::string_view country = root.attribute("country").as_string("ru");
  if (country != "ru") return BadXml("of another country");
  const absl::string_view date = root.attribute("date").value();
  if (date.empty()) return BadXml("no date of the file");
  data.version = absl::StrCat("ru-", data.year, "@", date);
  data.acts.push_back(absl::StrCat("Производственный календарь от ", date));
  for (const pugi::xml_node& node : root.child("days").children("day")) {
    if (absl::Status wrong = AddDay(node, &data); !wrong.ok()) return wrong;
  }
  if (absl::Status wrong = CheckYear(data); !wrong.ok()) return wrong;
  return data;
}

}  // namespace rezon::calendar
