#include "tests/store/decisions/letters.h"

#include <gtest/gtest.h>

#include <string>

#include "services/decisions/domain/digest.h"
#include "services/decisions/schema/schema.h"
#include "services/platform/errors/errors.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

using Link = pb::Letter::Link;

TEST(LettersTest, OneFileWithBothIsOneIntakeAndTwoLinkedDocuments) {
  World world;
  const std::string text = SampleLetter() + SampleText();
  const auto both = world.Import(text);
  ASSERT_TRUE(both.has_resolution());
  ASSERT_TRUE(both.has_letter());
  EXPECT_EQ(both.document().kind(), pb::Document::KIND_COVER_LETTER_WITH_RESOLUTION);
  EXPECT_EQ(both.document().resolution(), both.resolution().name());
  EXPECT_EQ(both.document().letter(), both.letter().name());
  EXPECT_EQ(both.resolution().document(), both.letter().document());
  const pb::LetterFacts& facts = both.letter().facts();
  EXPECT_EQ(facts.number(), "01-11/77");
  EXPECT_EQ(facts.date(), "2024-08-26");
  EXPECT_EQ(facts.signatory(), "А.А. Серов");
  EXPECT_EQ(both.letter().display_name(), "Письмо № 01-11/77 от 26.08.2024");
  ASSERT_EQ(both.letter().links_size(), 1);
  EXPECT_EQ(both.letter().links(0).origin(), Link::ORIGIN_SAME_FILE);
  EXPECT_EQ(both.letter().resolution(), both.resolution().name());
  ASSERT_EQ(both.resolution().letters_size(), 1);
  EXPECT_EQ(both.resolution().letters(0), both.letter().name());
  EXPECT_LE(facts.span().end(), both.resolution().span().begin());
  EXPECT_EQ(both.resolution().point_count(), world.Import(SampleText()).resolution().point_count());
  const auto again = world.Import(text);
  EXPECT_TRUE(again.already_imported());
  EXPECT_EQ(again.letter().name(), both.letter().name());
  EXPECT_EQ(again.letter().etag(), both.letter().etag());
  EXPECT_EQ(world.Query("SELECT count(*) FROM letter"), "1");
  EXPECT_EQ(world.Query("SELECT count(*) FROM document WHERE sha256 = '" + Sha256Hex(text) + "'"),
            "1");
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'letter.stored'"), "1");
}

TEST(LettersTest, ALetterAloneHasNoResolutionAndIsNotAdopted) {
  World world;
  const auto alone = world.Import(SampleLetter());
  EXPECT_FALSE(alone.has_resolution());
  ASSERT_TRUE(alone.has_letter());
  EXPECT_EQ(alone.document().kind(), pb::Document::KIND_COVER_LETTER);
  EXPECT_EQ(alone.letter().links_size(), 0);
  ASSERT_EQ(alone.letter().requests_size(), 1);
  EXPECT_EQ(alone.letter().requests(0).deadline().end_date(), "2024-09-05");
  EXPECT_EQ(world.Query("SELECT (SELECT count(*) FROM resolution) + (SELECT count(*) FROM point)"),
            "0");
  EXPECT_TRUE(world.Import(SampleLetter()).already_imported());
  pb::AdoptResolutionRequest adopt;
  pb::Resolution ignored;
  const std::string id = alone.letter().name().substr(8);
  for (const std::string& name : {alone.letter().name(), "resolutions/" + id}) {
    adopt.set_name(name);
    absl::Status status = world.resolutions.Adopt(*world.Call(), adopt, &ignored);
    EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition) << status;
    EXPECT_EQ(errors::Reason(status), "IS_LETTER");
    EXPECT_NE(errors::MessageRu(status).find("сопроводительное письмо"), std::string::npos);
  }
}

