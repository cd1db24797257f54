#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "tests/store/decisions/letters.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

std::vector<pb::Correction> HistoryNow(World& world, const std::string& resolution) {
  pb::ListCorrectionsRequest request;
  request.set_parent(resolution);
  pb::ListCorrectionsResponse response;
  absl::Status status = world.corrections.List(*world.Call(), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return {response.corrections().begin(), response.corrections().end()};
}

TEST(LetterFactsTest, TheLetterOfAFileFollowsTheFactsOfItsResolution) {
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

TEST(LetterFactsTest, ALetterAloneIsCorrectedInItsFacts) {
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

TEST(LetterFactsTest, ACorrectionLeavesAnEntryInTheHistory) {
  World world;
  const std::string letter = world.Import(SampleLetter()).letter().name();
  const std::string meeting = world.Import(SampleText()).resolution().name();
  EXPECT_TRUE(HistoryOfLetter(world, letter).empty());
  pb::UpdateLetterRequest update;
  update.mutable_letter()->set_name(letter);
  update.mutable_letter()->mutable_facts()->set_number("5");
  update.mutable_letter()->mutable_facts()->set_issuer("Комитет образования");
  update.mutable_update_mask()->add_paths("facts.number");
  update.mutable_update_mask()->add_paths("facts.issuer");
  update.set_request_id(ids::NewUuid());
  pb::Letter out;
  ASSERT_TRUE(world.letters.Update(*world.Call(), update, &out).ok());
  ASSERT_TRUE(world.letters.Update(*world.Call(), update, &out).ok()) << "a retry";
  auto history = HistoryOfLetter(world, letter);
  ASSERT_EQ(history.size(), 1u);
  EXPECT_EQ(history[0].name().find(letter + "/corrections/"), 0u);
  EXPECT_EQ(history[0].action(), pb::Correction::ACTION_UPDATE_LETTER);
  EXPECT_EQ(history[0].corrector(), "ivanova");
  EXPECT_TRUE(history[0].has_create_time());
  ASSERT_EQ(history[0].fields_size(), 2);
  EXPECT_EQ(history[0].fields(0), "number");
  EXPECT_EQ(history[0].letter_before().facts().number(), "01-11/77");
  EXPECT_EQ(history[0].letter_after().facts().number(), "5");
  ASSERT_TRUE(DoLink(world, letter, meeting, &out).ok());
  update.mutable_letter()->mutable_facts()->set_number("6");
  update.set_request_id(ids::NewUuid());
  ASSERT_TRUE(world.letters.Update(*world.Call(), update, &out).ok());
  history = HistoryOfLetter(world, letter);
  ASSERT_EQ(history.size(), 3u);
  EXPECT_EQ(history[1].action(), pb::Correction::ACTION_LINK_LETTER);
  EXPECT_EQ(history[1].resolution(), meeting);
  EXPECT_EQ(world.Query("SELECT string_agg(action, ' ' ORDER BY id) FROM correction"),
            "ACTION_LINK_LETTER ACTION_UPDATE_LETTER");
  pb::ListLetterCorrectionsRequest list;
  pb::ListLetterCorrectionsResponse page;
  list.set_parent(letter);
  list.set_page_size(2);
  ASSERT_TRUE(world.letters.ListCorrections(*world.Call(), list, &page).ok());
  EXPECT_EQ(page.corrections_size(), 2);
  list.set_page_token(page.next_page_token());
  pb::ListLetterCorrectionsResponse rest;
  ASSERT_TRUE(world.letters.ListCorrections(*world.Call(), list, &rest).ok());
  EXPECT_EQ(rest.corrections_size(), 1);
  EXPECT_EQ(rest.next_page_token(), "");
  list.clear_page_token();
  EXPECT_EQ(world.letters.ListCorrections(*world.Call("ru-yy"), list, &page).code(),
            absl::StatusCode::kNotFound);
}

TEST(LetterFactsTest, ClearingTheLetterOfAFileIsToldAndRemembered) {
  World world;
  const auto both = world.Import(SampleLetter() + SampleText());
  const std::string letter = both.letter().name();
  pb::UpdateResolutionRequest clear;
  clear.mutable_resolution()->set_name(both.resolution().name());
  clear.mutable_update_mask()->add_paths("letter");
  pb::Resolution resolution;
  ASSERT_TRUE(world.resolutions.Update(*world.Call(), clear, &resolution).ok());
  EXPECT_EQ(resolution.letters_size(), 0);
  EXPECT_EQ(world.Query("SELECT count(*) FROM letter"), "0");
  EXPECT_EQ(world.Query("SELECT subject || ' ' || revision || ' ' || (payload #>> "
                        "'{facts,number}') FROM outbox WHERE type = 'letter.removed'"),
            letter + " 2 01-11/77");
  for (const pb::Correction& entry :
       {HistoryOfLetter(world, letter).at(0), HistoryNow(world, both.resolution().name()).at(1)}) {
    EXPECT_EQ(entry.action(), pb::Correction::ACTION_REMOVE_LETTER);
    EXPECT_EQ(entry.corrector(), "ivanova");
    EXPECT_EQ(entry.letter(), letter);
    EXPECT_EQ(entry.letter_before().SerializeAsString(), both.letter().SerializeAsString());
  }
  EXPECT_EQ(HistoryOfLetter(world, letter)[0].resolution(), both.resolution().name());
  ASSERT_TRUE(world.resolutions.Update(*world.Call(), clear, &resolution).ok());
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'letter.removed'"), "1");
}

}  // namespace
}  // namespace rezon::decisions
