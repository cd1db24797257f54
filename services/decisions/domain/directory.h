#ifndef REZON_SERVICES_DECISIONS_DOMAIN_DIRECTORY_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_DIRECTORY_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/platform/server/call.h"

namespace rezon::decisions {

// Someone whom the registry offers for a phrase.
struct Candidate {
  // `organisations/{id}`, `addresseeClasses/{id}` or `officials/{id}`.
  std::string target;
  std::string display_name;
  // Certainty from 0 to 1.
  double score = 0;
  // Russian sentences: why, and what speaks against it.
  std::vector<std::string> reasons = {};
};

// What the registry makes of one phrase.
struct Finding {
  std::string phrase;
  // Meant together; empty when a person has to choose.
  std::vector<Candidate> matches;
  // Others, best first.
  std::vector<Candidate> alternatives;
  // Russian sentences: why a person has to choose; empty with matches.
  std::vector<std::string> reasons = {};
  // Territory that the phrase itself names, `territories/{id}` or empty, and its name for people:
  // it bounds groups among the matches that have none of their own.
  std::string territory = {};
  std::string territory_display_name = {};
};

struct Findings {
  std::vector<Finding> findings;
  // `territories/{id}` of the question's territory phrase; empty when it is unknown.
  std::string territory;
};

struct Question {
  std::vector<std::string> phrases;
  // `territories/{id}`, or empty: then the phrase counts.
  std::string territory;
  std::string territory_phrase;
  // The document is the whole region's: groups need no other territory.
  bool whole_region = false;
  // `YYYY-MM-DD`, or empty for today.
  std::string as_of_date;
};

// The registry, as far as decisions needs it. Asked with the caller's own rights. Thread-safe; must
// never be called inside a transaction. UNAVAILABLE or DEADLINE_EXCEEDED when it does not answer.
class Directory {
 public:
  virtual ~Directory() = default;
  // Looks phrases up; findings come in the order of the phrases, one each.
  virtual absl::StatusOr<Findings> Resolve(const server::CallContext& call,
                                           const Question& question) = 0;
  // Names for people of targets and of territories (`territories/{id}`). NOT_FOUND when one of them
  // is not in the registry.
  virtual absl::StatusOr<std::map<std::string, std::string>> DisplayNames(
      const server::CallContext& call, const std::vector<std::string>& targets) = 0;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_DIRECTORY_H_
