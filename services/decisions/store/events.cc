#include "services/decisions/store/events.h"

#include <string>
#include <vector>

#include "services/decisions/domain/etag.h"
#include "services/decisions/store/rows.h"
#include "services/platform/outbox/outbox.h"

namespace rezon::decisions::store {
namespace {

const char* TypeOf(Happening happening) {
  switch (happening) {
    case Happening::kDrafted:
      return "resolution.drafted";
    case Happening::kAdopted:
      return "resolution.adopted";
    case Happening::kRevoked:
      return "resolution.revoked";
    case Happening::kChanged:
      break;
  }
  return "resolution.changed";
}

outbox::NewEvent Event(const server::CallContext& call, const std::string& subject,
                       const std::string& etag) {
  outbox::NewEvent event;
  event.subject = subject;
  event.revision = ReadEtag(etag).value_or(1);
  event.actor = call.principal().subject;
  event.region = call.region();
  return event;
}

void TellSuggestions(const server::CallContext& call, const Aggregate& aggregate,
                     std::vector<outbox::NewEvent>& events) {
  for (const pb::Suggestion& suggestion : aggregate.suggestions) {
    if (aggregate.decided_suggestions.count(suggestion.name()) == 0) continue;
    events.push_back(Event(call, suggestion.name(), suggestion.etag()));
    events.back().type = suggestion.state() == pb::Suggestion::STATE_TAKEN ? "suggestion.taken"
                                                                           : "suggestion.dismissed";
    events.back().payload = ToJson(suggestion);
  }
}

void TellRelations(const server::CallContext& call, const Aggregate& aggregate,
                   std::vector<outbox::NewEvent>& events) {
  for (const ToldRelation& told : aggregate.relations) {
    if (aggregate.added_relations.count(told.relation.name()) == 0) continue;
    events.push_back(Event(call, told.relation.name(), told.relation.etag()));
    events.back().type = "relation.confirmed";
    events.back().payload = ToJson(told.relation);
  }
  for (const pb::Relation& removed : aggregate.removed_relations) {
    events.push_back(Event(call, removed.name(), removed.etag()));
    ++events.back().revision;
    events.back().type = "relation.removed";
    events.back().payload = ToJson(removed);
  }
}

// A point is never without a name, so its JSON object is never empty.
std::string PointPayload(const pb::Point& point, const std::string& resolution) {
  return "{\"resolution\":\"" + resolution + "\"," + ToJson(point).substr(1);
}

}  // namespace

void Tell(db::Transaction& transaction, const server::CallContext& call, Happening happening,
          const Aggregate& aggregate) {
  const pb::Resolution& resolution = aggregate.resolution;
  std::vector<outbox::NewEvent> events;
  events.push_back(Event(call, resolution.name(), resolution.etag()));
  events.back().type = TypeOf(happening);
  events.back().payload = ToJson(resolution);
  if (happening == Happening::kAdopted) {
    for (const pb::Point& point : aggregate.points) {
      events.push_back(Event(call, point.name(), point.etag()));
      events.back().type = "point.adopted";
      events.back().payload = PointPayload(point, resolution.name());
    }
  }
  TellSuggestions(call, aggregate, events);
  TellRelations(call, aggregate, events);
  outbox::Append(transaction, events);
}

}  // namespace rezon::decisions::store
