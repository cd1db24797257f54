#ifndef REZON_SERVICES_DECISIONS_DOMAIN_CHECKS_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_CHECKS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "rezon/common/v1/common.pb.h"
#include "rezon/decisions/v1/links.pb.h"
#include "rezon/decisions/v1/points.pb.h"
#include "rezon/decisions/v1/resources.pb.h"

// Checks of what a caller writes. All errors are INVALID_ARGUMENT with a BadRequest entry for the
// field, whose path the caller gives.
namespace rezon::decisions {

// The day of a strict `YYYY-MM-DD`; nullopt for anything else.
std::optional<absl::CivilDay> ParseDay(std::string_view text);

// Empty or a real day.
absl::Status CheckDate(std::string_view field, std::string_view text);

// Valid UTF-8 of at most `most` bytes without control characters but tab and line feed; not blank
// when `required`.
absl::Status CheckText(std::string_view field, std::string_view text, std::size_t most,
                       bool required);

// The dates that the kind asks for are there, the others are not, and the interval is not reversed
// (proto rezon.common.v1.Deadline).
absl::Status CheckDeadline(std::string_view field, const rezon::common::v1::Deadline& deadline);

// At most 100 addressees with 100 targets each, targets being resource names of the registry.
absl::Status CheckAddressees(std::string_view field, const rezon::decisions::v1::Point& point);

// Text, label, deadline and addressees of a point.
absl::Status CheckPoint(std::string_view field, const rezon::decisions::v1::Point& point);

// Texts and day of what a relation cites.
absl::Status CheckCitation(std::string_view field,
                           const rezon::decisions::v1::Relation::Target& target);

// Display name, dates and figures of a resolution's facts.
absl::Status CheckFacts(std::string_view field, const rezon::decisions::v1::Resolution& resolution);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_CHECKS_H_
