#ifndef REZON_SERVICES_DECISIONS_STORE_ROWS_H_
#define REZON_SERVICES_DECISIONS_STORE_ROWS_H_

#include <string>

#include "absl/time/time.h"
#include "google/protobuf/message.h"
#include "google/protobuf/timestamp.pb.h"
#include "rezon/decisions/v1/points.pb.h"
#include "rezon/decisions/v1/resources.pb.h"
#include "services/platform/db/result.h"

// Rows to resources and back. The column lists are in the order in which the readers expect them;
// `first` is the column where the list starts.
namespace rezon::decisions::store {

namespace pb = rezon::decisions::v1;

#define REZON_DOCUMENT_COLUMNS                                                         \
  "d.id, d.region, d.file_name, d.media_type, d.encoding, octet_length(d.content), "   \
  "d.sha256, d.create_time, d.creator, "                                               \
  "(SELECT o.id FROM resolution o WHERE o.region = d.region AND o.document_id = d.id " \
  " ORDER BY o.id LIMIT 1), "                                                          \
  "(SELECT o.id FROM letter o WHERE o.region = d.region AND o.document_id = d.id)"
#define REZON_RESOLUTION_COLUMNS                                                              \
  "r.id, r.region, r.document_id, r.state, r.document_kind, r.display_name, r.territory, "    \
  "r.detail, r.point_count, r.actionable_count, r.unresolved_count, r.revision, "             \
  "r.content_hash, r.adopt_date, r.reader_version, r.create_time, r.update_time, r.version, " \
  "(SELECT coalesce(string_agg(k.letter_id::text, ' ' ORDER BY k.letter_id), '') "            \
  " FROM letter_link k WHERE k.region = r.region AND k.resolution_id = r.id "                 \
  " AND k.state = 'linked')"
#define REZON_POINT_COLUMNS                                                                  \
  "p.id, p.resolution_id, p.ordinal, p.parent_id, p.label, p.body, p.actionable, p.detail, " \
  "p.corrector, p.version"

inline constexpr int kDocumentColumns = 11;
inline constexpr int kResolutionColumns = 19;
inline constexpr int kPointColumns = 10;

void SetTime(absl::Time time, google::protobuf::Timestamp* out);

// What the document holds, by the names of its resolution and its letter; either may be empty.
void SetContents(const std::string& resolution, const std::string& letter, pb::Document* document);

// Without the text.
pb::Document ReadDocument(const db::Result& rows, int row, int first = 0);
pb::Resolution ReadResolution(const db::Result& rows, int row, int first = 0);
pb::Point ReadPoint(const db::Result& rows, int row, int first = 0);

// What has no column of its own, in proto3 JSON.
std::string ResolutionDetail(const pb::Resolution& resolution);
std::string PointDetail(const pb::Point& point);

// proto3 JSON of any message: payloads of events and remembered answers.
std::string ToJson(const google::protobuf::Message& message);
// The reverse, for JSON that this service has written; unknown fields are left out.
void FromJson(std::string_view json, google::protobuf::Message* message);

// The id in `collection/id`, or in the last part of a longer name; empty for an empty name.
std::string LastId(std::string_view name);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_ROWS_H_
