#include <gtest/gtest.h>

#include "tests/store/decisions/exchange_files.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

TEST(ExchangeLettersTest, TheLettersGoAlongAndComeBackLinked) {
  World first, second;
  const auto both = first.Import(SampleLetter() + SampleText());
  const std::string name = both.resolution().name();
  std::string other = SampleLetter();
  other.replace(other.find("01-11/77"), 8, "01-11/90");
  pb::LinkLetterRequest link;
  link.set_name(first.Import(other).letter().name());
  link.set_resolution(name);
  pb::Letter linked;
  ASSERT_TRUE(first.letters.Link(*first.Call(), link, &linked).ok());
  const std::string file = ExportJson(first, name);
  const auto imported = second.Import(file);
  ASSERT_TRUE(imported.has_letter());
  EXPECT_EQ(imported.letter().facts().number(), "01-11/77");
  EXPECT_EQ(imported.letter().requests_size(), 1);
  EXPECT_EQ(imported.resolution().letters_size(), 2);
  const std::string again = ExportJson(second, imported.resolution().name());
  EXPECT_EQ(WithoutOrigin(again), WithoutOrigin(file));
  EXPECT_EQ(second.Query("SELECT count(*) FROM document"), "2");
  EXPECT_EQ(second.Query("SELECT count(*) FROM outbox WHERE type = 'letter.stored'"), "2");
  EXPECT_TRUE(second.Import(other).already_imported());
  const std::string xml =
      Export(second, imported.resolution().name(), pb::ExportResolutionRequest::FORMAT_AKN).data();
  EXPECT_NE(xml.find("<docNumber>01-11/77</docNumber>"), std::string::npos);
  EXPECT_NE(xml.find("<docNumber>01-11/90</docNumber>"), std::string::npos);
}

TEST(ExchangeLettersTest, ALetterThatIsThereAlreadyIsLinkedNotStoredAgain) {
  World first, second;
  const std::string letter = first.Import(SampleLetter()).letter().name();
  const std::string name = first.Import(SampleText()).resolution().name();
  pb::LinkLetterRequest link;
  link.set_name(letter);
  link.set_resolution(name);
  pb::Letter linked;
  ASSERT_TRUE(first.letters.Link(*first.Call(), link, &linked).ok());
  const std::string file = ExportJson(first, name);
  const std::string there = second.Import(SampleLetter()).letter().name();
  const auto imported = second.Import(file);
  ASSERT_EQ(imported.resolution().letters_size(), 1);
  EXPECT_EQ(imported.resolution().letters(0), there);
  EXPECT_EQ(second.Query("SELECT count(*) FROM letter"), "1");
}

}  // namespace
}  // namespace rezon::decisions
