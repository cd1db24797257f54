#include "services/decisions/domain/akn/akn.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "services/decisions/domain/akn/iri.h"
#include "services/decisions/domain/akn/text.h"
#include "tests/unit/decisions/exchange_samples.h"

namespace rezon::decisions::akn {
namespace {

class AknTest : public ::testing::Test {
 protected:
  void Load(const FullSample& sample) {
    bytes_ = Write(sample.aggregate, sample.document, sample.letters);
    const auto parsed = xml_.load_string(bytes_.c_str());
    ASSERT_TRUE(parsed) << parsed.description();
  }
  // Text of the first node at the path, below <statement>.
  std::string Text(const char* path) { return xml_.select_node(path).node().text().get(); }
  std::string Value(const char* path) { return xml_.select_node(path).attribute().value(); }
  // The text of an element with all inside it.
  static std::string Whole(pugi::xml_node node) {
    std::string text;
    for (const auto& found : node.select_nodes(".//text()")) text += found.node().value();
    return text;
  }

  std::string bytes_;
  pugi::xml_document xml_;
};

TEST_F(AknTest, IrisNameWorkExpressionAndManifestation) {
  Load(MakeFullSample());
  const std::string work = "/akn/ru-xx/statement/resolution/2024-08-23/soveshchanie-shkola-semia";
  EXPECT_EQ(Value("//statement//FRBRWork/FRBRuri/@value"), work);
  EXPECT_EQ(Value("//statement//FRBRWork/FRBRthis/@value"), work + "/!main");
  EXPECT_EQ(Value("//statement//FRBRExpression/FRBRuri/@value"), work + "/rus@2024-08-23");
  EXPECT_EQ(Value("//statement//FRBRManifestation/FRBRuri/@value"), work + "/rus@2024-08-23.akn");
  EXPECT_EQ(Value("//statement//FRBRWork/FRBRdate/@name"), "event");
}

TEST_F(AknTest, PointsNestAndTheirIdsFollowTheLabels) {
  Load(MakeFullSample());
  std::vector<std::string> ids;
  for (const auto& point : xml_.select_nodes("//point")) {
    ids.push_back(point.node().attribute("eId").value());
  }
  EXPECT_EQ(ids, (std::vector<std::string>{"point_1", "point_1__point_1.1", "point_1__point_1.1-3",
                                           "point_nn2", "point_nn3"}));
  EXPECT_EQ(Text("//point[@eId='point_1']/intro/p"), "Директорам школ");
  EXPECT_EQ(Text("//point[@eId='point_1']/num"), "1.");
  EXPECT_EQ(Text("//point[@eId='point_nn2']/num"), "-");
  EXPECT_FALSE(xml_.select_node("//point[@eId='point_nn3']/num"));
}

TEST_F(AknTest, DeadlinesAndAddresseesAreMarkedWhereTheyArePrinted) {
  Load(MakeFullSample());
  EXPECT_EQ(Value("//point[@eId='point_1__point_1.1']//date/@date"), "2024-10-01");
  EXPECT_EQ(Text("//point[@eId='point_1__point_1.1']//date"), "до 1 октября 2024 года");
  EXPECT_EQ(Whole(xml_.select_node("//point[@eId='point_1__point_1.1']/content/p").node()),
            "утвердить план до 1 октября 2024 года");
  EXPECT_EQ(Value("//point[@eId='point_1__point_1.1']/@refersTo"), "#organization_1 #deadline_1");
  EXPECT_EQ(Value("//TLCOrganization[@eId='organization_1']/@showAs"), "Директора школ");
  EXPECT_EQ(Text("//p[@class='responsible']/person"), "методисты");
  EXPECT_EQ(Value("//p[@class='deadline']/date/@date"), "2025-05-31");
  EXPECT_EQ(Value("//TLCEvent[@eId='deadline_2']/@href"),
            "/akn/ontology/event/deadline/2024-09-01/2025-05-31");
  EXPECT_EQ(Text("//point[@eId='point_nn2']//event"), "постоянно");
  EXPECT_EQ(Text("//point[@eId='point_nn2']//organization"), "Родительским комитетам");
}

TEST_F(AknTest, EveryReferenceIsThere) {
  for (const FullSample& sample : {MakeFullSample(), MakeEmptySample(), MakeDeepSample()}) {
    Load(sample);
    for (const char* part : {"//statement", "//component[1]/doc", "//component[2]/doc"}) {
      std::set<std::string> ids;
      for (const auto& id : xml_.select_nodes((std::string(part) + "//@eId").c_str())) {
        EXPECT_TRUE(ids.insert(id.attribute().value()).second) << id.attribute().value();
      }
      for (const auto& refers : xml_.select_nodes((std::string(part) + "//@refersTo").c_str())) {
        std::istringstream list(refers.attribute().value());
        for (std::string id; list >> id;) EXPECT_EQ(ids.count(id.substr(1)), 1u) << id;
      }
    }
  }
}

TEST_F(AknTest, TheLetterIsAComponentAndTheRestIsKept) {
  Load(MakeFullSample());
  EXPECT_EQ(Value("//component/doc//FRBRWork/FRBRuri/@value"),
            "/akn/ru-xx/doc/letter/2024-09-15/17-a");
  EXPECT_EQ(Value("//component/doc//hasAttachment/@href"),
            Value("//statement//FRBRWork/FRBRuri/@value"));
  EXPECT_EQ(Text("//doc//docNumber"), "17/а");
  const std::string preamble = Whole(xml_.select_node("//statement/preamble").node());
  EXPECT_NE(preamble.find("Участники решили:"), std::string::npos);
  EXPECT_EQ(preamble.find("Направляем"), std::string::npos);
  EXPECT_EQ(Text("//statement/conclusions/p/signature"), "Председатель   В.Г. Лесной");
  EXPECT_EQ(Text("//doc/mainBody/p[4]"), "Направляем резолюцию для исполнения.");
}

TEST_F(AknTest, LettersOfOtherFilesAreComponentsWithTheirOwnText) {
  Load(MakeFullSample());
  ASSERT_EQ(xml_.select_nodes("//component").size(), 2u);
  EXPECT_EQ(Text("//component[2]//docNumber"), "9");
  EXPECT_EQ(Text("//component[2]//mainBody/p[2]"), "Высылаем резолюцию & план.");
  EXPECT_EQ(Value("//component[2]//rezon:source/@fileName"), "письмо.txt");
  EXPECT_EQ(Value("//statement//attachmentOf[2]/@href"), "/akn/ru-xx/doc/letter/2024-09-20/9");
  EXPECT_EQ(Value("//statement//attachmentOf[2]/@showAs"), "Письмо № 9 от 20.09.2024");
}

TEST_F(AknTest, WhatStandsBehindTheResolutionIsTheLettersOnly) {
  FullSample sample = MakeFullSample();
  pb::Resolution& resolution = sample.aggregate.resolution;
  const std::string& text = sample.document.text();
  const auto begin = static_cast<std::int64_t>(text.find("РЕЗОЛЮЦИЯ"));
  const auto end = static_cast<std::int64_t>(text.find("Приложение: план"));
  resolution.mutable_span()->set_begin(begin);
  resolution.mutable_span()->set_end(end);
  resolution.mutable_letter()->mutable_span()->set_begin(end);
  resolution.mutable_letter()->mutable_span()->set_end(static_cast<std::int64_t>(text.size()));
  Load(sample);
  EXPECT_EQ(Text("//component[1]//mainBody/p[1]"), "Приложение: план");
  const std::string conclusions = Whole(xml_.select_node("//statement/conclusions").node());
  EXPECT_EQ(conclusions.find("Приложение"), std::string::npos);
  const std::string preamble = Whole(xml_.select_node("//statement/preamble").node());
  EXPECT_EQ(preamble.find("Руководителям школ"), std::string::npos);
}

TEST_F(AknTest, WithoutADocumentTheResolutionSpeaksForItself) {
  Load(MakeEmptySample());
  EXPECT_EQ(Text("//docTitle"), "Школа & семья ");
  EXPECT_EQ(Value("//FRBRWork/FRBRdate/@date"), "2024-09-10");
  EXPECT_FALSE(xml_.select_node("//preamble"));
  EXPECT_FALSE(xml_.select_node("//component"));
}

TEST(SlugTest, CyrillicBecomesLatinAndWordsStayWhole) {
  EXPECT_EQ(Slug("  Съезд — «Ёж, щука» №7 ", 80), "sieezd-ezh-shchuka-7");
  EXPECT_EQ(Slug("один два три", 8), "odin-dva");
  EXPECT_EQ(Slug("\xD0", 8), "");
  EXPECT_EQ(Slug("…", 8), "");
}

TEST(SignatureTest, InitialsMakeOne) {
  EXPECT_TRUE(IsSignature("Председатель В. Г. Лесной"));
  EXPECT_TRUE(IsSignature("В.Г. Лесной"));
  EXPECT_FALSE(IsSignature("в т.ч. План"));
  EXPECT_FALSE(IsSignature("Приложение 1"));
}

}  // namespace
}  // namespace rezon::decisions::akn
