#include "services/platform/calendar/compact.h"

#include <set>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace rezon::calendar {
namespace {

// The most days off ever in a year, Monday to Friday, were 43.
constexpr std::size_t kMostDaysOff = 100;

absl::Status Bad(absl::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat("calendar: ", what));
}

bool IsDigits(absl::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == absl::string_view::npos;
}

// MM-DD or MM-DD..DD; false when it is neither.
bool AddDays(int year, absl::string_view word, std::vector<absl::CivilDay>* out) {
  int month = 0, first = 0, last = 0;
  const bool run = word.size() == 9 && word.substr(5, 2) == "..";
  if ((word.size() != 5 && !run) || word[2] != '-' || !IsDigits(word.substr(0, 2)) ||
      !IsDigits(word.substr(3, 2)) || (run && !IsDigits(word.substr(7)))) {
    return false;
  }
  if (!absl::SimpleAtoi(word.substr(0, 2), &month) ||
      !absl::SimpleAtoi(word.substr(3, 2), &first)) {
    return false;
  }
  last = first;
  if (run && !absl::SimpleAtoi(word.substr(7), &last)) return false;
  if (first < 1 || last < first) return false;
  for (int number = first; number <= last; ++number) {
    const absl::CivilDay day(year, month, number);
    if (day.year() != year || day.month() != month || day.day() != number) return false;
    out->push_back(day);
  }
  return true;
}

absl::Status ReadLine(absl::string_view line, YearData* data) {
  const std::vector<absl::string_view> parts = absl::StrSplit(line, absl::MaxSplits(' ', 1));
  const absl::string_view name = parts[0];
  const absl::string_view value =
      parts.size() > 1 ? absl::StripAsciiWhitespace(parts[1]) : absl::string_view();
  if (value.empty()) return Bad(absl::StrCat("nothing behind «", name, "»"));
  if (name == "year") {
    return absl::SimpleAtoi(value, &data->year) ? absl::OkStatus()
                                                : Bad(absl::StrCat("no year: ", value));
  }
  if (name == "version") data->version = std::string(value);
  if (name == "region") data->region = std::string(value);
  if (name == "act") data->acts.emplace_back(value);
  if (name == "version" || name == "region" || name == "act") return absl::OkStatus();
  std::vector<absl::CivilDay>* days = name == "off"     ? &data->off
                                      : name == "short" ? &data->shortened
                                      : name == "work"  ? &data->worked
                                                        : nullptr;
  if (days == nullptr) return Bad(absl::StrCat("unknown line: ", line));
  if (data->year == 0) return Bad("days before the year");
  for (absl::string_view word : absl::StrSplit(value, ' ', absl::SkipEmpty())) {
    if (!AddDays(data->year, word, days)) return Bad(absl::StrCat("no days: ", word));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckYear(const YearData& data) {
  if (data.year < 2000 || data.year > 2100) return Bad("no year from 2000 to 2100");
  if (data.version.empty()) return Bad("no version");
  for (const auto* days : {&data.off, &data.shortened, &data.worked}) {
    if (std::set<absl::CivilDay>(days->begin(), days->end()).size() != days->size()) {
      return Bad("a day is listed twice");
    }
  }
  for (absl::CivilDay day : data.off) {
    for (const auto* days : {&data.shortened, &data.worked}) {
      for (absl::CivilDay worked : *days) {
        if (day == worked) return Bad(absl::StrCat(absl::FormatCivilTime(day), ": off and worked"));
      }
    }
  }
  if (data.off.size() > kMostDaysOff) return Bad("too many days off");
  return absl::OkStatus();
}

absl::StatusOr<YearData> ParseCompact(std::string_view text) {
  YearData data;
  for (absl::string_view line : absl::StrSplit(absl::string_view(text.data(), text.size()), '\n')) {
    line = absl::StripAsciiWhitespace(line);
    if (line.empty() || line[0] == '#') continue;
    if (absl::Status wrong = ReadLine(line, &data); !wrong.ok()) return wrong;
  }
  if (absl::Status wrong = CheckYear(data); !wrong.ok()) return wrong;
  return data;
}

absl::StatusOr<YearData> ParseYear(std::string_view text) {
  const std::size_t first = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  const bool xml = first != std::string_view::npos && text[first] == '<';
  return xml ? ParseXml(text) : ParseCompact(text);
}

}  // namespace rezon::calendar
