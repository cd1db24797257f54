#include <gtest/gtest.h>

#include <string>

#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "tests/store/decisions/letters.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

using Link = pb::Letter::Link;

TEST(LetterLinksTest, AProposalWaitsForAPersonWhicheverCameFirst) {
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
    EXPECT_EQ(ResolutionNow(world, resolution).letters_size(), 0);
    EXPECT_EQ(LettersOf(world, resolution, "").size(), 1u);
    EXPECT_TRUE(LettersOf(world, "", "linked = true").empty());
    EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'letter.proposed'"),
              letter_first ? "1" : "0");
    pb::Letter linked;
    ASSERT_TRUE(DoLink(world, letter, resolution, &linked, proposed.etag()).ok());
    EXPECT_EQ(linked.resolution(), resolution);
    EXPECT_EQ(linked.links(0).decider(), "ivanova");
    EXPECT_EQ(ResolutionNow(world, resolution).letters(0), letter);
    EXPECT_EQ(LettersOf(world, "", "linked = true AND resolution = \"" + resolution + "\"").size(),
              1u);
  }
}

TEST(LetterLinksTest, LinksAreTakenAndEndedByHandAndRemembered) {
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

TEST(LetterLinksTest, ARejectedProposalIsNotMadeAgain) {
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

TEST(LetterLinksTest, ProposalsAreMadeAnewOnRequest) {
  World world;
  const std::string letter = world.Import(SampleLetter()).letter().name();
  const std::string meeting = world.Import(SampleText()).resolution().name();
  pb::UpdateResolutionRequest update;
  *update.mutable_resolution() = ResolutionNow(world, meeting);
  update.mutable_resolution()->clear_etag();
  update.mutable_resolution()->set_display_name("Решение клуба пчеловодов");
  update.mutable_resolution()->mutable_event()->set_start_date("2019-02-01");
  update.mutable_resolution()->mutable_event()->set_end_date("2019-02-01");
  update.mutable_update_mask()->add_paths("display_name");
  update.mutable_update_mask()->add_paths("event");
  pb::Resolution changed;
  ASSERT_TRUE(world.resolutions.Update(*world.Call(), update, &changed).ok());
  EXPECT_EQ(LetterNow(world, letter).links_size(), 1) << "as it was proposed";
  const auto match = [&](const std::string& etag, pb::Letter* out) {
    pb::MatchLetterRequest request;
    request.set_name(letter);
    request.set_etag(etag);
    request.set_request_id(ids::NewUuid());
    return world.letters.Match(*world.Call(), request, out);
  };
  pb::Letter out;
  EXPECT_EQ(match("\"77\"", &out).code(), absl::StatusCode::kAborted);
  const std::string before = LetterNow(world, letter).etag();
  ASSERT_TRUE(match(before, &out).ok());
  EXPECT_EQ(out.links_size(), 0) << out.DebugString();
  EXPECT_NE(out.etag(), before);
  update.mutable_resolution()->set_display_name(
      "Резолюция августовского совещания работников образования города Речного");
  update.mutable_resolution()->mutable_event()->set_start_date("2024-08-23");
  update.mutable_resolution()->mutable_event()->set_end_date("2024-08-23");
  ASSERT_TRUE(world.resolutions.Update(*world.Call(), update, &changed).ok());
  ASSERT_TRUE(match(out.etag(), &out).ok());
  ASSERT_EQ(out.links_size(), 1);
  EXPECT_EQ(out.links(0).resolution(), meeting);
  EXPECT_EQ(out.links(0).state(), Link::STATE_PROPOSED);
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'letter.proposed'"), "3");
  const std::string etag = out.etag();
  ASSERT_TRUE(match("", &out).ok());
  EXPECT_EQ(out.etag(), etag) << "nothing new";
  ASSERT_TRUE(DoLink(world, letter, meeting, &out).ok());
  const std::string linked = out.SerializeAsString();
  ASSERT_TRUE(match("", &out).ok());
  EXPECT_EQ(out.SerializeAsString(), linked);
}

}  // namespace
}  // namespace rezon::decisions
