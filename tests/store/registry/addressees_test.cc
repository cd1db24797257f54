#include "tests/store/registry/world.h"

namespace rezon::registry {
namespace {

using Stub = Registry::Stub;

class AddresseesTest : public RegistryTest {
 protected:
  AddresseesTest() {
    region = registry.AddTerritory("Приозёрская область").name();
    city = registry.AddTerritory("город Ключи", region).name();
    district = registry.AddTerritory("Ключевский район", region).name();
    office_city =
        Add("Управление образования города Ключи", pb::Organisation::KIND_MUNICIPAL_OFFICE, city);
    office_district = Add("Управление образования Ключевского района",
                          pb::Organisation::KIND_MUNICIPAL_OFFICE, district);
    school = Add("МАОУ СОШ № 27 города Ключи", pb::Organisation::KIND_SCHOOL, city);
    other_school = Add("МАОУ СОШ № 28 города Ключи", pb::Organisation::KIND_SCHOOL, city);
    kindergarten = Add("Детский сад № 3", pb::Organisation::KIND_KINDERGARTEN, district);
    offices = AddClass({"управления образования"}, {pb::Organisation::KIND_MUNICIPAL_OFFICE});
  }

  std::string Add(const std::string& name, pb::Organisation::Kind kind,
                  const std::string& territory) {
    auto made = registry.AddOrganisation(name, kind, territory);
    EXPECT_TRUE(made.ok()) << made.status();
    return made.ok() ? made->name() : "";
  }

  std::string AddClass(std::vector<std::string> phrases,
                       const std::vector<pb::Organisation::Kind>& kinds,
                       const std::string& territory = "", const std::string& exclusion = "") {
    pb::CreateAddresseeClassRequest request;
    auto* made = request.mutable_addressee_class();
    made->set_display_name(phrases[0]);
    for (const auto& phrase : phrases) made->add_phrases(phrase);
    for (const auto kind : kinds) made->add_kinds(kind);
    made->set_territory(territory);
    if (!exclusion.empty()) made->add_exclusions(exclusion);
    pb::AddresseeClass out;
    const absl::Status status = registry.Call(&Stub::CreateAddresseeClass, request, &out);
    EXPECT_TRUE(status.ok()) << status;
    return out.name();
  }

  absl::StatusOr<pb::ExpandAddresseesResponse> Expand(
      const std::vector<std::string>& addressees, const std::string& territory = "",
      const std::string& day = "", const std::vector<std::string>& territories = {}) {
    pb::ExpandAddresseesRequest request;
    for (const auto& own : territories) request.add_territories(own);
    for (const auto& addressee : addressees) request.add_addressees(addressee);
    request.set_territory(territory);
    request.set_as_of_date(day);
    pb::ExpandAddresseesResponse response;
    absl::Status status = registry.Call(&Stub::ExpandAddressees, request, &response);
    if (!status.ok()) return status;
    return response;
  }

  static std::vector<std::string> Names(const pb::AddresseeExpansion& expansion) {
    std::vector<std::string> names;
    for (const auto& one : expansion.organisations()) names.push_back(one.organisation());
    return names;
  }
  using List = std::vector<std::string>;