TEST(LettersTest, DocumentsAreListedByKind) {
  World world;
  world.Import(SampleLetter());
  world.Import(SampleText());
  world.Import(SampleLetter() + SampleText());
  for (const char* kind :
       {"KIND_RESOLUTION", "KIND_COVER_LETTER", "KIND_COVER_LETTER_WITH_RESOLUTION"}) {
    pb::ListDocumentsRequest request;
    request.set_filter(std::string("kind = ") + kind);
    pb::ListDocumentsResponse response;
    ASSERT_TRUE(world.documents.List(*world.Call(), request, &response).ok());
    ASSERT_EQ(response.documents_size(), 1) << kind;
    EXPECT_EQ(pb::Document::Kind_Name(response.documents(0).kind()), kind);
  }
  pb::ListResolutionsRequest request;
  request.set_filter("document_kind = DOCUMENT_KIND_COVER_LETTER_WITH_RESOLUTION");
  pb::ListResolutionsResponse response;
  ASSERT_TRUE(world.resolutions.List(*world.Call(), request, &response).ok());
  ASSERT_EQ(response.resolutions_size(), 1);
  EXPECT_EQ(response.resolutions(0).letters_size(), 1);
  request.set_filter("document_kind = LETTER");
  EXPECT_EQ(world.resolutions.List(*world.Call(), request, &response).code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(LettersTest, BothDocumentsAreStoredOrNone) {
  World world;
  // Whatever fails at the very end of an import takes all of it back.
  world.Query(
      "CREATE FUNCTION break_link() RETURNS trigger LANGUAGE plpgsql AS "
      "$$BEGIN RAISE EXCEPTION 'broken' USING ERRCODE = '55000'; END$$; "
      "CREATE TRIGGER break BEFORE INSERT ON letter_link FOR EACH ROW EXECUTE FUNCTION "
      "break_link(); SELECT 1");
  std::vector<pb::ImportDocumentRequest> parts(1);
  parts[0].set_file_name("оба.txt");
  parts[0].mutable_file()->set_data(SampleLetter() + SampleText());
  pb::ImportDocumentResponse response;
  EXPECT_FALSE(world.documents.Import(*world.Call(), parts, &response).ok());
  EXPECT_EQ(world.Query("SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM letter) + "
                        "(SELECT count(*) FROM resolution) + (SELECT count(*) FROM outbox)"),
            "0");
  world.Query("DROP TRIGGER break ON letter_link; SELECT 1");
  const auto both = world.Import(SampleLetter() + SampleText());
  EXPECT_FALSE(both.already_imported());
  EXPECT_EQ(both.resolution().letters_size(), 1);
}

TEST(LettersTest, LettersOfBeforeGetRowsOfTheirOwn) {
  World world;
  const auto both = world.Import(SampleLetter() + SampleText());
  // As release 4 of the schema left it.
  world.Query("DELETE FROM letter; SELECT 1");
  std::string sql;
  for (const db::Migration& migration : Schema()) {
    if (migration.title == "letters") sql = std::string(migration.sql);
  }
  const std::string fill = sql.substr(sql.find("INSERT INTO letter (region"));
  world.Query(fill + " SELECT 1");
  const auto again = world.Import(SampleLetter() + SampleText());
  ASSERT_TRUE(again.has_letter());
  EXPECT_EQ(again.letter().facts().number(), both.letter().facts().number());
  EXPECT_EQ(again.letter().resolution(), both.resolution().name());
}

TEST(LettersTest, AForeignLetterIsNotThereAndLinkingNeedsARole) {
  World world;
  const std::string letter = world.Import(SampleLetter()).letter().name();
  const std::string foreign = world.Import(SampleText(), "ru-yy").resolution().name();
  EXPECT_EQ(LetterNow(world, letter).links_size(), 0);
  pb::Letter out;
  EXPECT_EQ(DoLink(world, letter, foreign, &out).code(), absl::StatusCode::kNotFound);
  pb::GetLetterRequest get;
  get.set_name(letter);
  EXPECT_EQ(world.letters.Get(*world.Call("ru-yy"), get, &out).code(), absl::StatusCode::kNotFound);
  pb::LinkLetterRequest link;
  link.set_name(letter);
  EXPECT_EQ(world.letters.Link(*world.Call("ru-xx", "clerk"), link, &out).code(),
            absl::StatusCode::kPermissionDenied);
}

}  // namespace
}  // namespace rezon::decisions
