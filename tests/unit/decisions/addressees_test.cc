#include "services/decisions/domain/addressees.h"

#include <gtest/gtest.h>

#include "services/decisions/domain/edit.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

Findings Found() {
  Findings findings;
  findings.territory = "territories/7";
  findings.findings.push_back({"органам управления",
                               {{"addresseeClasses/1", "Органы управления", 0.9}},
                               {{"organisations/2", "Управление", 0.4}}});
  return findings;
}

TEST(AddresseesTest, EachPhraseIsAskedOnce) {
  EXPECT_EQ(OpenPhrases(SampleDraft()), std::vector<std::string>{"органам управления"});
}

TEST(AddresseesTest, AnswersReachEveryPointWithThePhrase) {
  Aggregate draft = SampleDraft();
  ApplyFindings(Found(), draft);
  Count(draft);
  for (int i : {1, 3}) {
    const pb::Addressee& addressee = draft.points[static_cast<size_t>(i)].addressees(0);
    EXPECT_EQ(addressee.targets(0), "addresseeClasses/1");
    EXPECT_EQ(addressee.target_display_names(0), "Органы управления");
    EXPECT_EQ(addressee.alternatives(0).target(), "organisations/2");
    EXPECT_DOUBLE_EQ(addressee.score(), 0.9);
  }
  EXPECT_EQ(draft.resolution.territory(), "territories/7");
  EXPECT_EQ(draft.resolution.unresolved_count(), 1);
  EXPECT_EQ(draft.changed_points, (std::set<std::string>{SamplePoint(2), SamplePoint(4)}));
}

TEST(AddresseesTest, ReasonsAreKept) {
  Findings findings = Found();
  findings.findings[0].matches[0].reasons = {"Совпали слова."};
  findings.findings[0].alternatives[0].reasons = {"Похоже."};
  Aggregate draft = SampleDraft();
  ApplyFindings(findings, draft);
  EXPECT_EQ(draft.points[1].addressees(0).reasons(0), "Совпали слова.");
  EXPECT_EQ(draft.points[1].addressees(0).alternatives(0).reasons(0), "Похоже.");
}

TEST(AddresseesTest, TheTerritoryOfAPhraseStaysWithItUnderAPersonsChoice) {
  Findings findings = Found();
  findings.findings[0].territory = "territories/8";
  findings.findings[0].territory_display_name = "Лесной район";
  Aggregate draft = SampleDraft();
  ApplyFindings(findings, draft);
  EXPECT_EQ(draft.points[1].addressees(0).territory(), "territories/8");
  EXPECT_EQ(draft.points[1].addressees(0).territory_display_name(), "Лесной район");
  pb::Point given;
  given.set_name(SamplePoint(2));
  pb::Addressee& chosen = *given.add_addressees();
  chosen.set_phrase("органам управления");
  chosen.add_targets("organisations/2");
  chosen.set_territory("territories/9");  // output only: not a caller's
  given.add_addressees()->add_targets("organisations/3");
  given.mutable_addressees(1)->set_territory("territories/9");
  ASSERT_TRUE(ChangePoint(draft, given, {}, kClerk).ok());
  EXPECT_EQ(draft.points[1].addressees(0).territory(), "territories/8");
  EXPECT_EQ(draft.points[1].addressees(1).territory(), "");
}

TEST(AddresseesTest, AnUnknownTerritoryIsToldAndForgottenOnceItIsChosen) {
  Findings findings = Found();
  findings.territory = "";
  findings.findings[0].matches.clear();
  Aggregate draft = SampleDraft();
  draft.resolution.mutable_event()->set_territory("город Нигде");
  const int before = draft.resolution.warnings_size();
  ApplyFindings(findings, draft);
  ApplyFindings(findings, draft);
  ASSERT_EQ(draft.resolution.warnings_size(), before + 1);
  EXPECT_NE(draft.resolution.warnings(before).find("«город Нигде» не найдена в реестре"),
            std::string::npos);
  findings.territory = "territories/7";
  ApplyFindings(findings, draft);
  EXPECT_EQ(draft.resolution.warnings_size(), before);
}

TEST(AddresseesTest, ARegionalEventSpeaksOfTheRegion) {
  Aggregate draft = SampleDraft();
  EXPECT_FALSE(QuestionOf(draft).whole_region);
  draft.resolution.mutable_event()->set_level("regional");
  EXPECT_TRUE(QuestionOf(draft).whole_region);
}

TEST(AddresseesTest, TheSameAnswerAgainTouchesNothing) {
  Aggregate draft = SampleDraft();
  ApplyFindings(Found(), draft);
  draft.changed_points.clear();
  ApplyFindings(Found(), draft);
  EXPECT_TRUE(draft.changed_points.empty());
}

TEST(AddresseesTest, WhatAPersonChoseStays) {
  Aggregate draft = SampleDraft();
  draft.points[1].set_corrector("ivanova");
  draft.points[1].mutable_addressees(0)->add_targets("organisations/5");
  draft.resolution.set_territory("territories/1");
  ApplyFindings(Found(), draft);
  EXPECT_EQ(draft.points[1].addressees(0).targets(0), "organisations/5");
  EXPECT_EQ(draft.points[3].addressees(0).targets(0), "addresseeClasses/1");
  EXPECT_EQ(draft.resolution.territory(), "territories/1");
}

TEST(AddresseesTest, KnownNamesComeFromTargetsAndAlternatives) {
  Aggregate draft = SampleDraft();
  ApplyFindings(Found(), draft);
  EXPECT_EQ(KnownNames(draft),
            (std::map<std::string, std::string>{{"addresseeClasses/1", "Органы управления"},
                                                {"organisations/2", "Управление"}}));
}

TEST(AddresseesTest, TheWarningComesOnceAndGoes) {
  pb::Resolution resolution;
  resolution.add_warnings("другое");
  WarnUnresolved(resolution);
  WarnUnresolved(resolution);
  EXPECT_EQ(resolution.warnings_size(), 2);
  ClearUnresolvedWarning(resolution);
  ASSERT_EQ(resolution.warnings_size(), 1);
  EXPECT_EQ(resolution.warnings(0), "другое");
}

}  // namespace
}  // namespace rezon::decisions
