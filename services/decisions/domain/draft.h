#ifndef REZON_SERVICES_DECISIONS_DOMAIN_DRAFT_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_DRAFT_H_

#include <functional>
#include <string>

#include "services/decisions/domain/aggregate.h"
#include "services/decisions/reader/document.h"

namespace rezon::decisions {

// Names that a new draft gets.
struct DraftNames {
  std::string region;
  // Ids of the document and the resolution, without collection.
  std::string document_id;
  std::string resolution_id;
  // Makes the id of a point.
  std::function<std::string()> new_id;
};

// Turns what the reader read, of a file that holds a resolution, into a draft with points,
// relations and suggestions; all addressees and targets are still to be looked up. Pure.
Aggregate MakeDraft(const reader::Document& document, const DraftNames& names);

// Media type of what the reader recognised, for example `text/plain`.
std::string MediaType(reader::Format format);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_DRAFT_H_
