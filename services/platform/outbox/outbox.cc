#include "services/platform/outbox/outbox.h"

#include <string>
#include <vector>

#include "services/platform/trace/context.h"

namespace rezon::outbox {
namespace {

constexpr db::Statement kAppend{
    "append_outbox",
    "INSERT INTO outbox (subject, revision, type, payload, actor, region, traceparent) "
    "SELECT e.subject, e.revision, e.type, e.payload, e.actor, e.region, $7 "
    "FROM unnest($1::text[], $2::int8[], $3::text[], $4::jsonb[], $5::text[], $6::text[]) "
    "WITH ORDINALITY AS e(subject, revision, type, payload, actor, region, n) ORDER BY e.n"};

}  // namespace

void Append(db::Transaction& transaction, absl::Span<const NewEvent> events) {
  if (events.empty()) return;
  std::vector<std::string> subjects, types, payloads, actors, regions;
  std::vector<std::int64_t> revisions;
  for (const NewEvent& event : events) {
    subjects.push_back(event.subject);
    revisions.push_back(event.revision);
    types.push_back(event.type);
    payloads.push_back(event.payload);
    actors.push_back(event.actor);
    regions.push_back(event.region);
  }
  transaction.Queue(kAppend, db::Params()
                                 .TextArray(subjects)
                                 .IntArray(revisions)
                                 .TextArray(types)
                                 .TextArray(payloads)
                                 .TextArray(actors)
                                 .TextArray(regions)
                                 .Text(trace::FormatTraceparent(trace::Current())));
}

}  // namespace rezon::outbox
