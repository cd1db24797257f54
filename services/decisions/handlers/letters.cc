#include "services/decisions/handlers/letters.h"

#include <string>
#include <utility>

#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/letters.h"
#include "services/decisions/handlers/access.h"
#include "services/decisions/store/rows.h"
#include "services/platform/ids/names.h"
#include "services/platform/paging/filter.h"
#include "services/platform/paging/page.h"

namespace rezon::decisions {

absl::Status LetterHandlers::Get(server::CallContext& call, const pb::GetLetterRequest& request,
                                 pb::Letter* out) {
  auto id = names::ParseUuid("letters", request.name());
  if (!id.ok()) return id.status();
  auto letter = store_.Get(call, *id);
  if (!letter.ok()) return letter.status();
  *out = *std::move(letter);
  return absl::OkStatus();
}

absl::Status LetterHandlers::List(server::CallContext& call, const pb::ListLettersRequest& request,
                                  pb::ListLettersResponse* out) {
  std::string resolution;
  if (!request.parent().empty()) {
    auto id = names::ParseUuid("resolutions", request.parent(), "parent");
    if (!id.ok()) return id.status();
    resolution = *id;
  }
  auto size = paging::PageSize(request.page_size());
  if (!size.ok()) return size.status();
  const std::uint64_t hash =
      paging::QueryHash({"letters", call.region(), request.parent(), request.filter()});
  auto key = paging::ReadToken(request.page_token(), hash, 1);
  if (!key.ok()) return key.status();
  auto filter = paging::ParseFilter(request.filter());
  if (!filter.ok()) return filter.status();
  auto condition = paging::ToSql(filter->get(), store::LetterStore::LetterFields(),
                                 store::LetterStore::kListFirstParameter);
  if (!condition.ok()) return condition.status();
  auto rows = store_.List(call, resolution, *condition, key->empty() ? "" : (*key)[0], *size + 1);
  if (!rows.ok()) return rows.status();
  const bool more = rows->size() > static_cast<std::size_t>(*size);
  if (more) rows->pop_back();
  for (pb::Letter& row : *rows) *out->add_letters() = std::move(row);
  if (more) {
    const std::string last = store::LastId(out->letters(out->letters_size() - 1).name());
    out->set_next_page_token(paging::MakeToken(hash, {&last, 1}));
  }
  return absl::OkStatus();
}

absl::Status LetterHandlers::Update(server::CallContext& call,
                                    const pb::UpdateLetterRequest& request, pb::Letter* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = names::ParseUuid("letters", request.letter().name(), "letter.name");
  if (!id.ok()) return id.status();
  auto key = MakeKey("UpdateLetter", request.request_id(), request);
  if (!key.ok()) return key.status();
  store::LetterStore::Change change;
  change.key = *key;
  change.id = *id;
  change.version = ReadEtag(request.letter().etag());
  change.action = pb::Correction::ACTION_UPDATE_LETTER;
  change.change = [&](const std::string&, pb::Letter& letter) {
    return ChangeLetter(request.letter(), request.update_mask(), letter);
  };
  return Apply(call, change, out);
}

absl::Status LetterHandlers::Link(server::CallContext& call, const pb::LinkLetterRequest& request,
                                  pb::Letter* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = names::ParseUuid("letters", request.name());
  if (!id.ok()) return id.status();
  auto resolution = names::ParseUuid("resolutions", request.resolution(), "resolution");
  if (!resolution.ok()) return resolution.status();
  auto key = MakeKey("LinkLetter", request.request_id(), request);
  if (!key.ok()) return key.status();
  store::LetterStore::Change change;
  change.key = *key;
  change.id = *id;
  change.version = ReadEtag(request.etag());
  change.resolution = *resolution;
  change.event = "letter.linked";
  change.action = pb::Correction::ACTION_LINK_LETTER;
  change.validate_only = request.validate_only();
  change.change = [&](const std::string& title, pb::Letter& letter) {
    return LinkTo(request.resolution(), title, call.principal().subject, letter);
  };
  return Apply(call, change, out);
}

absl::Status LetterHandlers::Unlink(server::CallContext& call,
                                    const pb::UnlinkLetterRequest& request, pb::Letter* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = names::ParseUuid("letters", request.name());
  if (!id.ok()) return id.status();
  std::string resolution;
  if (!request.resolution().empty()) {
    auto named = names::ParseUuid("resolutions", request.resolution(), "resolution");
    if (!named.ok()) return named.status();
    resolution = *named;
  }
  auto key = MakeKey("UnlinkLetter", request.request_id(), request);
  if (!key.ok()) return key.status();
  store::LetterStore::Change change;
  change.key = *key;
  change.id = *id;
  change.version = ReadEtag(request.etag());
  change.resolution = resolution;
  change.event = "letter.unlinked";
  change.action = pb::Correction::ACTION_UNLINK_LETTER;
  change.validate_only = request.validate_only();
  change.change = [&](const std::string&, pb::Letter& letter) {
    return UnlinkFrom(request.resolution(), call.principal().subject, letter);
  };
  return Apply(call, change, out);
}

absl::Status LetterHandlers::Match(server::CallContext& call, const pb::MatchLetterRequest& request,
                                   pb::Letter* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = names::ParseUuid("letters", request.name());
  if (!id.ok()) return id.status();
  auto key = MakeKey("MatchLetter", request.request_id(), request);
  if (!key.ok()) return key.status();
  auto json = store_.Match(call, *key, *id, ReadEtag(request.etag()));
  if (!json.ok()) return json.status();
  store::FromJson(*json, out);
  return absl::OkStatus();
}

absl::Status LetterHandlers::ListCorrections(server::CallContext& call,
                                             const pb::ListLetterCorrectionsRequest& request,
                                             pb::ListLetterCorrectionsResponse* out) {
  auto id = names::ParseUuid("letters", request.parent(), "parent");
  if (!id.ok()) return id.status();
  auto size = paging::PageSize(request.page_size());
  if (!size.ok()) return size.status();
  const std::uint64_t hash =
      paging::QueryHash({"letterCorrections", call.region(), request.parent()});
  auto key = paging::ReadToken(request.page_token(), hash, 1);
  if (!key.ok()) return key.status();
  auto rows = store_.ListCorrections(call, *id, key->empty() ? "" : (*key)[0], *size + 1);
  if (!rows.ok()) return rows.status();
  const bool more = rows->size() > static_cast<std::size_t>(*size);
  if (more) rows->pop_back();
  for (pb::Correction& row : *rows) *out->add_corrections() = std::move(row);
  if (more) {
    const std::string last = store::LastId(out->corrections(out->corrections_size() - 1).name());
    out->set_next_page_token(paging::MakeToken(hash, {&last, 1}));
  }
  return absl::OkStatus();
}

absl::Status LetterHandlers::Apply(server::CallContext& call,
                                   const store::LetterStore::Change& change, pb::Letter* out) {
  auto json = store_.Apply(call, change);
  if (!json.ok()) return json.status();
  store::FromJson(*json, out);
  return absl::OkStatus();
}

}  // namespace rezon::decisions
