#include "services/decisions/handlers/lookup.h"

#include "services/decisions/domain/addressees.h"
#include "services/platform/log/log.h"

namespace rezon::decisions {

bool RegistryIsAway(const absl::Status& status) {
  return status.code() == absl::StatusCode::kUnavailable ||
         status.code() == absl::StatusCode::kDeadlineExceeded ||
         status.code() == absl::StatusCode::kResourceExhausted ||
         status.code() == absl::StatusCode::kInternal;
}

absl::Status LookUpAddressees(server::CallContext& call, Directory& directory,
                              const std::string& as_of_date, Aggregate& draft) {
  Question question = QuestionOf(draft);
  question.as_of_date = as_of_date;
  auto findings = directory.Resolve(call, question);
  if (!findings.ok()) {
    if (absl::Status gone = call.CheckAlive(); !gone.ok()) return gone;
    if (!RegistryIsAway(findings.status())) return findings.status();
    log::Warning("the registry did not answer an import",
                 {{"error", findings.status().ToString()}});
    WarnUnresolved(draft.resolution);
    return absl::OkStatus();
  }
  ApplyFindings(*findings, draft);
  Count(draft);
  return absl::OkStatus();
}

}  // namespace rezon::decisions
