#ifndef REZON_SERVICES_DECISIONS_DOMAIN_RESOLUTION_FILE_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_RESOLUTION_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "rezon/common/v1/common.pb.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/draft.h"
#include "services/decisions/domain/letter_file.h"

// A resolution as a JSON file, and back (proto: ResolutionExport).
namespace rezon::decisions {

// A document whose bytes are more than this goes without them.
inline constexpr std::size_t kMostContent = 16u << 20;

// A document without what belongs to one installation or to its other resources.
pb::Document DocumentForFile(pb::Document document);

// The file. `document` has its text; the same resolution gives the same bytes but for "origin".
std::string WriteResolutionFile(const Aggregate& aggregate, const pb::Document& document,
                                std::string_view content,
                                const std::vector<CarriedLetter>& letters = {});

// True for bytes that want to be such a file.
bool IsResolutionFile(std::string_view bytes);

// INVALID_ARGUMENT on the field unless the place is inside a text of so many bytes.
absl::Status CheckSpan(std::string_view field, const rezon::common::v1::SourceSpan& span,
                       std::size_t size);

// True for 64 lower-case hexadecimal digits.
bool IsSha256(std::string_view text);

// What such a file holds.
struct ResolutionFile {
  // With text; without name, region and times.
  pb::Document document;
  // Empty when the file came without.
  std::string content;
  // A draft with new names; addressees as in the file.
  Aggregate draft;
  // The letters that carry it; that of the document's own is the draft's letter too.
  std::vector<CarriedLetter> letters;
};

// Reads and checks a file. INVALID_ARGUMENT on `file` or a field inside it, such as
// `file.points[3].text`.
absl::StatusOr<ResolutionFile> ReadResolutionFile(std::string_view bytes, const DraftNames& names);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_RESOLUTION_FILE_H_