  std::string region, city, district, office_city, office_district, school, other_school,
      kindergarten, offices;
};

TEST_F(AddresseesTest, ResolvesWithTheDocumentsTerritory) {
  pb::ResolveAddresseesRequest request;
  request.add_phrases("Управлению образования");
  request.add_phrases("Управлениям образования");
  request.add_phrases("МАОУ СОШ №№ 27, 28");
  request.add_phrases("Союзу писателей");
  request.set_territory_phrase("в городе Ключи");
  pb::ResolveAddresseesResponse response;
  const absl::Status status = registry.Call(&Stub::ResolveAddressees, request, &response);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(response.territory(), city);
  ASSERT_EQ(response.resolutions_size(), 4);
  ASSERT_EQ(response.resolutions(0).matches_size(), 1) << response.DebugString();
  EXPECT_EQ(response.resolutions(0).matches(0).addressee(), office_city);
  EXPECT_GE(response.resolutions(0).matches(0).score(), 0.9);
  EXPECT_FALSE(response.resolutions(0).matches(0).reasons().empty());
  ASSERT_EQ(response.resolutions(1).matches_size(), 1) << response.DebugString();
  EXPECT_EQ(response.resolutions(1).matches(0).addressee(), offices);
  EXPECT_EQ(response.resolutions(2).matches_size(), 2);
  EXPECT_EQ(response.resolutions(3).matches_size(), 0);
  EXPECT_EQ(response.resolutions(3).phrase(), "Союзу писателей");
}

TEST_F(AddresseesTest, ClassExpandsInItsPlace) {
  auto all = Expand({offices, school, offices}, region);
  ASSERT_TRUE(all.ok()) << all.status();
  ASSERT_EQ(all->expansions_size(), 3);
  EXPECT_EQ(Names(all->expansions(0)), (List{office_district, office_city}));
  EXPECT_EQ(Names(all->expansions(1)), List{school});
  EXPECT_EQ(Names(all->expansions(2)), (List{office_district, office_city}));
  const auto& first = all->expansions(0).organisations(0);
  EXPECT_EQ(first.kind(), pb::Organisation::KIND_MUNICIPAL_OFFICE);
  EXPECT_EQ(first.territory(), district);
  EXPECT_EQ(first.territory_display_name(), "Ключевский район");
  EXPECT_EQ(Names(Expand({offices}, city)->expansions(0)), List{office_city});
  EXPECT_EQ(Names(Expand({offices})->expansions(0)).size(), 2u);
}

TEST_F(AddresseesTest, TheTerritoryOfThePhraseBoundsItsGroup) {
  pb::ResolveAddresseesRequest request;
  request.add_phrases("управлениям образования Ключевского района");
  request.add_phrases("Управлениям образования");
  request.add_phrases("управлениям образования Невьянского района");
  pb::ResolveAddresseesResponse response;
  for (const std::string& context : {region, std::string()}) {
    request.set_territory(context);
    response.Clear();
    const absl::Status status = registry.Call(&Stub::ResolveAddressees, request, &response);
    ASSERT_TRUE(status.ok()) << status;
    ASSERT_EQ(response.resolutions(0).matches_size(), 1) << response.DebugString();
    EXPECT_EQ(response.resolutions(0).matches(0).addressee(), offices);
    EXPECT_EQ(response.resolutions(0).territory(), district);
    EXPECT_EQ(response.resolutions(0).territory_display_name(), "Ключевский район");
    EXPECT_EQ(response.resolutions(1).territory(), "");
    EXPECT_EQ(response.resolutions(2).territory(), "");
    EXPECT_EQ(response.resolutions(2).matches_size(), 0);
  }
  // Of another municipality's document it stays a question.
  request.set_territory(city);
  response.Clear();
  ASSERT_TRUE(registry.Call(&Stub::ResolveAddressees, request, &response).ok());
  EXPECT_EQ(response.resolutions(0).matches_size(), 0);
  EXPECT_EQ(response.resolutions(0).territory(), "");
}

TEST_F(AddresseesTest, EachAddresseeMayHaveATerritoryOfItsOwn) {
  auto each = Expand({offices, offices, school}, region, "", {district, "", district});
  ASSERT_TRUE(each.ok()) << each.status();
  EXPECT_EQ(Names(each->expansions(0)), List{office_district});
  EXPECT_EQ(Names(each->expansions(1)), (List{office_district, office_city}));
  EXPECT_EQ(Names(each->expansions(2)), List{school});
  auto bounded = Expand({offices, offices}, "", "", {city, ""});
  ASSERT_TRUE(bounded.ok()) << bounded.status();
  EXPECT_FALSE(bounded->expansions(0).unbounded());
  EXPECT_TRUE(bounded->expansions(1).unbounded());
  EXPECT_TRUE(absl::IsInvalidArgument(Expand({offices, school}, "", "", {city}).status()));
  EXPECT_TRUE(absl::IsInvalidArgument(Expand({offices}, "", "", {"territories/x"}).status()));
}

TEST_F(AddresseesTest, AClassThatNothingBoundsSaysSo) {
  const std::string own = AddClass({"школы города"}, {pb::Organisation::KIND_SCHOOL}, city);
  auto without = Expand({offices, school, own});
  ASSERT_TRUE(without.ok()) << without.status();
  EXPECT_TRUE(without->expansions(0).unbounded());
  EXPECT_FALSE(without->expansions(1).unbounded());
  EXPECT_FALSE(without->expansions(2).unbounded());
  EXPECT_FALSE(Expand({offices}, city)->expansions(0).unbounded());
}

TEST_F(AddresseesTest, AClassAsksWhereTheTerritoryIsNotKnown) {
  pb::ResolveAddresseesRequest request;
  request.add_phrases("Управлениям образования");
  pb::ResolveAddresseesResponse response;
  for (const char* place : {"", "город Невьяновск"}) {
    request.set_territory_phrase(place);
    request.set_whole_region(*place != '\0');
    response.Clear();
    ASSERT_TRUE(registry.Call(&Stub::ResolveAddressees, request, &response).ok());
    EXPECT_EQ(response.territory(), "") << place;
    ASSERT_EQ(response.resolutions(0).matches_size(), 0) << place;
    EXPECT_EQ(response.resolutions(0).reasons_size(), 1) << place;
    EXPECT_EQ(response.resolutions(0).alternatives(0).addressee(), offices) << place;
  }
  request.set_territory_phrase("");
  response.Clear();
  ASSERT_TRUE(registry.Call(&Stub::ResolveAddressees, request, &response).ok());
  EXPECT_EQ(response.territory(), region);
  ASSERT_EQ(response.resolutions(0).matches_size(), 1);
}

TEST_F(AddresseesTest, AMisprintedWordIsFoundByItsTrigrams) {
  const std::string sun = Add("«Солнышко»", pb::Organisation::KIND_KINDERGARTEN, city);
  pb::ResolveAddresseesRequest request;
  request.add_phrases("«Солнушко»");
  request.set_territory(city);
  pb::ResolveAddresseesResponse response;
  ASSERT_TRUE(registry.Call(&Stub::ResolveAddressees, request, &response).ok());
  const auto& answer = response.resolutions(0);
  // One other letter may be another name: it is offered, not taken.
  EXPECT_EQ(answer.matches_size(), 0) << response.DebugString();
  ASSERT_EQ(answer.alternatives_size(), 1) << response.DebugString();
  EXPECT_EQ(answer.alternatives(0).addressee(), sun);
}

TEST_F(AddresseesTest, ClassOfItsOwnTerritoryWithExclusions) {
  const std::string schools =
      AddClass({"школы города"}, {pb::Organisation::KIND_SCHOOL}, city, other_school);
  EXPECT_EQ(Names(Expand({schools}, district)->expansions(0)), List{school});
}

TEST_F(AddresseesTest, OnlyThoseWhoExistOnTheDay) {
  pb::UpdateOrganisationRequest close;
  close.mutable_organisation()->set_name(office_district);
  close.mutable_organisation()->set_valid_to("2025-12-31");
  pb::Organisation out;
  ASSERT_TRUE(registry.Call(&Stub::UpdateOrganisation, close, &out).ok());
  EXPECT_EQ(Names(Expand({offices}, "", "2025-12-31")->expansions(0)).size(), 2u);
  EXPECT_EQ(Names(Expand({offices}, "", "2026-01-01")->expansions(0)), List{office_city});
  EXPECT_EQ(Names(Expand({office_district}, "", "2026-01-01")->expansions(0)), List{});
}

TEST_F(AddresseesTest, OfficialsMeanTheirOrganisation) {
  pb::CreateOfficialRequest request;
  request.mutable_official()->set_organisation(school);
  request.mutable_official()->set_post("директор");
  request.mutable_official()->set_full_name("Петрова П. П.");
  pb::Official official;
  ASSERT_TRUE(registry.Call(&Stub::CreateOfficial, request, &official).ok());
  EXPECT_EQ(Names(Expand({official.name()})->expansions(0)), List{school});
}

TEST_F(AddresseesTest, UnknownAndForeignAreNotFound) {
  const std::string nobody = "organisations/0190b8f0-0000-7000-8000-000000000000";
  const auto unknown = Expand({school, nobody});
  EXPECT_EQ(unknown.status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(errors::MetadataValue(unknown.status(), "resource"), nobody);
  EXPECT_EQ(Expand({"events/1"}).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Expand({school}, "", "2026-02-30").status().code(), absl::StatusCode::kInvalidArgument);
  Registry stranger(database, Caller("ru-oth", {"operator"}));
  pb::ExpandAddresseesRequest request;
  request.add_addressees(school);
  pb::ExpandAddresseesResponse response;
  EXPECT_EQ(stranger.Call(&Stub::ExpandAddressees, request, &response).code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace rezon::registry
