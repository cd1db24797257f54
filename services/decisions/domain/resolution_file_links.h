#ifndef REZON_SERVICES_DECISIONS_DOMAIN_RESOLUTION_FILE_LINKS_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_RESOLUTION_FILE_LINKS_H_

#include <functional>
#include <map>
#include <string>

#include "absl/status/status.h"
#include "rezon/decisions/v1/exchange.pb.h"
#include "services/decisions/domain/aggregate.h"

// Relations and suggestions of a resolution file (domain/resolution_file.h).
namespace rezon::decisions {

// Puts them into the file; `local` has the names that points have there.
void WriteLinks(const Aggregate& aggregate, const std::map<std::string, std::string>& local,
                pb::ResolutionExport& file);

// INVALID_ARGUMENT on a field such as `file.relations[2].relation.kind`. The document and the
// points of the file are checked before.
absl::Status CheckLinks(const pb::ResolutionExport& file);

// Gives them to the draft that is made of the file; `real` has the names of its points by those in
// the file, `new_id` gives UUIDs.
void ReadLinks(const pb::ResolutionExport& file, const std::map<std::string, std::string>& real,
               const std::function<std::string()>& new_id, Aggregate& draft);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_RESOLUTION_FILE_LINKS_H_
