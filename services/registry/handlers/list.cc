#include "services/registry/handlers/list.h"

#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "services/platform/paging/page.h"
#include "services/registry/handlers/filters.h"

namespace rezon::registry {
namespace {

// $1 region, $2 and $3 the key to go on after, $4 the limit.
constexpr int kFirstParameter = 5;

}  // namespace

absl::StatusOr<ListAnswer> ListPage(store::Resources& store, const server::CallContext& call,
                                    const ResourceType& type, const ListQuestion& question) {
  auto size = paging::PageSize(question.page_size);
  if (!size.ok()) return size.status();
  const std::uint64_t hash = paging::QueryHash({type.collection, call.region(), question.filter});
  auto after = paging::ReadToken(question.page_token, hash, 2);
  if (!after.ok()) return after.status();
  if (!after->empty() && !ids::IsUuid((*after)[1])) {
    return errors::InvalidField("page_token", "is not a token of this list",
                                "Неверный указатель страницы");
  }
  auto filter = paging::ParseFilter(question.filter);
  if (!filter.ok()) return filter.status();
  auto condition = paging::ToSql(filter->get(), FilterFields(type), kFirstParameter);
  if (!condition.ok()) return condition.status();
  // One row more tells whether there is a next page.
  auto page = store.List(call, type, *condition, *after, *size + 1);
  if (!page.ok()) return page.status();
  ListAnswer answer{std::move(page->rows), ""};
  if (answer.rows.size() > static_cast<size_t>(*size)) {
    answer.rows.resize(*size);
    answer.next_page_token = paging::MakeToken(hash, page->keys[*size - 1]);
  }
  return answer;
}

}  // namespace rezon::registry
