#include "services/decisions/reader/intake/numbering.h"

#include <gtest/gtest.h>

#include "services/decisions/reader/structure/labels.h"
#include "services/decisions/reader/structure/tree.h"

namespace rezon::reader {
namespace {

ListStyle Outline() {
  ListStyle style;
  style.levels[0].text = "%1.";
  style.levels[1].text = "%1.%2.";
  style.levels[2].format = "russianLower";
  style.levels[2].text = "%3)";
  return style;
}

TEST(Numbering, CountsLevelsAndStartsTheLowerOnesAnew) {
  const ListStyle style = Outline();
  ListCounter counter;
  EXPECT_EQ(counter.Next(style, 0), "1.");
  EXPECT_EQ(counter.Next(style, 1), "1.1.");
  EXPECT_EQ(counter.Next(style, 2), "а)");
  EXPECT_EQ(counter.Next(style, 2), "б)");
  EXPECT_EQ(counter.Next(style, 1), "1.2.");
  EXPECT_EQ(counter.Next(style, 2), "а)");
  EXPECT_EQ(counter.Next(style, 0), "2.");
  EXPECT_EQ(counter.Next(style, 1), "2.1.");
}

TEST(Numbering, ALevelMayGoOnOrStartAtANumber) {
  ListStyle style = Outline();
  style.levels[1].restart_after = 0;
  style.levels[0].start = 5;
  ListCounter counter;
  EXPECT_EQ(counter.Next(style, 0), "5.");
  EXPECT_EQ(counter.Next(style, 1), "5.1.");
  EXPECT_EQ(counter.Next(style, 0), "6.");
  EXPECT_EQ(counter.Next(style, 1), "6.2.");
  counter.Restart(0, 3);
  EXPECT_EQ(counter.Next(style, 0), "3.");
}

TEST(Numbering, AnUpperLevelThatNeverStoodShowsItsStart) {
  ListCounter counter;
  EXPECT_EQ(counter.Next(Outline(), 1), "1.1.");
}

TEST(Numbering, Formats) {
  EXPECT_EQ(FormatNumber(4, "upperRoman"), "IV");
  EXPECT_EQ(FormatNumber(19, "lowerRoman"), "xix");
  EXPECT_EQ(FormatNumber(27, "lowerLetter"), "aa");
  EXPECT_EQ(FormatNumber(10, "russianLower"), "к");
  EXPECT_EQ(FormatNumber(2, "russianUpper"), "Б");
  EXPECT_EQ(FormatNumber(7, "decimalZero"), "07");
  EXPECT_EQ(FormatNumber(12, "unknown"), "12");
  EXPECT_EQ(BulletText("\xEF\x82\xB7"), "•");
  EXPECT_EQ(BulletText("–"), "–");
}

struct LabelCase {
  const char* line;
  const char* label;  // "" = none
};

TEST(Labels, EveryStyleAndNoFalseOnes) {
  const LabelCase cases[] = {{"1. Текст", "1"},
                             {"1) Текст", "1)"},
                             {"1 . Текст", "1"},
                             {"1.1.1. Текст", "1.1.1"},
                             {"1.10 Текст", "1.10"},
                             {"2.13.Текст", "2.13"},
                             {"12.Текст", "12"},
                             {"(3) Текст", "(3)"},
                             {"I. Текст", "I"},
                             {"IV) Текст", "IV)"},
                             {"а) текст", "а)"},
                             {"a. text", "a"},
                             {"б. текст", "б"},
                             {"- текст", "-"},
                             {"– текст", "-"},
                             {"—текст", "-"},
                             {"• текст", "-"},
                             {"▪ текст", "-"},
                             {"* текст", "-"},
                             {"o текст", "-"},
                             {"✓ текст", "-"},
                             {"6 .", "6"},
                             {"24.08.2019 г.", ""},
                             {"2024. Год", ""},
                             {"26 августа 2021 года", ""},
                             {"И.И. Иванов", ""},
                             {"А. Иванов", ""},
                             {"г. Город", ""},
                             {"о том, что", ""},
                             {"83,6 процента", ""},
                             {"10.05 начало", ""},
                             {"I. И. Иванов", ""},
                             {"*сноска", ""}};
  for (const LabelCase& one : cases) {
    const Label label = FindLabel(one.line);
    EXPECT_EQ(label.Text(), one.label) << one.line;
    EXPECT_EQ(static_cast<bool>(label), *one.label != '\0') << one.line;
  }
}

TEST(Tree, ParentsFollowStylesAndNumbers) {
  Tree tree;
  const auto place = [&](const char* label, bool opens, int ordinal) {
    return tree.Place(FindLabel(std::string(label) + " текст"), PlainStyle::kNone, opens, ordinal);
  };
  EXPECT_EQ(place("1.", true, 1), 0);
  EXPECT_EQ(place("1)", false, 2), 1);
  EXPECT_EQ(place("-", false, 3), 2);
  EXPECT_EQ(place("2)", true, 4), 1);
  EXPECT_EQ(place("а)", false, 5), 4);
  EXPECT_EQ(place("2.", true, 6), 0);
  EXPECT_EQ(place("2.1.", false, 7), 6);
  EXPECT_EQ(place("2.2.", false, 8), 6);
  EXPECT_EQ(place("3.", true, 9), 0);
  EXPECT_EQ(place("1.", false, 10), 9);  // starts anew under an opening line
  EXPECT_EQ(place("2.", false, 11), 9);
  EXPECT_EQ(place("4.", false, 12), 0);
}

TEST(Tree, UnlabelledTasksStandUnderTheirHeading) {
  Tree tree;
  EXPECT_EQ(tree.Place({}, PlainStyle::kHeading, true, 1), 0);
  EXPECT_EQ(tree.Place({}, PlainStyle::kLower, false, 2), 1);
  EXPECT_EQ(tree.Place({}, PlainStyle::kLower, false, 3), 1);
  EXPECT_EQ(tree.Place({}, PlainStyle::kHeading, true, 4), 0);
  EXPECT_EQ(tree.Place({}, PlainStyle::kLower, false, 5), 4);
}

}  // namespace
}  // namespace rezon::reader
