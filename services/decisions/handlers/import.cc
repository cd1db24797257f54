#include <string>
#include <utility>

#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/digest.h"
#include "services/decisions/domain/draft.h"
#include "services/decisions/domain/letters.h"
#include "services/decisions/domain/resolution_file.h"
#include "services/decisions/handlers/access.h"
#include "services/decisions/handlers/documents.h"
#include "services/decisions/handlers/lookup.h"
#include "services/decisions/handlers/read_file.h"
#include "services/decisions/handlers/unreadable.h"
#include "services/decisions/reader/reader.h"
#include "services/decisions/store/rows.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"

namespace rezon::decisions {
namespace {

constexpr std::size_t kMaxFileName = 255;

// Browsers and scripts may send a path; only its last part is a name.
std::string BaseName(const std::string& file_name) {
  const std::size_t slash = file_name.find_last_of("/\\");
  return slash == std::string::npos ? file_name : file_name.substr(slash + 1);
}

store::NewDocument MakeDocument(const reader::Document& read, const std::string& file_name,
                                const std::string& sha256, const std::string& content) {
  store::NewDocument file;
  file.document.set_name(names::Join("documents", ids::NewUuid()));
  file.document.set_file_name(file_name);
  file.document.set_media_type(MediaType(read.format));
  file.document.set_encoding(read.encoding);
  file.document.set_sha256(sha256);
  file.document.set_text(read.text);
  file.content = content;
  return file;
}

}  // namespace

struct DocumentHandlers::Upload {
  std::string file_name;
  std::string media_type;
  std::string as_of_date;
  std::string content;
  std::string sha256;
  server::RequestKey key;
};

pb::ImportDocumentResponse DocumentHandlers::Respond(const store::Imported& imported) {
  pb::ImportDocumentResponse response;
  *response.mutable_document() = imported.document;
  if (imported.resolution) *response.mutable_resolution() = *imported.resolution;
  if (imported.letter) *response.mutable_letter() = *imported.letter;
  response.set_already_imported(imported.already);
  return response;
}

absl::Status DocumentHandlers::Import(server::CallContext& call,
                                      std::vector<pb::ImportDocumentRequest>& parts,
                                      pb::ImportDocumentResponse* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  if (parts.empty()) {
    return errors::InvalidField("file", "no message was sent", "Файл не передан.");
  }
  Upload upload;
  upload.file_name = BaseName(parts[0].file_name());
  upload.media_type = parts[0].file().content_type();
  upload.as_of_date = parts[0].as_of_date();
  const std::string request_id = parts[0].request_id();
  for (pb::ImportDocumentRequest& part : parts) {
    upload.content += part.file().data();
    part.Clear();
  }
  for (absl::Status wrong : {CheckText("file_name", upload.file_name, kMaxFileName, true),
                             CheckDate("as_of_date", upload.as_of_date)}) {
    if (!wrong.ok()) return wrong;
  }
  upload.sha256 = Sha256Hex(upload.content);
  auto key = MakeKeyOf("ImportDocument", request_id,
                       upload.file_name + "\n" + upload.as_of_date + "\n" + upload.sha256);
  if (!key.ok()) return key.status();
  upload.key = *key;
  auto answer = store_.Answer(call, *key);
  if (!answer.ok()) return answer.status();
  if (*answer) {
    store::FromJson(**answer, out);
    return absl::OkStatus();
  }
  auto found = store_.FindImport(call, upload.sha256);
  if (!found.ok()) return found.status();
  if (*found) {
    *out = Respond(**found);
    return absl::OkStatus();
  }
  if (IsResolutionFile(upload.content)) return StoreFile(call, upload.key, upload.content, out);
  return ReadAndStore(call, upload, out);
}

absl::Status DocumentHandlers::ReadAndStore(server::CallContext& call, const Upload& upload,
                                            pb::ImportDocumentResponse* out) {
  reader::ReadOptions options;
  options.file_name = upload.file_name;
  options.media_type = upload.media_type;
  options.max_bytes = kMaxFileBytes;
  options.regime = regimes_.Of(call.region());
  auto read = ReadFile(call, upload.content, options);
  if (!read.ok()) return Unreadable(read.status());
  store::NewDocument file = MakeDocument(*read, upload.file_name, upload.sha256, upload.content);
  if (read->kind == reader::DocumentKind::kCoverLetter) {
    file.letter = MakeLetter(*read);
    file.letter->set_name(names::Join("letters", ids::NewUuid()));
    file.letter->set_region(call.region());
    file.letter->set_document(file.document.name());
    return Finish(call, upload.key, file, std::nullopt, out);
  }
  DraftNames draft_names;
  draft_names.region = call.region();
  draft_names.document_id = store::LastId(file.document.name());
  draft_names.resolution_id = ids::NewUuid();
  draft_names.new_id = [] { return ids::NewUuid(); };
  Aggregate draft = MakeDraft(*read, draft_names);
  if (absl::Status failed = LookUpAddressees(call, directory_, upload.as_of_date, draft);
      !failed.ok())
    return failed;
  return Finish(call, upload.key, file, std::move(draft), out);
}

absl::Status DocumentHandlers::Finish(server::CallContext& call, const server::RequestKey& key,
                                      const store::NewDocument& file,
                                      std::optional<Aggregate> draft,
                                      pb::ImportDocumentResponse* out) {
  auto imported = store_.Import(call, key, file, std::move(draft), [](const store::Imported& done) {
    return store::ToJson(Respond(done));
  });
  if (!imported.ok()) return imported.status();
  *out = Respond(*imported);
  return absl::OkStatus();
}

}  // namespace rezon::decisions
