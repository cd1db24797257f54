#include "services/platform/terms/rules.h"

#include <gtest/gtest.h>

namespace rezon::terms {
namespace {

TEST(Rules, AJurisdictionTakesWhatItDoesNotSayFromTheDefault) {
  const RuleBook& book = RuleBook::Published();
  const Jurisdiction* own = book.Find("ru-tyu");
  ASSERT_NE(own, nullptr);
  EXPECT_EQ(own->urgent.id, "ru-tyu/relative.urgent");
  EXPECT_EQ(own->very_urgent.id, "ru/relative.very_urgent");
  EXPECT_EQ(own->shift.id, "ru/shift.preceding");
  EXPECT_FALSE(own->from_registration);
  EXPECT_TRUE(book.Find("ru-sve")->from_registration);
  EXPECT_EQ(book.Find("ru-sve")->urgent.unit, Unit::kWorkingDays);
  EXPECT_EQ(book.Find("ru-sve")->standing.month, 1);
  EXPECT_EQ(book.Find("ru-sve")->standing.day, 20);
  EXPECT_EQ(book.Find("ru-xyz"), nullptr);
  EXPECT_EQ(book.Of("ru-xyz").id, "ru");
  EXPECT_EQ(book.Ids(), "ru, ru-civil, ru-sve, ru-tyu");
}

TEST(Rules, RowsOfAnInstallationWin) {
  const auto book = RuleBook::WithRows(
      "# ours\nru-tyu | relative.urgent | 2 working | приказ 1\nru-abc | title | Своё | -\n");
  ASSERT_TRUE(book.ok()) << book.status();
  EXPECT_EQ(book->Find("ru-tyu")->urgent.amount, 2);
  EXPECT_EQ(book->Find("ru-tyu")->urgent.source, "приказ 1");
  EXPECT_EQ(book->Find("ru-tyu")->prompt.amount, 10);
  EXPECT_EQ(book->Of("ru-abc").title, "Своё");
  EXPECT_EQ(RuleBook::Published().Find("ru-tyu")->urgent.amount, 3);
}

TEST(Rules, AWrongRowIsRefusedAndNamed) {
  for (const char* row :
       {"ru-tyu | relative.urgent | 3 calendar", "ru-tyu | relative.urgnt | 3 calendar | x",
        "ru-tyu | relative.urgent | three calendar | x", "ru-tyu | relative.urgent | 3 days | x",
        "ru-tyu | relative.urgent | 0 calendar | x", "ru-tyu | shift | back | x",
        "ru-tyu | standing | yearly 13-01 | x", "ru-tyu | standing | yearly 1 | x",
        "ru-tyu | recurring.monthly | day 31 | x", "ru-tyu | count_from | birth | x",
        "ru-tyu | | 3 | x"}) {
    const auto book = RuleBook::WithRows(row);
    EXPECT_EQ(book.status().code(), absl::StatusCode::kInvalidArgument) << row;
    EXPECT_NE(book.status().message().find("ru-tyu"), absl::string_view::npos) << row;
  }
}

}  // namespace
}  // namespace rezon::terms
