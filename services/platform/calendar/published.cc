#include "absl/types/span.h"
#include "services/platform/calendar/compact.h"
#include "services/platform/calendar/region.h"

namespace rezon::calendar {

// The embedded files of data/ (rezon_embed in CMakeLists.txt).
absl::Span<const std::string_view> PublishedYears();

const std::vector<YearData>& PublishedData() {
  static const auto* const years = [] {
    auto* read = new std::vector<YearData>;
    for (std::string_view text : PublishedYears()) read->push_back(ParseCompact(text).value());
    return read;
  }();
  return *years;
}

const Calendar& Calendar::Published() {
  static const auto* const calendar = new Calendar(PublishedData());
  return *calendar;
}

}  // namespace rezon::calendar
