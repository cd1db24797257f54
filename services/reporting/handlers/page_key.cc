#include "services/reporting/handlers/page_key.h"

#include <cstdint>

#include "absl/strings/numbers.h"
#include "absl/time/civil_time.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"

namespace rezon::reporting::handlers {
namespace {

bool Fits(Dimension dimension, const std::vector<std::string>& key) {
  int32_t ordinal = 0;
  switch (dimension) {
    case Dimension::kResolution:
      return ids::IsUuid(key[0]);
    case Dimension::kPoint:
      return absl::SimpleAtoi(key[0], &ordinal) && ids::IsUuid(key[1]);
    case Dimension::kMunicipality:
    case Dimension::kExecutor:
      return key[0] == "true" || key[0] == "false";
  }
  return false;
}

absl::Status Refuse() {
  return errors::InvalidField("page_token", "not a token of this list",
                              "Неверный указатель страницы");
}

}  // namespace

absl::Status CheckKey(Dimension dimension, const std::vector<std::string>& key) {
  return key.empty() || Fits(dimension, key) ? absl::OkStatus() : Refuse();
}

absl::Status CheckOverdueKey(const std::vector<std::string>& key) {
  if (key.empty()) return absl::OkStatus();
  absl::CivilDay day;
  return absl::ParseCivilTime(key[0], &day) && ids::IsUuid(key[1]) ? absl::OkStatus() : Refuse();
}

}  // namespace rezon::reporting::handlers
