#include "services/decisions/domain/resolution_file.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "services/platform/errors/errors.h"
#include "tests/unit/decisions/exchange_samples.h"

namespace rezon::decisions {
namespace {

using Json = nlohmann::json;

DraftNames Names() {
  int next = 0;
  return {"ru-yy", "01900000-0000-7000-8000-0000000000d1", "01900000-0000-7000-8000-0000000000d2",
          [next]() mutable {
            return "01900000-0000-7000-8000-0000000001" + std::to_string(10 + next++);
          }};
}

std::string Written() {
  const FullSample sample = MakeFullSample();
  return WriteResolutionFile(sample.aggregate, sample.document, sample.content, sample.letters);
}

TEST(ResolutionFileTest, WhatIsReadBackWritesTheSameFileButForItsOrigin) {
  const std::string first = Written();
  EXPECT_TRUE(IsResolutionFile(first));
  auto read = ReadResolutionFile(first, Names());
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->letters.size(), 2u);
  EXPECT_TRUE(read->draft.letter);
  for (CarriedLetter& one : read->letters) {
    one.letter.mutable_links(0)->set_resolution(read->draft.resolution.name());
  }
  Json again =
      Json::parse(WriteResolutionFile(read->draft, read->document, read->content, read->letters));
  EXPECT_EQ(again["origin"]["region"], "ru-yy");
  Json before = Json::parse(first);
  EXPECT_EQ(before["origin"]["region"], "ru-xx");
  again["origin"] = before["origin"];
  EXPECT_EQ(again.dump(), first);
}

TEST(ResolutionFileTest, TheDraftHasNewNamesAndTheSameTree) {
  const FullSample sample = MakeFullSample();
  auto read = ReadResolutionFile(Written(), Names());
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->draft.resolution.state(), pb::Resolution::STATE_DRAFT);
  EXPECT_EQ(read->draft.resolution.region(), "ru-yy");
  ASSERT_EQ(read->draft.points.size(), sample.aggregate.points.size());
  EXPECT_EQ(read->draft.points[1].parent(), read->draft.points[0].name());
  EXPECT_NE(read->draft.points[0].name(), sample.aggregate.points[0].name());
  EXPECT_EQ(read->draft.points[4].corrector(), "ivanova");
  EXPECT_EQ(read->draft.resolution.point_count(), 5);
  EXPECT_EQ(read->draft.changed_points.size(), 5u);
}

TEST(ResolutionFileTest, RelationsAndSuggestionsComeBackWithNewNames) {
  auto read = ReadResolutionFile(Written(), Names());
  ASSERT_TRUE(read.ok()) << read.status();
  const auto& relations = read->draft.relations;
  ASSERT_EQ(relations.size(), 3u);
  // What is only proposed is matched anew.
  EXPECT_EQ(relations[0].relation.point(), "");
  EXPECT_EQ(relations[0].relation.target_resolution(), "");
  EXPECT_EQ(relations[0].relation.score(), 0);
  EXPECT_EQ(relations[0].target_sha256, "");
  EXPECT_EQ(relations[1].relation.point(), read->draft.points[1].name());
  EXPECT_EQ(relations[1].relation.state(), pb::Relation::STATE_CONFIRMED);
  EXPECT_EQ(relations[1].relation.decider(), "ivanova");
  EXPECT_EQ(relations[1].relation.target_point_text(), "");
  EXPECT_EQ(relations[1].target_sha256, MakeFullSample().aggregate.relations[1].target_sha256);
  EXPECT_EQ(relations[1].target_ordinal, 2);
  EXPECT_EQ(relations[2].relation.reason(), "другой приказ");
  EXPECT_EQ(relations[0].relation.name().rfind(read->draft.resolution.name() + "/relations/", 0),
            0u);
  const auto& suggestions = read->draft.suggestions;
  ASSERT_EQ(suggestions.size(), 3u);
  EXPECT_EQ(suggestions[1].point(), read->draft.points[4].name());
  EXPECT_EQ(suggestions[2].state(), pb::Suggestion::STATE_DISMISSED);
  EXPECT_EQ(suggestions[2].reason(), "не поручение");
  EXPECT_EQ(read->draft.resolution.act().number(), "12-п");
  EXPECT_EQ(read->draft.resolution.event().parties(0).display_name(), "отдел образования");
}

TEST(ResolutionFileTest, AFileFromBeforeTheyWereKeptHasNone) {
  Json json = Json::parse(Written());
  json.erase("relations");
  json.erase("suggestions");
  auto read = ReadResolutionFile(json.dump(), Names());
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_TRUE(read->draft.relations.empty());
}

TEST(ResolutionFileTest, APrettyPrintedFileWithAMarkIsTaken) {
  const std::string pretty = "\xEF\xBB\xBF\r\n" + Json::parse(Written()).dump(2);
  EXPECT_TRUE(IsResolutionFile(pretty));
  EXPECT_TRUE(ReadResolutionFile(pretty, Names()).ok());
}

