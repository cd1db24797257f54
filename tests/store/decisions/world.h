#ifndef REZON_TESTS_STORE_DECISIONS_WORLD_H_
#define REZON_TESTS_STORE_DECISIONS_WORLD_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "services/decisions/domain/directory.h"
#include "services/decisions/handlers/corrections.h"
#include "services/decisions/handlers/documents.h"
#include "services/decisions/handlers/exchange.h"
#include "services/decisions/handlers/letters.h"
#include "services/decisions/handlers/points.h"
#include "services/decisions/handlers/relate.h"
#include "services/decisions/handlers/relations.h"
#include "services/decisions/handlers/resolutions.h"
#include "services/decisions/handlers/suggestions.h"
#include "services/decisions/store/letters.h"
#include "services/decisions/store/relations.h"
#include "services/decisions/store/store.h"
#include "services/platform/db/pool.h"
#include "services/platform/server/call.h"
#include "tests/store/cluster/cluster.h"

namespace rezon::decisions {

// A registry that knows what a test tells it.
class FakeDirectory : public Directory {
 public:
  absl::StatusOr<Findings> Resolve(const server::CallContext& call,
                                   const Question& question) override;
  absl::StatusOr<std::map<std::string, std::string>> DisplayNames(
      const server::CallContext& call, const std::vector<std::string>& targets) override;

  // What every call answers instead, when it is not OK.
  absl::Status failure;
  // Phrase to its match.
  std::map<std::string, Candidate> known;
  // Target to its name.
  std::map<std::string, std::string> names;
  // The phrases of the last question.
  std::vector<std::string> asked;
};

// The whole of decisions but gRPC, on a database of its own.
struct World {
  World();

  // A call by an operator of a region.
  std::unique_ptr<server::CallContext> Call(const std::string& region = "ru-xx",
                                            const std::string& role = "operator") const;
  // Imports a text and answers what came; fails the test on an error.
  pb::ImportDocumentResponse Import(const std::string& text, const std::string& region = "ru-xx");
  // Every point of a resolution.
  std::vector<pb::Point> Points(const std::string& resolution);
  // Every relation of a resolution, in order.
  std::vector<pb::Relation> Relations(const std::string& resolution,
                                      const std::string& region = "ru-xx");
  // Reads a resolution's document anew; `check` changes nothing.
  pb::ReReadResolutionResponse ReRead(const std::string& resolution, bool check);
  // First column of the first row, as the superuser in the schema of decisions.
  std::string Query(const std::string& sql) const { return database.Query("decisions", sql); }

  testing::Database database;
  std::unique_ptr<db::Pool> pool;
  store::Store store;
  store::RelationStore relation_store;
  store::LetterStore letter_store;
  FakeDirectory directory;
  DocumentHandlers documents;
  ResolutionHandlers resolutions;
  PointHandlers points;
  CorrectionHandlers corrections;
  ExchangeHandlers exchange;
  RelationHandlers relations;
  RelateHandlers relate;
  SuggestionHandlers suggestions;
  LetterHandlers letters;
};

// A resolution in the manner of the real ones, written for the tests: five points or more.
std::string SampleText();

// A cover letter, written for the tests, that sends SampleText().
std::string SampleLetter();

}  // namespace rezon::decisions

#endif  // REZON_TESTS_STORE_DECISIONS_WORLD_H_
