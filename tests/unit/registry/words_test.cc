#include "services/registry/matching/words.h"

#include <gtest/gtest.h>

#include "services/registry/matching/lexicon.h"
#include "services/registry/matching/tokens.h"

namespace rezon::registry {
namespace {

std::vector<std::string> StemsOf(const std::string& text) { return Stems({text}); }

TEST(Words, FoldsLettersAndYo) {
  EXPECT_EQ(Fold("АБЯ Ёж Zx"), "абя еж zx");
  EXPECT_EQ(Fold("ПРСТ"), "прст");
  std::vector<std::string> texts;
  for (const Token& token : Scan("МАОУ СОШ №27, д/с «Ёлочка»")) texts.push_back(token.text);
  EXPECT_EQ(texts, (std::vector<std::string>{"маоу", "сош", "27", "д/с", "елочка"}));
  EXPECT_TRUE(Scan("\xff\xd0 -").empty());
}

TEST(Words, AnyCaseGivesTheSameStems) {
  const auto nominative = StemsOf("управление образования администрации");
  for (const char* other :
       {"Управлению образования администрации", "управлением образованием администрацией",
        "УПРАВЛЕНИЯ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ"}) {
    EXPECT_EQ(StemsOf(other), nominative) << other;
  }
}

TEST(Words, AbbreviationsAreWrittenOut) {
  EXPECT_EQ(StemsOf("СОШ № 27"), StemsOf("средней общеобразовательной школе 27"));
  EXPECT_EQ(StemsOf("д/с № 5 р-на"), StemsOf("детский сад 5 район"));
  EXPECT_EQ(StemsOf("007"), StemsOf("7"));
}

TEST(Words, RangesGiveEachNumber) {
  EXPECT_EQ(StemsOf("№№ 4–6, 9-11"), (std::vector<std::string>{"10", "11", "4", "5", "6", "9"}));
  EXPECT_EQ(StemsOf("в 2025-2026 году"), StemsOf("в 2025, 2026 году"));
}

TEST(Words, InitialsAreNoWords) {
  const std::vector<Word> words = Words("Белову П. С., директору");
  ASSERT_EQ(words.size(), 4u);
  EXPECT_TRUE(words[1].initial && words[2].initial);
  EXPECT_EQ(words[1].weight, 0);
  EXPECT_TRUE(words[3].separated);
  EXPECT_EQ(PersonWord(words[0]).key, PersonWord(Words("Белов")[0]).key);
  EXPECT_TRUE(SaysActing("и.о. директора"));
  EXPECT_FALSE(SaysActing("Белову И. О., директору"));
}

TEST(Words, PeopleAreNotEveryAdjective) {
  EXPECT_TRUE(Words("педагогическим работникам")[0].people);
  EXPECT_FALSE(Words("педагогическому колледжу")[0].people);
}

TEST(Words, TellsOneFromMany) {
  EXPECT_EQ(NumberOf(Words("Управлению образования")), Addressed::kOne);
  EXPECT_EQ(NumberOf(Words("Муниципальным органам управления")), Addressed::kMany);
  EXPECT_EQ(NumberOf(Words("Руководителям организаций")), Addressed::kMany);
  EXPECT_EQ(NumberOf(Words("руководители организаций")), Addressed::kMany);
  EXPECT_EQ(NumberOf(Words("школы города")), Addressed::kUnknown);
  EXPECT_EQ(NumberOf(Words("школе города")), Addressed::kOne);
  EXPECT_EQ(NumberOf(Words("каждой школе")), Addressed::kMany);
  EXPECT_EQ(NumberOf(Words("МАУ ИМЦ")), Addressed::kUnknown);
}

TEST(Words, OneMisprintIsForgivenInLongWordsOnly) {
  EXPECT_TRUE(NearlyEqual("департамент", "департаминт"));
  EXPECT_TRUE(NearlyEqual("департамент", "департаменнт"));
  EXPECT_TRUE(NearlyEqual("департамент", "депратамент"));
  EXPECT_FALSE(NearlyEqual("департамент", "департаменты и"));
  EXPECT_FALSE(NearlyEqual("школ", "шкал"));
  EXPECT_FALSE(NearlyEqual("общеобразовательн", "образовательн"));
}

}  // namespace
}  // namespace rezon::registry
