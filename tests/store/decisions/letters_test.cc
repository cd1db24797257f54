#include <gtest/gtest.h>

#include <string>

#include "services/decisions/domain/digest.h"
#include "services/decisions/schema/schema.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

using Link = pb::Letter::Link;

pb::Letter LetterNow(World& world, const std::string& name) {
  pb::GetLetterRequest request;
  request.set_name(name);
  pb::Letter letter;
  absl::Status status = world.letters.Get(*world.Call(), request, &letter);
  EXPECT_TRUE(status.ok()) << status;
  return letter;
}

std::vector<pb::Letter> LettersOf(World& world, const std::string& parent,
                                  const std::string& filter) {
  pb::ListLettersRequest request;
  request.set_parent(parent);
  request.set_filter(filter);
  pb::ListLettersResponse response;
  absl::Status status = world.letters.List(*world.Call(), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return {response.letters().begin(), response.letters().end()};
}

absl::Status DoLink(World& world, const std::string& letter, const std::string& resolution,
                    pb::Letter* out, const std::string& etag = "", bool validate_only = false) {
  pb::LinkLetterRequest request;
  request.set_name(letter);
  request.set_resolution(resolution);
  request.set_etag(etag);
  request.set_validate_only(validate_only);
  return world.letters.Link(*world.Call(), request, out);
}

absl::Status DoUnlink(World& world, const std::string& letter, const std::string& resolution,
                      pb::Letter* out) {
  pb::UnlinkLetterRequest request;
  request.set_name(letter);
  request.set_resolution(resolution);
  return world.letters.Unlink(*world.Call(), request, out);
}

pb::Resolution Resolution(World& world, const std::string& name) {
  pb::GetResolutionRequest request;
  request.set_name(name);
  pb::Resolution resolution;
  absl::Status status = world.resolutions.Get(*world.Call(), request, &resolution);
  EXPECT_TRUE(status.ok()) << status;
  return resolution;
}

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

TEST(LettersTest, AProposalWaitsForAPersonWhicheverCameFirst) {
  for (const bool letter_first : {true, false}) {
    World world;
    std::string letter, resolution;
    if (letter_first) letter = world.Import(SampleLetter()).letter().name();
    resolution = world.Import(SampleText()).resolution().name();
    world.Import("РЕЗОЛЮЦИЯ\nсеминара библиотекарей\n\nСеминар решил:\n1. Провести выставку.\n");
    if (!letter_first) letter = world.Import(SampleLetter()).letter().name();
    const pb::Letter proposed = LetterNow(world, letter);
    EXPECT_EQ(proposed.resolution(), "");
    ASSERT_EQ(proposed.links_size(), 1) << proposed.DebugString();
    EXPECT_EQ(proposed.links(0).resolution(), resolution);
    EXPECT_EQ(proposed.links(0).state(), Link::STATE_PROPOSED);
    EXPECT_EQ(proposed.links(0).origin(), Link::ORIGIN_MATCH);
    EXPECT_GT(proposed.links(0).score(), 0.7);
    ASSERT_GE(proposed.links(0).reasons_size(), 2);
    EXPECT_EQ(proposed.links(0).reasons(0), "Дата совпадает: 23.08.2024.");
    EXPECT_EQ(Resolution(world, resolution).letters_size(), 0);
    EXPECT_EQ(LettersOf(world, resolution, "").size(), 1u);
    EXPECT_TRUE(LettersOf(world, "", "linked = true").empty());
    EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'letter.proposed'"),
              letter_first ? "1" : "0");
    pb::Letter linked;
    ASSERT_TRUE(DoLink(world, letter, resolution, &linked, proposed.etag()).ok());
    EXPECT_EQ(linked.resolution(), resolution);
    EXPECT_EQ(linked.links(0).decider(), "ivanova");
    EXPECT_EQ(Resolution(world, resolution).letters(0), letter);
    EXPECT_EQ(LettersOf(world, "", "linked = true AND resolution = \"" + resolution + "\"").size(),
              1u);
  }
}

