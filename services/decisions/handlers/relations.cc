#include "services/decisions/handlers/relations.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/relations.h"
#include "services/decisions/handlers/access.h"
#include "services/decisions/reader/duplicates/bands.h"
#include "services/decisions/store/rows.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/paging/page.h"

namespace rezon::decisions {
namespace {

constexpr std::size_t kMaxReason = 4000;

absl::Status WrongToken() {
  return errors::InvalidField("page_token", "is not a token of this list",
                              "Неверный указатель страницы.");
}

// What a list asks for, read from its request.
struct Page {
  std::string resolution;
  int size = 0;
  std::uint64_t hash = 0;
  std::vector<std::string> key;  // of the row before; empty on the first page
};

template <typename Request>
absl::StatusOr<Page> ReadPage(const server::CallContext& call, std::string_view list,
                              const Request& request, std::size_t columns,
                              const std::string& more = "") {
  auto id = names::ParseUuid("resolutions", request.parent(), "parent");
  if (!id.ok()) return id.status();
  auto size = paging::PageSize(request.page_size());
  if (!size.ok()) return size.status();
  Page page{*id, *size, paging::QueryHash({list, call.region(), request.parent(), more}), {}};
  auto key = paging::ReadToken(request.page_token(), page.hash, columns);
  if (!key.ok()) return key.status();
  page.key = *std::move(key);
  return page;
}

absl::StatusOr<std::int64_t> OrdinalOf(const Page& page) {
  std::int64_t ordinal = 0;
  if (page.key.empty()) return ordinal;
  const char* last = page.key[0].data() + page.key[0].size();
  auto [end, error] = std::from_chars(page.key[0].data(), last, ordinal);
  if (error != std::errc() || end != last || ordinal < 0) return WrongToken();
  return ordinal;
}

// Rows that are numbered in their resolution: `list` reads them, `add` gives the place of one.
template <typename Row, typename List, typename Add>
absl::Status ListNumbered(const Page& page, List list, Add add, std::string* next) {
  auto after = OrdinalOf(page);
  if (!after.ok()) return after.status();
  std::vector<std::int64_t> ordinals;
  absl::StatusOr<std::vector<Row>> rows = list(*after, page.size + 1, &ordinals);
  if (!rows.ok()) return rows.status();
  const bool more = rows->size() > static_cast<std::size_t>(page.size);
  if (more) rows->pop_back();
  for (Row& row : *rows) *add() = std::move(row);
  if (!more) return absl::OkStatus();
  const std::string last = std::to_string(ordinals[rows->size() - 1]);
  *next = paging::MakeToken(page.hash, {&last, 1});
  return absl::OkStatus();
}

}  // namespace

absl::Status RelationHandlers::List(server::CallContext& call,
                                    const pb::ListRelationsRequest& request,
                                    pb::ListRelationsResponse* out) {
  auto page = ReadPage(call, "relations", request, 1);
  if (!page.ok()) return page.status();
  return ListNumbered<pb::Relation>(
      *page,
      [&](std::int64_t after, int limit, std::vector<std::int64_t>* ordinals) {
        return store_.List(call, page->resolution, after, limit, ordinals);
      },
      [out] { return out->add_relations(); }, out->mutable_next_page_token());
}

absl::Status RelationHandlers::ListIncoming(server::CallContext& call,
                                            const pb::ListIncomingRelationsRequest& request,
                                            pb::ListIncomingRelationsResponse* out) {
  auto page = ReadPage(call, "incomingRelations", request, 1);
  if (!page.ok()) return page.status();
  std::optional<RelationId> after;
  if (!page->key.empty()) {
    auto id = ParseRelationName(page->key[0]);
    if (!id.ok()) return WrongToken();
    after = *id;
  }
  auto rows = store_.ListIncoming(call, page->resolution, after, page->size + 1);
  if (!rows.ok()) return rows.status();
  const bool more = rows->size() > static_cast<std::size_t>(page->size);
  if (more) rows->pop_back();
  for (pb::Relation& row : *rows) *out->add_relations() = std::move(row);
  if (more) {
    const std::string last = out->relations(out->relations_size() - 1).name();
    out->set_next_page_token(paging::MakeToken(page->hash, {&last, 1}));
  }
  return absl::OkStatus();
}

absl::Status RelationHandlers::Get(server::CallContext& call, const pb::GetRelationRequest& request,
                                   pb::Relation* out) {
  auto id = ParseRelationName(request.name());
  if (!id.ok()) return id.status();
  auto relation = store_.Get(call, *id);
  if (!relation.ok()) return relation.status();
  *out = *std::move(relation);
  return absl::OkStatus();
}

absl::Status RelationHandlers::Confirm(server::CallContext& call,
                                       const pb::ConfirmRelationRequest& request,
                                       pb::Relation* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = ParseRelationName(request.name());
  if (!id.ok()) return id.status();
  std::optional<TargetId> target;
  if (!request.target().empty()) {
    auto named = ParseTarget(request.target());
    if (!named.ok()) return named.status();
    target = *named;
  }
  auto key = MakeKey("ConfirmRelation", request.request_id(), request);
  if (!key.ok()) return key.status();
  auto json = store_.Decide(
      call, {*key, *id, ReadEtag(request.etag()), {pb::Relation::STATE_CONFIRMED, ""}, target});
  if (!json.ok()) return json.status();
  store::FromJson(*json, out);
  return absl::OkStatus();
}

absl::Status RelationHandlers::Reject(server::CallContext& call,
                                      const pb::RejectRelationRequest& request, pb::Relation* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = ParseRelationName(request.name());
  if (!id.ok()) return id.status();
  if (absl::Status wrong = CheckText("reason", request.reason(), kMaxReason, false); !wrong.ok()) {
    return wrong;
  }
  auto key = MakeKey("RejectRelation", request.request_id(), request);
  if (!key.ok()) return key.status();
  auto json = store_.Decide(call, {*key,
                                   *id,
                                   ReadEtag(request.etag()),
                                   {pb::Relation::STATE_REJECTED, request.reason()},
                                   std::nullopt});
  if (!json.ok()) return json.status();
  store::FromJson(*json, out);
  return absl::OkStatus();
}

absl::Status RelationHandlers::Match(server::CallContext& call,
                                     const pb::MatchRelationsRequest& request,
                                     pb::MatchRelationsResponse* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = names::ParseUuid("resolutions", request.parent(), "parent");
  if (!id.ok()) return id.status();
  auto key = MakeKey("MatchRelations", request.request_id(), request);
  if (!key.ok()) return key.status();
  auto json = store_.Match(call, *key, *id);
  if (!json.ok()) return json.status();
  store::FromJson(*json, out);
  return absl::OkStatus();
}

absl::Status RelationHandlers::ListDuplicates(server::CallContext& call,
                                              const pb::ListPointDuplicatesRequest& request,
                                              pb::ListPointDuplicatesResponse* out) {
  const double given = request.min_similarity();
  if (!(given >= 0 && given <= 1)) {
    return errors::InvalidField("min_similarity", "must be between 0 and 1",
                                "Сходство должно быть от 0 до 1.");
  }
  const double least = given == 0 ? reader::kLikelyDuplicate : given;
  auto page = ReadPage(call, "pointDuplicates", request, 1, std::to_string(least));
  if (!page.ok()) return page.status();
  auto after = OrdinalOf(*page);
  if (!after.ok()) return after.status();
  auto rows = store_.Duplicates(call, page->resolution, least);
  if (!rows.ok()) return rows.status();
  const std::size_t first = std::min(static_cast<std::size_t>(*after), rows->size());
  const std::size_t last = std::min(rows->size(), first + static_cast<std::size_t>(page->size));
  for (std::size_t i = first; i < last; ++i) *out->add_duplicates() = std::move((*rows)[i]);
  if (last < rows->size()) {
    const std::string next = std::to_string(last);
    out->set_next_page_token(paging::MakeToken(page->hash, {&next, 1}));
  }
  return absl::OkStatus();
}

absl::Status RelationHandlers::ListSuggestions(server::CallContext& call,
                                               const pb::ListSuggestionsRequest& request,
                                               pb::ListSuggestionsResponse* out) {
  auto page = ReadPage(call, "suggestions", request, 1);
  if (!page.ok()) return page.status();
  return ListNumbered<pb::Suggestion>(
      *page,
      [&](std::int64_t after, int limit, std::vector<std::int64_t>* ordinals) {
        return store_.ListSuggestions(call, page->resolution, after, limit, ordinals);
      },
      [out] { return out->add_suggestions(); }, out->mutable_next_page_token());
}

}  // namespace rezon::decisions
