#include "services/decisions/handlers/points.h"

#include <charconv>

#include "services/decisions/domain/addressees.h"
#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/names.h"
#include "services/decisions/handlers/access.h"
#include "services/decisions/store/rows.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"
#include "services/platform/paging/page.h"

namespace rezon::decisions {
namespace {

absl::StatusOr<std::int64_t> ReadOrdinal(const std::vector<std::string>& key) {
  std::int64_t ordinal = 0;
  if (key.empty()) return ordinal;
  const char* last = key[0].data() + key[0].size();
  auto [end, error] = std::from_chars(key[0].data(), last, ordinal);
  if (error == std::errc() && end == last) return ordinal;
  return errors::InvalidField("page_token", "is not a token of this list",
                              "Неверный указатель страницы.");
}

std::string JsonOf(const Aggregate& aggregate, const std::string& name) {
  for (const pb::Point& point : aggregate.points) {
    if (point.name() == name) return store::ToJson(point);
  }
  return "{}";
}

}  // namespace

absl::Status PointHandlers::Get(server::CallContext& call, const pb::GetPointRequest& request,
                                pb::Point* out) {
  auto id = ParsePointName(request.name(), "name");
  if (!id.ok()) return id.status();
  auto point = store_.GetPoint(call, id->resolution, id->point);
  if (!point.ok()) return point.status();
  *out = *std::move(point);
  return absl::OkStatus();
}

absl::Status PointHandlers::List(server::CallContext& call, const pb::ListPointsRequest& request,
                                 pb::ListPointsResponse* out) {
  auto id = names::ParseUuid("resolutions", request.parent(), "parent");
  if (!id.ok()) return id.status();
  auto size = paging::PageSize(request.page_size());
  if (!size.ok()) return size.status();
  const std::uint64_t hash = paging::QueryHash({"points", call.region(), request.parent()});
  auto key = paging::ReadToken(request.page_token(), hash, 1);
  if (!key.ok()) return key.status();
  auto after = ReadOrdinal(*key);
  if (!after.ok()) return after.status();
  auto points = store_.ListPoints(call, *id, *after, *size + 1);
  if (!points.ok()) return points.status();
  const bool more = points->size() > static_cast<std::size_t>(*size);
  if (more) points->pop_back();
  for (pb::Point& point : *points) *out->add_points() = std::move(point);
  if (more) {
    const std::string last = std::to_string(out->points(out->points_size() - 1).ordinal());
    out->set_next_page_token(paging::MakeToken(hash, {&last, 1}));
  }
  return absl::OkStatus();
}

absl::Status PointHandlers::Create(server::CallContext& call, const pb::CreatePointRequest& request,
                                   pb::Point* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = names::ParseUuid("resolutions", request.parent(), "parent");
  if (!id.ok()) return id.status();
  if (!request.point().name().empty()) {
    return errors::InvalidField("point.name", "must be empty", "Имя нового пункта задаёт система.");
  }
  auto key = MakeKey("CreatePoint", request.request_id(), request);
  if (!key.ok()) return key.status();
  auto editor = MakeEditor(call, *id, request.point());
  if (!editor.ok()) return editor.status();
  const std::string name = PointName(*id, ids::NewUuid());
  auto change = [&](Aggregate& aggregate) {
    return AddPoint(aggregate, request.point(), name, request.after(), *editor).status();
  };
  auto answer = [&name](const Aggregate& aggregate) { return JsonOf(aggregate, name); };
  auto json =
      store_.Apply(call, {*key, *id, std::nullopt, store::Happening::kChanged, change, answer});
  if (!json.ok()) return json.status();
  store::FromJson(*json, out);
  return absl::OkStatus();
}

absl::Status PointHandlers::Update(server::CallContext& call, const pb::UpdatePointRequest& request,
                                   pb::Point* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = ParsePointName(request.point().name(), "point.name");
  if (!id.ok()) return id.status();
  auto key = MakeKey("UpdatePoint", request.request_id(), request);
  if (!key.ok()) return key.status();
  auto editor = MakeEditor(call, id->resolution, request.point());
  if (!editor.ok()) return editor.status();
  auto change = [&](Aggregate& aggregate) {
    return ChangePoint(aggregate, request.point(), request.update_mask(), *editor).status();
  };
  auto answer = [&request](const Aggregate& aggregate) {
    return JsonOf(aggregate, request.point().name());
  };
  auto json = store_.Apply(
      call, {*key, id->resolution, std::nullopt, store::Happening::kChanged, change, answer});
  if (!json.ok()) return json.status();
  store::FromJson(*json, out);
  return absl::OkStatus();
}

absl::Status PointHandlers::Delete(server::CallContext& call, const pb::DeletePointRequest& request,
                                   pb::DeletePointResponse*) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = ParsePointName(request.name(), "name");
  if (!id.ok()) return id.status();
  auto key = MakeKey("DeletePoint", request.request_id(), request);
  if (!key.ok()) return key.status();
  auto change = [&](Aggregate& aggregate) {
    return DropPoint(aggregate, request.name(), request.etag(), {call.principal().subject, {}});
  };
  auto answer = [](const Aggregate&) { return std::string("{}"); };
  return store_
      .Apply(call, {*key, id->resolution, std::nullopt, store::Happening::kChanged, change, answer})
      .status();
}

absl::StatusOr<Editor> PointHandlers::MakeEditor(server::CallContext& call,
                                                 const std::string& resolution,
                                                 const pb::Point& point) {
  Editor editor{call.principal().subject, {}};
  if (MissingNames(point, {}).empty()) return editor;
  if (absl::Status wrong = CheckAddressees("point", point); !wrong.ok()) return wrong;
  auto aggregate = store_.Load(call, resolution);
  if (!aggregate.ok()) return aggregate.status();
  editor.names = KnownNames(*aggregate);
  auto missing = MissingNames(point, editor.names);
  if (missing.empty()) return editor;
  auto found = directory_.DisplayNames(call, missing);
  if (found.status().code() == absl::StatusCode::kNotFound) {
    return errors::InvalidField("point.addressees",
                                "names a target that the registry does not know",
                                "Такого исполнителя нет в реестре.");
  }
  if (!found.ok()) return found.status();
  editor.names.insert(found->begin(), found->end());
  return editor;
}

}  // namespace rezon::decisions
