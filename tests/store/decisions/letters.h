#ifndef REZON_TESTS_STORE_DECISIONS_LETTERS_H_
#define REZON_TESTS_STORE_DECISIONS_LETTERS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "tests/store/decisions/world.h"

// Calls about letters; those that answer rows fail the test on an error.
namespace rezon::decisions {

pb::Letter LetterNow(World& world, const std::string& name);
pb::Resolution ResolutionNow(World& world, const std::string& name);
std::vector<pb::Letter> LettersOf(World& world, const std::string& parent,
                                  const std::string& filter);
// The letter's history, newest first.
std::vector<pb::Correction> HistoryOfLetter(World& world, const std::string& name);

absl::Status DoLink(World& world, const std::string& letter, const std::string& resolution,
                    pb::Letter* out, const std::string& etag = "", bool validate_only = false);
absl::Status DoUnlink(World& world, const std::string& letter, const std::string& resolution,
                      pb::Letter* out);

}  // namespace rezon::decisions

#endif  // REZON_TESTS_STORE_DECISIONS_LETTERS_H_
