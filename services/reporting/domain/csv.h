#pragma once

#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "services/reporting/domain/summary.h"

namespace rezon::reporting {

// What the lines above an export's table say.
struct ExportHeading {
  Dimension dimension = Dimension::kResolution;
  // Moment as of which the figures hold, and the zone to print it in.
  absl::Time as_of;
  absl::TimeZone zone;
  // Names of the resolution and the territory that the rows are limited to; empty means all.
  std::string resolution;
  std::string territory;
};

// One cell: quoted where `;`, a quote or a line break is in it; text that a spreadsheet would take
// for a formula (first character = + - @, tab or carriage return, also in full width) gets an
// apostrophe in front.
std::string CsvText(std::string_view text);

// A table for a spreadsheet with Russian settings: byte order mark, `;`, CRLF, decimal comma.
std::string SummaryCsv(const ExportHeading& heading, const std::vector<Row>& rows);

}  // namespace rezon::reporting
