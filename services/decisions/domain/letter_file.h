#ifndef REZON_SERVICES_DECISIONS_DOMAIN_LETTER_FILE_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_LETTER_FILE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "rezon/decisions/v1/exchange.pb.h"
#include "rezon/decisions/v1/resources.pb.h"

// The cover letters in a resolution's JSON file (proto: ResolutionExport.letters).
namespace rezon::decisions {

namespace pb = rezon::decisions::v1;

// A letter that carries a resolution.
struct CarriedLetter {
  // With the link to the resolution among its links.
  pb::Letter letter;
  // The letter's own document with its text; without a hash when it stands in the resolution's
  // file.
  pb::Document document = {};
  std::string content = {};

  bool same_file() const { return document.sha256().empty(); }
};

// Puts the letters into the file: the one of the resolution's own file first, then by day, number
// and hash, so that the same letters give the same bytes. `resolution` is its name here.
void WriteLetters(std::vector<CarriedLetter> letters, const std::string& resolution,
                  pb::ResolutionExport* file);

// Checks and reads them: without names, each with one link, that of the file, still without its
// resolution. INVALID_ARGUMENT on a field inside `file.letters[…]`.
absl::StatusOr<std::vector<CarriedLetter>> ReadLetters(const pb::ResolutionExport& file);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_LETTER_FILE_H_
