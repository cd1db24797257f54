#include "services/decisions/handlers/exchange.h"

#include <string>
#include <utility>

#include "services/decisions/domain/akn/akn.h"
#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/draft.h"
#include "services/decisions/domain/reread.h"
#include "services/decisions/domain/resolution_file.h"
#include "services/decisions/handlers/access.h"
#include "services/decisions/handlers/change.h"
#include "services/decisions/handlers/documents.h"
#include "services/decisions/handlers/lookup.h"
#include "services/decisions/handlers/read_file.h"
#include "services/decisions/handlers/unreadable.h"
#include "services/decisions/reader/reader.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"

namespace rezon::decisions {
namespace {

// The stored bytes, read now; the points get new names in the resolution.
absl::StatusOr<Reading> ReadAgain(const server::CallContext& call, const terms::Regime& regime,
                                  const std::string& id, store::Source source) {
  reader::ReadOptions options;
  options.file_name = source.document.file_name();
  options.media_type = source.document.media_type();
  options.max_bytes = kMaxFileBytes;
  options.regime = regime;
  auto read = ReadFile(call, source.content, options);
  if (!read.ok()) return Unreadable(read.status());
  DraftNames draft_names;
  draft_names.region = call.region();
  draft_names.document_id = store::LastId(source.document.name());
  draft_names.resolution_id = id;
  draft_names.new_id = [] { return ids::NewUuid(); };
  Reading reading;
  reading.fresh = MakeDraft(*read, draft_names);
  reading.text = std::move(read->text);
  reading.text_before = std::move(*source.document.mutable_text());
  reading.removed = std::move(source.removed);
  return reading;
}

}  // namespace

absl::Status ExchangeHandlers::ReRead(server::CallContext& call,
                                      const pb::ReReadResolutionRequest& request,
                                      pb::ReReadResolutionResponse* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = names::ParseUuid("resolutions", request.name());
  if (!id.ok()) return id.status();
  if (absl::Status wrong = CheckDate("as_of_date", request.as_of_date()); !wrong.ok()) {
    return wrong;
  }
  auto source = store_.GetSource(call, *id);
  if (!source.ok()) return source.status();
  auto reading = ReadAgain(call, regimes_.Of(call.region()), *id, *std::move(source));
  if (!reading.ok()) return reading.status();
  // Before the transaction, which must not wait for another service.
  absl::Status failed = LookUpAddressees(call, directory_, request.as_of_date(), reading->fresh);
  if (!failed.ok()) return failed;
  pb::ReReadResolutionResponse differences;
  Work work;
  work.method = "ReReadResolution";
  work.resolution_id = *id;
  work.etag = request.etag();
  work.change = [&](Aggregate& aggregate) {
    auto taken = TakeReading(aggregate, *reading, {call.principal().subject, {}});
    if (taken.ok()) differences = *std::move(taken);
    return taken.status();
  };
  work.answer = [&](const Aggregate& changed, google::protobuf::Message* message) {
    auto* response = static_cast<pb::ReReadResolutionResponse*>(message);
    *response = differences;
    *response->mutable_resolution() = changed.resolution;
  };
  if (absl::Status wrong = Do(store_, call, request, work, out); !wrong.ok()) return wrong;
  if (!request.validate_only()) return absl::OkStatus();
  auto standing = store_.GetResolution(call, *id);
  if (!standing.ok()) return standing.status();
  *out->mutable_resolution() = *std::move(standing);
  return absl::OkStatus();
}

absl::Status ExchangeHandlers::Export(server::CallContext& call,
                                      const pb::ExportResolutionRequest& request,
                                      google::api::HttpBody* out) {
  auto id = names::ParseUuid("resolutions", request.name());
  if (!id.ok()) return id.status();
  if (request.format() != pb::ExportResolutionRequest::FORMAT_AKN &&
      request.format() != pb::ExportResolutionRequest::FORMAT_JSON) {
    return errors::InvalidField("format", "must be FORMAT_AKN or FORMAT_JSON",
                                "Укажите вид выгрузки: FORMAT_AKN или FORMAT_JSON.");
  }
  auto aggregate = store_.Load(call, *id);
  if (!aggregate.ok()) return aggregate.status();
  store::Source source;
  if (!aggregate->resolution.document().empty()) {
    auto found = store_.GetSource(call, *id);
    if (!found.ok()) return found.status();
    source = *std::move(found);
  }
  auto letters = store_.GetLetters(call, *id);
  if (!letters.ok()) return letters.status();
  if (request.format() == pb::ExportResolutionRequest::FORMAT_AKN) {
    out->set_content_type("application/akn+xml");
    out->set_data(akn::Write(*aggregate, source.document, *letters));
  } else {
    out->set_content_type("application/json");
    out->set_data(WriteResolutionFile(*aggregate, source.document, source.content, *letters));
  }
  return absl::OkStatus();
}

}  // namespace rezon::decisions
