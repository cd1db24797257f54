#ifndef REZON_SERVICES_DECISIONS_STORE_STORE_H_
#define REZON_SERVICES_DECISIONS_STORE_STORE_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/letter_file.h"
#include "services/decisions/store/events.h"
#include "services/platform/db/pool.h"
#include "services/platform/paging/sql.h"
#include "services/platform/server/call.h"
#include "services/platform/server/request_key.h"

namespace rezon::decisions::store {

// A file to be stored.
struct NewDocument {
  pb::Document document;
  std::string content;
  // The letter of a file that holds no resolution, with its name.
  std::optional<pb::Letter> letter = {};
  // Letters of other files that carry the draft, with their names and those of their documents. One
  // whose bytes are here already is linked, if nothing else is.
  std::vector<CarriedLetter> carried = {};
};

// What an import stored or found.
struct Imported {
  pb::Document document;
  // Absent for a letter alone.
  std::optional<pb::Resolution> resolution;
  std::optional<pb::Letter> letter;
  bool already = false;
};

// What a resolution was read from.
struct Source {
  // With its text.
  pb::Document document;
  std::string content;
  // Points that persons removed, as they were last.
  std::vector<pb::Point> removed;
};

// A found point.
struct Hit {
  pb::Point point;
  std::string resolution_display_name;
  // The whole text with marks, е for ё (domain/snippet.h).
  std::string marked;
  double rank = 0;
};

// Where a search page starts: behind this rank and id.
struct HitKey {
  double rank = 0;
  std::string id;
};

// Everything decisions keeps. Rows of other regions than the caller's do not exist here.
// Thread-safe; blocks on the database at most until the call's deadline. Errors of the database as
// in platform/db/errors.h.
class Store {
 public:
  // `pool` outlives the store.
  explicit Store(db::Pool& pool) : pool_(pool) {}

  // The remembered answer of a retried request (store/remember.h); waits for a twin that is under
  // way. Nothing for a new request.
  absl::StatusOr<std::optional<std::string>> Answer(const server::CallContext& call,
                                                    const server::RequestKey& key);

  // The document with these bytes and the first resolution and the letter read from it; nullopt
  // when they are new.
  absl::StatusOr<std::optional<Imported>> FindImport(const server::CallContext& call,
                                                     const std::string& sha256);
  // Stores a file with its draft, its letter or both, with links and proposals, the events and the
  // answer in one transaction; when the same bytes came in meanwhile, answers what is there.
  // `answer` turns the outcome into remembered JSON.
  absl::StatusOr<Imported> Import(const server::CallContext& call, const server::RequestKey& key,
                                  const NewDocument& file, std::optional<Aggregate> draft,
                                  const std::function<std::string(const Imported&)>& answer);

  // NOT_FOUND for an unknown id, here and below.
  absl::StatusOr<pb::Document> GetDocument(const server::CallContext& call, const std::string& id);
  // Media type and bytes.
  absl::StatusOr<std::pair<std::string, std::string>> Download(const server::CallContext& call,
                                                               const std::string& id);
  // Newest first, at most `limit` rows behind `after` (empty: from the start). `condition` was made
  // with first parameter kListFirstParameter.
  absl::StatusOr<std::vector<pb::Document>> ListDocuments(const server::CallContext& call,
                                                          const paging::Condition& condition,
                                                          const std::string& after, int limit);
  // What a filter of documents may name.
  static const paging::Fields& DocumentFields();

  absl::StatusOr<pb::Resolution> GetResolution(const server::CallContext& call,
                                               const std::string& id);
  // Newest first. `condition` was made with first parameter kListFirstParameter.
  absl::StatusOr<std::vector<pb::Resolution>> ListResolutions(const server::CallContext& call,
                                                              const paging::Condition& condition,
                                                              const std::string& after, int limit);
  static constexpr int kListFirstParameter = 4;
  // What a filter of resolutions may name.
  static const paging::Fields& ResolutionFields();
  // The resolution with its points, at one moment.
  absl::StatusOr<Aggregate> Load(const server::CallContext& call, const std::string& id);

  absl::StatusOr<pb::Point> GetPoint(const server::CallContext& call, const std::string& resolution,
                                     const std::string& id);
  // In document order, behind the ordinal `after`. NOT_FOUND for an unknown resolution.
  absl::StatusOr<std::vector<pb::Point>> ListPoints(const server::CallContext& call,
                                                    const std::string& resolution,
                                                    std::int64_t after, int limit);
  // Best first. An empty answer for a query without any searchable word.
  absl::StatusOr<std::vector<Hit>> Search(const server::CallContext& call, std::string_view query,
                                          const std::optional<HitKey>& after, int limit);

  // A change of a resolution and its points: recalls the answer of a retry, else takes the
  // aggregate (ABORTED unless `version` is its present one), lets `change` work on it, writes it
  // back with its events and the answer, all in one transaction. Answers JSON: the remembered one,
  // or what `answer` says of the changed aggregate.
  struct Change {
    server::RequestKey key;
    std::string resolution_id;
    std::optional<std::int64_t> version;
    Happening happening = Happening::kChanged;
    std::function<absl::Status(Aggregate&)> change;
    std::function<std::string(const Aggregate&)> answer;
  };
  absl::StatusOr<std::string> Apply(const server::CallContext& call, const Change& change);
  // The aggregate as `change` would leave it; nothing is written. ABORTED unless `version` is its
  // present one.
  absl::StatusOr<Aggregate> Preview(const server::CallContext& call, const std::string& id,
                                    std::optional<std::int64_t> version,
                                    const std::function<absl::Status(Aggregate&)>& change);

  // The resolution's document with its text and bytes, and what persons removed from the
  // resolution. FAILED_PRECONDITION, reason NO_DOCUMENT, for one without.
  absl::StatusOr<Source> GetSource(const server::CallContext& call, const std::string& id);
  // The letters that carry the resolution, those from other files with their documents.
  absl::StatusOr<std::vector<CarriedLetter>> GetLetters(const server::CallContext& call,
                                                        const std::string& id);
  // The canonical text of the resolution's document; empty without one.
  absl::StatusOr<std::string> GetSourceText(const server::CallContext& call, const std::string& id);
  // Newest first, behind the id `after` (empty: from the start), of one point when its id is given.
  absl::StatusOr<std::vector<pb::Correction>> ListCorrections(const server::CallContext& call,
                                                              const std::string& resolution,
                                                              const std::string& point,
                                                              const std::string& after, int limit);

 private:
  db::Pool& pool_;
};

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_STORE_H_
