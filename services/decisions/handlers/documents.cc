#include "services/decisions/handlers/documents.h"

#include "services/decisions/store/rows.h"
#include "services/platform/ids/names.h"
#include "services/platform/paging/filter.h"
#include "services/platform/paging/page.h"

namespace rezon::decisions {

absl::Status DocumentHandlers::Get(server::CallContext& call, const pb::GetDocumentRequest& request,
                                   pb::Document* out) {
  auto id = names::ParseUuid("documents", request.name());
  if (!id.ok()) return id.status();
  auto document = store_.GetDocument(call, *id);
  if (!document.ok()) return document.status();
  *out = *std::move(document);
  return absl::OkStatus();
}

absl::Status DocumentHandlers::Download(server::CallContext& call,
                                        const pb::DownloadDocumentRequest& request,
                                        google::api::HttpBody* out) {
  auto id = names::ParseUuid("documents", request.name());
  if (!id.ok()) return id.status();
  auto content = store_.Download(call, *id);
  if (!content.ok()) return content.status();
  out->set_content_type(content->first);
  out->set_data(std::move(content->second));
  return absl::OkStatus();
}

absl::Status DocumentHandlers::List(server::CallContext& call,
                                    const pb::ListDocumentsRequest& request,
                                    pb::ListDocumentsResponse* out) {
  auto size = paging::PageSize(request.page_size());
  if (!size.ok()) return size.status();
  const std::uint64_t hash = paging::QueryHash({"documents", call.region(), request.filter()});
  auto key = paging::ReadToken(request.page_token(), hash, 1);
  if (!key.ok()) return key.status();
  auto filter = paging::ParseFilter(request.filter());
  if (!filter.ok()) return filter.status();
  auto condition = paging::ToSql(filter->get(), store::Store::DocumentFields(),
                                 store::Store::kListFirstParameter);
  if (!condition.ok()) return condition.status();
  auto documents = store_.ListDocuments(call, *condition, key->empty() ? "" : (*key)[0], *size + 1);
  if (!documents.ok()) return documents.status();
  const bool more = documents->size() > static_cast<std::size_t>(*size);
  if (more) documents->pop_back();
  for (pb::Document& document : *documents) *out->add_documents() = std::move(document);
  if (more) {
    const std::string last = store::LastId(out->documents(out->documents_size() - 1).name());
    out->set_next_page_token(paging::MakeToken(hash, {&last, 1}));
  }
  return absl::OkStatus();
}

}  // namespace rezon::decisions
