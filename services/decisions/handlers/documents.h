#ifndef REZON_SERVICES_DECISIONS_HANDLERS_DOCUMENTS_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_DOCUMENTS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "google/api/httpbody.pb.h"
#include "rezon/decisions/v1/decisions.pb.h"
#include "services/decisions/domain/directory.h"
#include "services/decisions/store/store.h"
#include "services/platform/server/call.h"
#include "services/platform/terms/regime.h"

namespace rezon::decisions {

// Largest file that is taken, in bytes (contract: 32 MiB).
inline constexpr std::size_t kMaxFileBytes = 32u << 20;

// Files in, files out. Thread-safe. Errors as in decisions.proto.
class DocumentHandlers {
 public:
  // All outlive the handlers.
  DocumentHandlers(store::Store& store, Directory& directory,
                   const terms::Regimes& regimes = terms::Regimes::Published())
      : store_(store), directory_(directory), regimes_(regimes) {}

  // The messages of one upload, in order. When the registry does not answer, the draft is stored
  // all the same, with a warning and unresolved addressees.
  absl::Status Import(server::CallContext& call, std::vector<pb::ImportDocumentRequest>& parts,
                      pb::ImportDocumentResponse* out);
  absl::Status Get(server::CallContext& call, const pb::GetDocumentRequest& request,
                   pb::Document* out);
  absl::Status Download(server::CallContext& call, const pb::DownloadDocumentRequest& request,
                        google::api::HttpBody* out);
  absl::Status List(server::CallContext& call, const pb::ListDocumentsRequest& request,
                    pb::ListDocumentsResponse* out);

 private:
  struct Upload;
  absl::Status ReadAndStore(server::CallContext& call, const Upload& upload,
                            pb::ImportDocumentResponse* out);
  // A file of ExportResolution: the draft that it holds, with the document it was read from.
  absl::Status StoreFile(server::CallContext& call, const server::RequestKey& key,
                         const std::string& bytes, pb::ImportDocumentResponse* out);
  // Stores what was read, and answers.
  absl::Status Finish(server::CallContext& call, const server::RequestKey& key,
                      const store::NewDocument& file, std::optional<Aggregate> draft,
                      pb::ImportDocumentResponse* out);
  static pb::ImportDocumentResponse Respond(const store::Imported& imported);

  store::Store& store_;
  Directory& directory_;
  const terms::Regimes& regimes_;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_DOCUMENTS_H_