TEST(ResolutionFileTest, OtherFilesAreNone) {
  for (const char* bytes :
       {"", "{}", "{\"format\":\"other/1\"}", "1. Провести семинар", "\"rezon-resolution/1\""}) {
    EXPECT_FALSE(IsResolutionFile(bytes)) << bytes;
  }
}

TEST(ResolutionFileTest, ALargeDocumentGoesWithoutItsBytes) {
  FullSample sample = MakeFullSample();
  sample.content = std::string(kMostContent + 1, 'x');
  EXPECT_FALSE(Json::parse(WriteResolutionFile(sample.aggregate, sample.document, sample.content))
                   .contains("content"));
}

struct Damage {
  const char* pointer;
  Json value;
  const char* path;
};

class DamagedFileTest : public ::testing::TestWithParam<Damage> {};

TEST_P(DamagedFileTest, IsRefusedWithItsField) {
  Json json = Json::parse(Written());
  json[Json::json_pointer(GetParam().pointer)] = GetParam().value;
  absl::Status status = ReadResolutionFile(json.dump(), Names()).status();
  ASSERT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << status;
  EXPECT_EQ(errors::Violations(status).at(0).path, GetParam().path);
  EXPECT_FALSE(errors::MessageRu(status).empty());
}

INSTANTIATE_TEST_SUITE_P(
    Fields, DamagedFileTest,
    ::testing::Values(
        Damage{"/format", "rezon-resolution/9", "file.format"}, Damage{"/unknown", 1, "file"},
        Damage{"/points", "text", "file"}, Damage{"/content", "AAAA", "file.content"},
        Damage{"/document/sha256", "abc", "file.document.sha256"},
        Damage{"/document/fileName", "", "file.document.file_name"},
        Damage{"/resolution/displayName", " ", "file.resolution.display_name"},
        Damage{"/resolution/event/endDate", "2024-13-01", "file.resolution.event.end_date"},
        Damage{"/points/1/text", "", "file.points[1].text"},
        Damage{"/points/1/text", "a\u0001b", "file.points[1].text"},
        Damage{"/points/1/name", "points/7", "file.points[1].name"},
        Damage{"/points/1/parent", "points/2", "file.points[1].parent"},
        Damage{"/points/1/parent", "points/+1", "file.points[1].parent"},
        Damage{"/points/1/parent", "p", "file.points[1].parent"},
        Damage{"/points/1/span/end", "1000000", "file.points[1].span"},
        Damage{"/points/1/span/begin", "-4", "file.points[1].span"},
        Damage{"/points/1/addressees/0/targets/0", "users/1",
               "file.points[1].addressees[0].targets[0]"},
        Damage{"/points/1/correctedFields/0", "etag", "file.points[1].corrected_fields"},
        Damage{"/points/1/deadline/span/end", "1000000", "file.points[1].deadline.span"},
        Damage{"/relations/1/relation/point", "points/9", "file.relations[1].relation.point"},
        Damage{"/relations/1/relation/kind", 99, "file.relations[1].relation.kind"},
        Damage{"/relations/1/relation/state", 0, "file.relations[1].relation.state"},
        Damage{"/relations/1/relation/state", "STATE_PROPOSED",
               "file.relations[1].relation.decide_time"},
        Damage{"/relations/1/relation/score", 1.5, "file.relations[1].relation.score"},
        Damage{"/relations/1/relation/decider", "", "file.relations[1].relation.decider"},
        Damage{"/relations/1/relation/span/end", "1000000", "file.relations[1].relation.span"},
        Damage{"/relations/1/relation/target/actDate", "вчера",
               "file.relations[1].relation.target.act_date"},
        Damage{"/relations/1/targetSha256", "abc", "file.relations[1].target_sha256"},
        Damage{"/relations/1/targetOrdinal", -1, "file.relations[1].target_ordinal"},
        Damage{"/suggestions/0/text", "", "file.suggestions[0].text"},
        Damage{"/suggestions/1/point", "", "file.suggestions[1].point"},
        Damage{"/suggestions/2/state", 9, "file.suggestions[2].state"},
        Damage{"/points/1/deadline/endDate", "", "file.points[1].deadline.end_date"},
        Damage{"/resolution/span", {{"begin", "5"}, {"end", "1000000"}}, "file.resolution.span"},
        Damage{"/letters/0/letter/facts/date", "вчера", "file.letters[0].letter.facts.date"},
        Damage{"/letters/0/letter/links/0/state", "STATE_PROPOSED", "file.letters[0].letter.links"},
        Damage{"/letters/0/letter/links/0/origin", "ORIGIN_PERSON", "file.letters[0].letter.links"},
        Damage{"/letters/1/letter/facts/span/end", "9999", "file.letters[1].letter.facts.span"},
        Damage{"/letters/1/content", "AAAA", "file.letters[1].document.sha256"},
        Damage{"/letters/1/document/fileName", "", "file.letters[1].document.file_name"}));

}  // namespace
}  // namespace rezon::decisions
