#include "services/decisions/handlers/resolutions.h"

#include "services/decisions/domain/addressees.h"
#include "services/decisions/domain/edit.h"
#include "services/decisions/domain/life.h"
#include "services/decisions/handlers/change.h"
#include "services/platform/paging/filter.h"
#include "services/platform/paging/page.h"

namespace rezon::decisions {

absl::Status ResolutionHandlers::Get(server::CallContext& call,
                                     const pb::GetResolutionRequest& request, pb::Resolution* out) {
  auto id = names::ParseUuid("resolutions", request.name());
  if (!id.ok()) return id.status();
  auto resolution = store_.GetResolution(call, *id);
  if (!resolution.ok()) return resolution.status();
  *out = *std::move(resolution);
  return absl::OkStatus();
}

absl::Status ResolutionHandlers::List(server::CallContext& call,
                                      const pb::ListResolutionsRequest& request,
                                      pb::ListResolutionsResponse* out) {
  auto size = paging::PageSize(request.page_size());
  if (!size.ok()) return size.status();
  const std::uint64_t hash = paging::QueryHash({"resolutions", call.region(), request.filter()});
  auto key = paging::ReadToken(request.page_token(), hash, 1);
  if (!key.ok()) return key.status();
  auto filter = paging::ParseFilter(request.filter());
  if (!filter.ok()) return filter.status();
  auto condition = paging::ToSql(filter->get(), store::Store::ResolutionFields(),
                                 store::Store::kListFirstParameter);
  if (!condition.ok()) return condition.status();
  auto rows = store_.ListResolutions(call, *condition, key->empty() ? "" : (*key)[0], *size + 1);
  if (!rows.ok()) return rows.status();
  const bool more = rows->size() > static_cast<std::size_t>(*size);
  if (more) rows->pop_back();
  for (pb::Resolution& row : *rows) *out->add_resolutions() = std::move(row);
  if (more) {
    const std::string last = store::LastId(out->resolutions(out->resolutions_size() - 1).name());
    out->set_next_page_token(paging::MakeToken(hash, {&last, 1}));
  }
  return absl::OkStatus();
}

absl::Status ResolutionHandlers::Update(server::CallContext& call,
                                        const pb::UpdateResolutionRequest& request,
                                        pb::Resolution* out) {
  return ChangeResolution(
      store_, call, "UpdateResolution", request, request.resolution().name(),
      request.resolution().etag(), store::Happening::kChanged,
      [&](Aggregate& aggregate) {
        return ChangeFacts(aggregate, request.resolution(), request.update_mask(),
                           {call.principal().subject, {}});
      },
      out);
}

absl::Status ResolutionHandlers::Submit(server::CallContext& call,
                                        const pb::SubmitResolutionRequest& request,
                                        pb::Resolution* out) {
  return ChangeResolution(
      store_, call, "SubmitResolution", request, request.name(), request.etag(),
      store::Happening::kChanged,
      [](Aggregate& aggregate) { return Apply(Move::kSubmit, aggregate.resolution); }, out);
}

absl::Status ResolutionHandlers::Adopt(server::CallContext& call,
                                       const pb::AdoptResolutionRequest& request,
                                       pb::Resolution* out) {
  return ChangeResolution(
      store_, call, "AdoptResolution", request, request.name(), request.etag(),
      store::Happening::kAdopted,
      [&](Aggregate& aggregate) {
        return rezon::decisions::Adopt(aggregate, request.adopt_date(), today_());
      },
      out);
}

absl::Status ResolutionHandlers::Revoke(server::CallContext& call,
                                        const pb::RevokeResolutionRequest& request,
                                        pb::Resolution* out) {
  return ChangeResolution(
      store_, call, "RevokeResolution", request, request.name(), request.etag(),
      store::Happening::kRevoked,
      [&request](Aggregate& aggregate) {
        return rezon::decisions::Revoke(aggregate, request.reason());
      },
      out);
}

absl::Status ResolutionHandlers::ResolveAddressees(
    server::CallContext& call, const pb::ResolveResolutionAddresseesRequest& request,
    pb::Resolution* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = names::ParseUuid("resolutions", request.name());
  if (!id.ok()) return id.status();
  // Before the transaction, which must not wait for another service.
  auto findings = LookUp(call, *id);
  if (!findings.ok()) return findings.status();
  return ChangeResolution(
      store_, call, "ResolveResolutionAddressees", request, request.name(), request.etag(),
      store::Happening::kChanged,
      [&findings](Aggregate& aggregate) {
        if (absl::Status frozen = CheckOpen(aggregate.resolution); !frozen.ok()) return frozen;
        ApplyFindings(*findings, aggregate);
        ClearUnresolvedWarning(aggregate.resolution);
        Count(aggregate);
        return absl::OkStatus();
      },
      out);
}

absl::StatusOr<Findings> ResolutionHandlers::LookUp(server::CallContext& call,
                                                    const std::string& id) {
  auto aggregate = store_.Load(call, id);
  if (!aggregate.ok()) return aggregate.status();
  // A retry of a lookup that was followed by adoption still gets its answer from the unit of work.
  if (!CheckOpen(aggregate->resolution).ok()) return Findings();
  return directory_.Resolve(call, QuestionOf(*aggregate));
}

}  // namespace rezon::decisions
