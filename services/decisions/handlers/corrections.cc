#include "services/decisions/handlers/corrections.h"

#include <string>
#include <vector>

#include "services/decisions/domain/merge.h"
#include "services/decisions/domain/move.h"
#include "services/decisions/domain/names.h"
#include "services/decisions/domain/split.h"
#include "services/decisions/handlers/access.h"
#include "services/decisions/handlers/change.h"
#include "services/decisions/store/rows.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"
#include "services/platform/paging/page.h"

namespace rezon::decisions {
namespace {

Editor EditorOf(const server::CallContext& call) { return {call.principal().subject, {}}; }

}  // namespace

absl::Status CorrectionHandlers::Split(server::CallContext& call,
                                       const pb::SplitPointRequest& request,
                                       pb::SplitPointResponse* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = ParsePointName(request.name(), "name");
  if (!id.ok()) return id.status();
  // The text never changes but by a re-read, whose new spans make the point's etag stale.
  auto source = store_.GetSourceText(call, id->resolution);
  if (!source.ok()) return source.status();
  Cuts cuts;
  cuts.name = request.name();
  cuts.etag = request.etag();
  cuts.offsets = {request.offsets().begin(), request.offsets().end()};
  cuts.as_proposed = request.as_proposed();
  cuts.source = *source;
  cuts.new_name = [&] {
    return request.validate_only() ? "" : PointName(id->resolution, ids::NewUuid());
  };
  Parts parts;
  Work work;
  work.method = "SplitPoint";
  work.resolution_id = id->resolution;
  work.change = [&](Aggregate& aggregate) {
    auto made = SplitPoint(aggregate, cuts, EditorOf(call));
    if (made.ok()) parts = *made;
    return made.status();
  };
  work.answer = [&](const Aggregate& changed, google::protobuf::Message* message) {
    auto* response = static_cast<pb::SplitPointResponse*>(message);
    for (std::size_t i = 0; i < parts.count; ++i) {
      *response->add_points() = changed.points[parts.first + i];
    }
  };
  return Do(store_, call, request, work, out);
}

absl::Status CorrectionHandlers::Merge(server::CallContext& call,
                                       const pb::MergePointsRequest& request, pb::Point* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = names::ParseUuid("resolutions", request.parent(), "parent");
  if (!id.ok()) return id.status();
  std::size_t place = 0;
  Work work;
  work.method = "MergePoints";
  work.resolution_id = *id;
  work.etag = request.etag();
  work.change = [&](Aggregate& aggregate) {
    auto whole = MergePoints(aggregate, {request.names().begin(), request.names().end()},
                             request.separator(), EditorOf(call));
    if (whole.ok()) place = *whole;
    return whole.status();
  };
  work.answer = [&](const Aggregate& changed, google::protobuf::Message* message) {
    message->CopyFrom(changed.points[place]);
  };
  return Do(store_, call, request, work, out);
}

absl::Status CorrectionHandlers::Move(server::CallContext& call,
                                      const pb::MovePointRequest& request, pb::Point* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = ParsePointName(request.name(), "name");
  if (!id.ok()) return id.status();
  std::size_t place = 0;
  Work work;
  work.method = "MovePoint";
  work.resolution_id = id->resolution;
  work.change = [&](Aggregate& aggregate) {
    auto moved =
        MovePoint(aggregate, {request.name(), request.etag(), request.parent(), request.after()},
                  EditorOf(call));
    if (moved.ok()) place = *moved;
    return moved.status();
  };
  work.answer = [&](const Aggregate& changed, google::protobuf::Message* message) {
    message->CopyFrom(changed.points[place]);
  };
  return Do(store_, call, request, work, out);
}

absl::Status CorrectionHandlers::List(server::CallContext& call,
                                      const pb::ListCorrectionsRequest& request,
                                      pb::ListCorrectionsResponse* out) {
  auto id = names::ParseUuid("resolutions", request.parent(), "parent");
  if (!id.ok()) return id.status();
  std::string point;
  if (!request.point().empty()) {
    auto parsed = ParsePointName(request.point(), "point");
    if (!parsed.ok()) return parsed.status();
    point = parsed->point;
  }
  auto size = paging::PageSize(request.page_size());
  if (!size.ok()) return size.status();
  const std::uint64_t hash =
      paging::QueryHash({"corrections", call.region(), request.parent(), request.point()});
  auto key = paging::ReadToken(request.page_token(), hash, 1);
  if (!key.ok()) return key.status();
  auto rows = store_.ListCorrections(call, *id, point, key->empty() ? "" : (*key)[0], *size + 1);
  if (!rows.ok()) return rows.status();
  const bool more = rows->size() > static_cast<std::size_t>(*size);
  if (more) rows->pop_back();
  for (pb::Correction& row : *rows) *out->add_corrections() = std::move(row);
  if (more) {
    const auto& last = out->corrections(out->corrections_size() - 1);
    const std::string last_id = store::LastId(last.name());
    out->set_next_page_token(paging::MakeToken(hash, {&last_id, 1}));
  }
  return absl::OkStatus();
}

}  // namespace rezon::decisions
