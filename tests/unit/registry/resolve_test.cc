#include "services/registry/matching/resolve.h"

#include <gtest/gtest.h>

namespace rezon::registry {
namespace {

using Kind = KnownBody::Kind;

// A small region of invented places.
Directory Region() {
  Directory d;
  d.territories = {
      {"r", "Приозёрская область", "", {"Приозёрская область"}},
      {"c", "город Ключи", "r", {"город Ключи", "г. Ключи"}},
      {"k", "Ключевский район", "r", {"Ключевский район"}},
      {"z", "город Заречный", "r", {"город Заречный"}},
  };
  const auto add = [&](Kind kind, const char* name, std::vector<std::string> names,
                       const char* number, const char* territory) {
    KnownBody body;
    body.kind = kind;
    body.name = name;
    body.display_name = names[0];
    body.names = std::move(names);
    body.number = number;
    body.territory = territory;
    d.bodies.push_back(std::move(body));
  };
  add(Kind::kOrganisation, "organisations/dep",
      {"Департамент образования и науки Приозёрской области"}, "", "r");
  add(Kind::kOrganisation, "organisations/inst",
      {"Приозёрский областной государственный институт развития образования"}, "", "r");
  for (const char* place : {"c", "k", "z"}) {
    const char* of = *place == 'c'   ? "города Ключи"
                     : *place == 'k' ? "Ключевского района"
                                     : "города Заречного";
    add(Kind::kOrganisation, (std::string("organisations/uo-") + place).c_str(),
        {std::string("Управление образования администрации ") + of}, "", place);
    for (const char* number : {"2", "27", "67"}) {
      add(Kind::kOrganisation, (std::string("organisations/school-") + place + number).c_str(),
          {std::string("МАОУ СОШ № ") + number + " " + of}, number, place);
    }
  }
  add(Kind::kOrganisation, "organisations/imc",
      {"МАУ «Информационно-методический центр» города Ключи", "МАУ ИМЦ г. Ключи"}, "", "c");
  add(Kind::kClass, "addresseeClasses/offices",
      {"муниципальные органы управления образованием", "управления образования"}, "", "");
  add(Kind::kClass, "addresseeClasses/schools", {"руководители общеобразовательных организаций"},
      "", "");
  add(Kind::kClass, "addresseeClasses/all",
      {"руководители образовательных организаций", "образовательные организации"}, "", "");
  add(Kind::kClass, "addresseeClasses/kindergartens", {"дошкольные образовательные организации"},
      "", "");
  return d;
}

class ResolveTest : public testing::Test {
 protected:
  ResolveTest() : directory(Region()), places(directory.territories) { Prepare(directory); }
  // The matches' names joined by spaces; "?" when there is none.
  std::string Who(const char* phrase, const char* context = "c") {
    last = Resolve(phrase, {context, false, false}, directory, places);
    std::string who;
    for (const Candidate& match : last.matches) {
      who += (who.empty() ? "" : " ") + match.addressee;
    }
    return who.empty() ? "?" : who;
  }
  Directory directory;
  Places places;
  Resolution last;
};

TEST_F(ResolveTest, OfficeOfTheDocumentsTerritory) {
  EXPECT_EQ(Who("Управлению образования"), "organisations/uo-c");
  EXPECT_EQ(Who("Управлению образования", "z"), "organisations/uo-z");
  EXPECT_EQ(Who("управлению образования администрации Ключевского района"), "organisations/uo-k");
}

TEST_F(ResolveTest, WithoutTerritoryThePersonChooses) {
  EXPECT_EQ(Who("Управлению образования", ""), "?");
  EXPECT_GE(last.alternatives.size(), 3u);
}

TEST_F(ResolveTest, AClassNeedsSomethingThatBoundsIt) {
  EXPECT_EQ(Who("Образовательным организациям", ""), "?");
  ASSERT_EQ(last.reasons.size(), 1u);
  EXPECT_NE(last.reasons[0].find("охватила бы весь регион"), std::string::npos) << last.reasons[0];
  ASSERT_FALSE(last.alternatives.empty());
  EXPECT_EQ(last.alternatives[0].addressee, "addresseeClasses/all");
  const auto whole = Resolve("Образовательным организациям", {"", false, true}, directory, places);
  ASSERT_EQ(whole.matches.size(), 1u);
}

TEST_F(ResolveTest, ADocumentOfAnotherRegionMeansNoSchoolHereByItsNumber) {
  const auto foreign = Resolve("МАОУ СОШ № 67", {"", true, false}, directory, places);
  EXPECT_TRUE(foreign.matches.empty());
}

TEST_F(ResolveTest, ManyMeansTheClass) {
  EXPECT_EQ(Who("Управлениям образования"), "addresseeClasses/offices");
  EXPECT_EQ(Who("Муниципальным органам управления образованием", "r"), "addresseeClasses/offices");
  EXPECT_EQ(Who("руководители образовательных организаций"), "addresseeClasses/all");
  EXPECT_EQ(Who("Образовательным организациям"), "addresseeClasses/all");
  EXPECT_EQ(Who("Дошкольным образовательным организациям"), "addresseeClasses/kindergartens");
}

TEST_F(ResolveTest, ARestrictionThatNoClassHasIsNotIgnored) {
  EXPECT_EQ(Who("Руководителям образовательных организаций, подведомственных департаменту"), "?");
  EXPECT_EQ(Who("руководителям частных образовательных организаций"), "?");
  EXPECT_FALSE(last.alternatives.empty());
}

TEST_F(ResolveTest, AGroupOfANamedTerritoryIsBoundedByIt) {
  EXPECT_EQ(Who("образовательным организациям Ключевского района", "r"), "addresseeClasses/all");
  EXPECT_EQ(last.territory, "k");
  EXPECT_EQ(last.matches[0].reasons.back(), "Группа на территории: Ключевский район.");
  EXPECT_EQ(Who("образовательным организациям Ключевского района", ""), "addresseeClasses/all");
  EXPECT_EQ(last.territory, "k");
  EXPECT_EQ(Who("Образовательным организациям", "r"), "addresseeClasses/all");
  EXPECT_EQ(last.territory, "");
  // Not of another municipality's document, not the region by its name alone, and not two at once.
  EXPECT_EQ(Who("образовательным организациям Ключевского района", "c"), "?");
  EXPECT_EQ(last.territory, "");
  EXPECT_EQ(Who("образовательным организациям Приозёрской области", ""), "?");
  EXPECT_EQ(Who("управлениям образования города Заречного и Ключевского района", "r"), "?");
  EXPECT_EQ(last.territory, "");
}

TEST_F(ResolveTest, AClassIsNotMeantByAWiderPhrase) {
  std::erase_if(directory.bodies,
                [](const KnownBody& body) { return body.name == "addresseeClasses/all"; });
  EXPECT_EQ(Who("Образовательным организациям"), "?");
}

TEST_F(ResolveTest, RegionalBodiesInAnyCase) {
  EXPECT_EQ(Who("Департаменту образования и науки Приозерской области", "r"), "organisations/dep");
  EXPECT_EQ(Who("Департаментом образования и науки", "c"), "organisations/dep");
  EXPECT_EQ(Who("Приозёрскому областному государственному институту развития образования", "r"),
            "organisations/inst");
}

TEST_F(ResolveTest, NumbersAreExact) {
  EXPECT_EQ(Who("МАОУ СОШ № 27"), "organisations/school-c27");
  EXPECT_EQ(Who("школе № 2 города Заречного"), "organisations/school-z2");
  EXPECT_EQ(Who("СОШ № 2 города Заречного"), "organisations/school-z2");
  EXPECT_EQ(Who("МАОУ СОШ № 270"), "?");
  EXPECT_TRUE(last.alternatives.empty());
}

TEST_F(ResolveTest, AnEnumerationMeansEachOrNone) {
  EXPECT_EQ(Who("МАОУ СОШ №№ 27, 67"), "organisations/school-c27 organisations/school-c67");
  EXPECT_EQ(Who("МАОУ СОШ №№ 27, 99"), "?");
}

TEST_F(ResolveTest, AbbreviatedNamesAndMisprints) {
  EXPECT_EQ(Who("МАУ ИМЦ г. Ключи"), "organisations/imc");
  EXPECT_EQ(Who("Информационно-методическому центру"), "organisations/imc");
  EXPECT_EQ(Who("Департаменту оброзования и науки Приозёрской области", "r"), "organisations/dep");
}

TEST_F(ResolveTest, StrangersStayUnresolved) {
  for (const char* phrase : {"", "городской клуб «Парус»", "Обществу любителей", "№ 27", "— ;"}) {
    EXPECT_EQ(Who(phrase), "?") << phrase;
  }
}

TEST_F(ResolveTest, ReasonsSayWhy) {
  ASSERT_EQ(Who("СОШ № 27 города Ключи"), "organisations/school-c27");
  const auto& reasons = last.matches[0].reasons;
  ASSERT_EQ(reasons.size(), 3u);
  EXPECT_NE(reasons[0].find("школа"), std::string::npos);
  EXPECT_EQ(reasons[1], "Номер совпал.");
  EXPECT_EQ(reasons[2], "Территория названа: город Ключи.");
  EXPECT_TRUE(last.reasons.empty());
  ASSERT_EQ(Who("Управлению образования", "r"), "?");
  ASSERT_EQ(last.reasons.size(), 1u);
}

TEST_F(ResolveTest, TerritoryPhrases) {
  EXPECT_EQ(places.Find("город Ключи"), "c");
  EXPECT_EQ(places.Find("в г. Ключи Приозёрской области"), "c");
  EXPECT_EQ(places.Find("Ключевскому району"), "k");
  EXPECT_EQ(places.Find("Приозёрской области"), "r");
  EXPECT_EQ(places.Find("Марс"), "");
  EXPECT_EQ(places.Find("город Ключи и город Заречный"), "");
  EXPECT_EQ(places.Find("город Ключи и город Заречный Приозёрской области"), "");
}

// A city and a district whose names have one stem are told apart by the word beside.
TEST_F(ResolveTest, CityAndDistrictOfOneStem) {
  Directory two = Region();
  two.territories.push_back({"g", "город Горск", "r", {"город Горск", "Горск"}});
  two.territories.push_back(
      {"h", "Горский муниципальный округ", "r", {"Горский муниципальный округ"}});
  const Places more(two.territories);
  EXPECT_EQ(more.Find("города Горска"), "g");
  EXPECT_EQ(more.Find("Горского района"), "h");
  EXPECT_EQ(more.Find("город Горск и Горский район"), "");
  EXPECT_EQ(places.Find("Заречный район"), "");
}

// A region and a municipality that share their telling word are told apart by the weak ones.
TEST_F(ResolveTest, TerritoriesOfOneWord) {
  Directory wider = Region();
  wider.territories.push_back(
      {"p", "Приозёрский муниципальный округ", "r", {"Приозёрский муниципальный округ"}});
  const Places more(wider.territories);
  EXPECT_EQ(more.Find("Приозёрской области"), "r");
  EXPECT_EQ(more.Find("Приозёрскому муниципальному округу"), "p");
  EXPECT_EQ(more.Find("в г. Ключи Приозёрской области"), "c");
}

}  // namespace
}  // namespace rezon::registry
