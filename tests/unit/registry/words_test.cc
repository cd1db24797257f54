#include "services/registry/matching/words.h"

#include <gtest/gtest.h>

#include "services/registry/matching/tokens.h"

namespace rezon::registry {
namespace {

std::vector<std::string> StemsOf(const std::string& text) { return Stems({text}); }

TEST(Words, FoldsLettersAndYo) {
  EXPECT_EQ(Fold("АБЯ Ёж Zx"), "абя еж zx");
  EXPECT_EQ(Fold("ПРСТ"), "прст");
  EXPECT_EQ(Tokens(Fold("МАОУ СОШ №27, д/с «Ёлочка»")),
            (std::vector<std::string>{"маоу", "сош", "27", "д/с", "елочка"}));
  EXPECT_TRUE(Tokens("\xff\xd0 -").empty());
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

TEST(Words, TellsOneFromMany) {
  EXPECT_EQ(NumberOf(Words("Управлению образования")), Addressed::kOne);
  EXPECT_EQ(NumberOf(Words("Муниципальным органам управления")), Addressed::kMany);
  EXPECT_EQ(NumberOf(Words("Руководителям организаций")), Addressed::kMany);
  EXPECT_EQ(NumberOf(Words("руководители организаций")), Addressed::kUnknown);
  EXPECT_EQ(NumberOf(Words("МАУ ИМЦ")), Addressed::kUnknown);
}

TEST(Words, OneMisprintIsForgivenInLongWordsOnly) {
  EXPECT_TRUE(NearlyEqual("департамент", "департаминт"));
  EXPECT_TRUE(NearlyEqual("департамент", "департаменнт"));
  EXPECT_FALSE(NearlyEqual("департамент", "департаменты и"));
  EXPECT_FALSE(NearlyEqual("школ", "шкал"));
  EXPECT_FALSE(NearlyEqual("общеобразовательн", "образовательн"));
}

}  // namespace
}  // namespace rezon::registry