TEST(LettersTest, LinksAreTakenAndEndedByHandAndRemembered) {
  World world;
  const std::string letter = world.Import(SampleLetter()).letter().name();
  const std::string text = SampleText();
  const std::string first = world.Import(text).resolution().name();
  const std::string second = world.Import(text + "3. Подвести итоги.\n").resolution().name();
  pb::Letter out;
  EXPECT_TRUE(DoLink(world, letter, first, &out, "", true).ok());
  EXPECT_EQ(out.resolution(), first);
  EXPECT_EQ(LetterNow(world, letter).resolution(), "");
  EXPECT_EQ(DoLink(world, letter, first, &out, "\"77\"").code(), absl::StatusCode::kAborted);
  EXPECT_EQ(DoLink(world, letter, "resolutions/" + ids::NewUuid(), &out).code(),
            absl::StatusCode::kNotFound);
  ASSERT_TRUE(DoLink(world, letter, first, &out).ok());
  const std::string etag = out.etag();
  ASSERT_TRUE(DoLink(world, letter, first, &out).ok());
  EXPECT_EQ(out.etag(), etag) << "linked already";
  absl::Status taken = DoLink(world, letter, second, &out);
  EXPECT_EQ(errors::Reason(taken), "LETTER_LINKED");
  ASSERT_TRUE(DoUnlink(world, letter, "", &out).ok());
  EXPECT_EQ(out.resolution(), "");
  EXPECT_EQ(errors::Reason(DoUnlink(world, letter, "", &out)), "NOT_LINKED");
  ASSERT_TRUE(DoLink(world, letter, second, &out).ok());
  EXPECT_EQ(world.Query("SELECT string_agg(action, ' ' ORDER BY id) FROM correction "
                        "WHERE detail->>'letter' = '" +
                        letter + "'"),
            "ACTION_LINK_LETTER ACTION_UNLINK_LETTER ACTION_LINK_LETTER");
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type IN ('letter.linked', "
                        "'letter.unlinked')"),
            "3");
}

TEST(LettersTest, ARejectedProposalIsNotMadeAgain) {
  World world;
  const std::string resolution = world.Import(SampleText()).resolution().name();
  const std::string letter = world.Import(SampleLetter()).letter().name();
  pb::Letter out;
  ASSERT_TRUE(DoUnlink(world, letter, resolution, &out).ok());
  EXPECT_EQ(out.links(0).state(), Link::STATE_REJECTED);
  EXPECT_TRUE(LettersOf(world, resolution, "").empty());
  world.Import(SampleText() + "3. Подвести итоги.\n");
  const pb::Letter later = LetterNow(world, letter);
  ASSERT_EQ(later.links_size(), 2);
  EXPECT_NE(later.links(0).resolution(), resolution);
  EXPECT_EQ(later.links(1).state(), Link::STATE_REJECTED);
}

TEST(LettersTest, TheLetterOfAFileFollowsTheFactsOfItsResolution) {
  World world;
  const auto both = world.Import(SampleLetter() + SampleText());
  pb::Letter out;
  EXPECT_EQ(errors::Reason(DoUnlink(world, both.letter().name(), "", &out)), "SAME_FILE");
  pb::UpdateLetterRequest update;
  update.mutable_letter()->set_name(both.letter().name());
  update.mutable_letter()->mutable_facts()->set_number("5");
  EXPECT_EQ(errors::Reason(world.letters.Update(*world.Call(), update, &out)), "SAME_FILE");
  pb::UpdateResolutionRequest facts;
  *facts.mutable_resolution() = both.resolution();
  facts.mutable_resolution()->mutable_letter()->set_number("78");
  facts.mutable_update_mask()->add_paths("letter");
  pb::Resolution resolution;
  ASSERT_TRUE(world.resolutions.Update(*world.Call(), facts, &resolution).ok());
  out = LetterNow(world, both.letter().name());
  EXPECT_EQ(out.facts().number(), "78");
  EXPECT_EQ(out.requests_size(), 1);
  EXPECT_EQ(out.etag(), "\"2\"");
  EXPECT_EQ(resolution.letters_size(), 1);
}

TEST(LettersTest, ALetterAloneIsCorrectedInItsFacts) {
  World world;
  const auto alone = world.Import(SampleLetter());
  pb::UpdateLetterRequest update;
  update.mutable_letter()->set_name(alone.letter().name());
  update.mutable_letter()->set_etag(alone.letter().etag());
  update.mutable_letter()->mutable_facts()->set_number("01-11/78");
  update.mutable_update_mask()->add_paths("facts.number");
  pb::Letter out;
  ASSERT_TRUE(world.letters.Update(*world.Call(), update, &out).ok());
  EXPECT_EQ(out.display_name(), "Письмо № 01-11/78 от 26.08.2024");
  EXPECT_EQ(out.facts().date(), "2024-08-26");
  ASSERT_EQ(out.corrected_fields_size(), 1);
  EXPECT_EQ(out.corrected_fields(0), "number");
  update.mutable_letter()->mutable_facts()->set_date("вчера");
  update.mutable_letter()->clear_etag();
  update.mutable_update_mask()->add_paths("facts.date");
  absl::Status wrong = world.letters.Update(*world.Call(), update, &out);
  EXPECT_EQ(errors::Violations(wrong).at(0).path, "letter.facts.date");
  EXPECT_EQ(LettersOf(world, "", "number = \"01-11/78\" AND date >= 2024-08-01").size(), 1u);
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
