#include "services/assignments/domain/names.h"

#include <charconv>

#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"

namespace rezon::assignments {

std::string AssignmentName(std::string_view id) { return names::Join("assignments", id); }

std::string ResolutionName(std::string_view id) { return names::Join("resolutions", id); }

std::string PointName(std::string_view resolution, std::string_view point) {
  std::string name = "resolutions/";
  name.append(resolution).append("/points/").append(point);
  return name;
}

std::string ReportName(std::string_view assignment, std::string_view report) {
  std::string name = "assignments/";
  name.append(assignment).append("/reports/").append(report);
  return name;
}

std::string IssuanceName(std::string_view id) { return names::Join("issuances", id); }

absl::StatusOr<std::string> AssignmentId(std::string_view name, std::string_view field) {
  return names::ParseUuid("assignments", name, field);
}

std::string EtagOf(std::int64_t version) { return "\"" + std::to_string(version) + "\""; }

absl::StatusOr<std::int64_t> VersionOf(std::string_view etag) {
  std::int64_t version = 0;
  if (etag.empty()) return version;
  const char* end = etag.data() + etag.size();
  bool quoted = etag.size() > 2 && etag.front() == '"' && etag.back() == '"';
  auto parsed = quoted ? std::from_chars(etag.data() + 1, end - 1, version)
                       : std::from_chars_result{end, std::errc::invalid_argument};
  if (parsed.ec != std::errc() || parsed.ptr != end - 1 || version < 1) {
    return errors::InvalidField("etag", "is not an etag of this service",
                                "Метка версии имеет неверный вид");
  }
  return version;
}

}  // namespace rezon::assignments
