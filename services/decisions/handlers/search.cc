#include <charconv>
#include <optional>
#include <string>

#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/snippet.h"
#include "services/decisions/handlers/points.h"
#include "services/decisions/store/rows.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "services/platform/paging/page.h"

namespace rezon::decisions {
namespace {

constexpr std::size_t kMaxQuery = 1000;
constexpr std::size_t kSnippetCharacters = 240;

// The shortest digits that read back as the same number.
std::string RankText(double rank) {
  char buffer[64];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof(buffer), rank);
  return std::string(buffer, error == std::errc() ? end : buffer);
}

absl::StatusOr<std::optional<store::HitKey>> ReadKey(const std::vector<std::string>& parts) {
  if (parts.empty()) return std::nullopt;
  store::HitKey key{0, parts[1]};
  const char* last = parts[0].data() + parts[0].size();
  auto [end, error] = std::from_chars(parts[0].data(), last, key.rank);
  if (error != std::errc() || end != last || !ids::IsUuid(key.id)) {
    return errors::InvalidField("page_token", "is not a token of this list",
                                "Неверный указатель страницы.");
  }
  return key;
}

}  // namespace

absl::Status PointHandlers::Search(server::CallContext& call,
                                   const pb::SearchPointsRequest& request,
                                   pb::SearchPointsResponse* out) {
  if (absl::Status wrong = CheckText("query", request.query(), kMaxQuery, true); !wrong.ok()) {
    return wrong;
  }
  auto size = paging::PageSize(request.page_size());
  if (!size.ok()) return size.status();
  const std::uint64_t hash = paging::QueryHash({"search", call.region(), request.query()});
  auto parts = paging::ReadToken(request.page_token(), hash, 2);
  if (!parts.ok()) return parts.status();
  auto key = ReadKey(*parts);
  if (!key.ok()) return key.status();
  auto hits = store_.Search(call, request.query(), *key, *size + 1);
  if (!hits.ok()) return hits.status();
  const bool more = hits->size() > static_cast<std::size_t>(*size);
  if (more) hits->pop_back();
  for (store::Hit& hit : *hits) {
    auto* row = out->add_hits();
    row->set_resolution_display_name(hit.resolution_display_name);
    row->set_rank(hit.rank);
    row->set_snippet(MakeSnippet(hit.point.text(), hit.marked, kSnippetCharacters));
    *row->mutable_point() = std::move(hit.point);
  }
  if (more) {
    const auto& last = out->hits(out->hits_size() - 1);
    const std::string next[] = {RankText(last.rank()), store::LastId(last.point().name())};
    out->set_next_page_token(paging::MakeToken(hash, next));
  }
  return absl::OkStatus();
}

}  // namespace rezon::decisions
