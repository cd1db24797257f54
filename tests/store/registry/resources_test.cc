#include "tests/store/registry/world.h"

namespace rezon::registry {
namespace {

using Stub = Registry::Stub;
constexpr char kRequest[] = "0190b8f0-0000-7000-8000-00000000000a";

TEST_F(RegistryTest, CreateGetUpdateWithEvents) {
  const pb::Territory made = registry.AddTerritory("Приозёрская область", "", "71000000");
  EXPECT_EQ(made.region(), "ru-tst");
  EXPECT_EQ(made.etag(), "\"1\"");
  EXPECT_GT(made.create_time().seconds(), 1600000000);

  pb::UpdateTerritoryRequest update;
  update.mutable_territory()->set_name(made.name());
  update.mutable_territory()->set_etag(made.etag());
  update.mutable_territory()->add_aliases("область");
  pb::Territory changed;
  ASSERT_TRUE(registry.Call(&Stub::UpdateTerritory, update, &changed).ok());
  EXPECT_EQ(changed.etag(), "\"2\"");
  EXPECT_EQ(changed.display_name(), made.display_name());

  pb::GetTerritoryRequest get;
  get.set_name(made.name());
  pb::Territory got;
  ASSERT_TRUE(registry.Call(&Stub::GetTerritory, get, &got).ok());
  EXPECT_EQ(got.SerializeAsString(), changed.SerializeAsString());
  EXPECT_EQ(database.Query("registry",
                           "SELECT string_agg(type || revision || (payload ->> 'name'), ',' "
                           "ORDER BY id) FROM outbox"),
            "territory.created1" + made.name() + ",territory.updated2" + made.name());
}

TEST_F(RegistryTest, StaleEtagIsAbortedAndChangesNothing) {
  const pb::Territory made = registry.AddTerritory("область");
  pb::UpdateTerritoryRequest update;
  update.mutable_territory()->set_name(made.name());
  update.mutable_territory()->set_oktmo("71000000");
  for (const char* etag : {"\"7\"", "nonsense"}) {
    update.mutable_territory()->set_etag(etag);
    pb::Territory out;
    const absl::Status status = registry.Call(&Stub::UpdateTerritory, update, &out);
    EXPECT_EQ(status.code(), absl::StatusCode::kAborted);
    EXPECT_EQ(errors::MetadataValue(status, "etag"), "\"1\"");
  }
  EXPECT_EQ(Count("outbox"), "1");
}

TEST_F(RegistryTest, RetryGetsTheFirstAnswer) {
  pb::CreateTerritoryRequest request;
  request.mutable_territory()->set_display_name("область");
  request.mutable_territory()->set_kind(pb::Territory::KIND_REGION);
  request.set_request_id(kRequest);
  pb::Territory first, second;
  ASSERT_TRUE(registry.Call(&Stub::CreateTerritory, request, &first).ok());
  ASSERT_TRUE(registry.Call(&Stub::CreateTerritory, request, &second).ok());
  EXPECT_EQ(first.SerializeAsString(), second.SerializeAsString());
  EXPECT_EQ(Count("territory"), "1");
  EXPECT_EQ(Count("outbox"), "1");
  request.mutable_territory()->set_display_name("другая");
  const absl::Status reused = registry.Call(&Stub::CreateTerritory, request, &second);
  EXPECT_EQ(errors::Reason(reused), "REQUEST_ID_REUSED");
}

TEST_F(RegistryTest, WrongRequestsAreToldAllFaults) {
  pb::CreateTerritoryRequest request;
  request.mutable_territory()->set_oktmo("12");
  pb::Territory out;
  const absl::Status status = registry.Call(&Stub::CreateTerritory, request, &out);
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(errors::Violations(status).size(), 3u);
  EXPECT_FALSE(errors::MessageRu(status).empty());
  EXPECT_EQ(Count("territory"), "0");
}

TEST_F(RegistryTest, UniqueKeysAndReferences) {
  const pb::Territory place = registry.AddTerritory("область");
  const auto kind = pb::Organisation::KIND_SCHOOL;
  ASSERT_TRUE(registry.AddOrganisation("Школа 1", kind, place.name(), "7707083893").ok());
  EXPECT_EQ(registry.AddOrganisation("Школа 2", kind, place.name(), "7707083893").status().code(),
            absl::StatusCode::kAlreadyExists);
  const auto nowhere =
      registry.AddOrganisation("Школа 3", kind, "territories/0190b8f0-0000-7000-8000-000000000000");
  EXPECT_EQ(errors::Reason(nowhere.status()), "REFERENCE_NOT_FOUND") << nowhere.status();
}

TEST_F(RegistryTest, RolesAndRegionsAreKeptApart) {
  const pb::Territory made = registry.AddTerritory("область");
  Registry reader(database, Caller("ru-tst", {"clerk"}));
  Registry stranger(database, Caller("ru-oth", {"operator"}));
  pb::GetTerritoryRequest get;
  get.set_name(made.name());
  pb::Territory out;
  EXPECT_TRUE(reader.Call(&Stub::GetTerritory, get, &out).ok());
  EXPECT_EQ(stranger.Call(&Stub::GetTerritory, get, &out).code(), absl::StatusCode::kNotFound);
  pb::CreateTerritoryRequest create;
  *create.mutable_territory() = made;
  create.mutable_territory()->clear_name();
  EXPECT_EQ(reader.Call(&Stub::CreateTerritory, create, &out).code(),
            absl::StatusCode::kPermissionDenied);
  pb::UpdateTerritoryRequest update;
  *update.mutable_territory() = made;
  EXPECT_EQ(stranger.Call(&Stub::UpdateTerritory, update, &out).code(),
            absl::StatusCode::kNotFound);
}

TEST_F(RegistryTest, ListPagesByNameWithFilter) {
  const pb::Territory place = registry.AddTerritory("область");
  for (const char* name : {"Г", "А", "В", "Б"}) {
    ASSERT_TRUE(registry.AddOrganisation(name, pb::Organisation::KIND_SCHOOL, place.name()).ok());
  }
  ASSERT_TRUE(registry.AddOrganisation("Д", pb::Organisation::KIND_OTHER, place.name()).ok());
  pb::ListOrganisationsRequest request;
  request.set_page_size(3);
  request.set_filter("kind = KIND_SCHOOL AND territory = \"" + place.name() + "\"");
  std::string seen;
  do {
    pb::ListOrganisationsResponse page;
    const absl::Status status = registry.Call(&Stub::ListOrganisations, request, &page);
    ASSERT_TRUE(status.ok()) << status;
    for (const auto& organisation : page.organisations()) seen += organisation.display_name();
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(seen, "АБВГ");

  pb::ListOrganisationsResponse page;
  request.set_page_token("rubbish");
  EXPECT_EQ(registry.Call(&Stub::ListOrganisations, request, &page).code(),
            absl::StatusCode::kInvalidArgument);
  request.Clear();
  request.set_filter("no_such = 1");
  EXPECT_EQ(registry.Call(&Stub::ListOrganisations, request, &page).code(),
            absl::StatusCode::kInvalidArgument);
  request.Clear();
  request.set_page_size(-1);
  EXPECT_EQ(errors::Violations(registry.Call(&Stub::ListOrganisations, request, &page)).at(0).path,
            "page_size");
}

TEST_F(RegistryTest, AllFiveResourcesLive) {
  const pb::Territory place = registry.AddTerritory("область");
  const auto organisation =
      registry.AddOrganisation("Департамент", pb::Organisation::KIND_DEPARTMENT, place.name());
  ASSERT_TRUE(organisation.ok());

  pb::CreateOfficialRequest official;
  official.mutable_official()->set_organisation(organisation->name());
  official.mutable_official()->set_post("директор");
  official.mutable_official()->set_full_name("Иванов И. И.");
  official.mutable_official()->set_head(true);
  pb::Official made_official;
  ASSERT_TRUE(registry.Call(&Stub::CreateOfficial, official, &made_official).ok());
  pb::ListOfficialsRequest heads;
  heads.set_filter("head = true AND organisation = \"" + organisation->name() + "\"");
  pb::ListOfficialsResponse found;
  const absl::Status listed = registry.Call(&Stub::ListOfficials, heads, &found);
  ASSERT_TRUE(listed.ok()) << listed;
  ASSERT_EQ(found.officials_size(), 1);

  pb::CreateEventRequest event;
  event.mutable_event()->set_display_name("Августовская конференция");
  event.mutable_event()->set_form(pb::Event::FORM_CONFERENCE);
  event.mutable_event()->set_level(pb::Event::LEVEL_REGIONAL);
  event.mutable_event()->set_start_date("2026-08-26");
  pb::Event made_event;
  ASSERT_TRUE(registry.Call(&Stub::CreateEvent, event, &made_event).ok());
  pb::ListEventsRequest late;
  late.set_filter("start_date >= \"2026-08-01\" AND form = FORM_CONFERENCE");
  pb::ListEventsResponse events;
  const absl::Status events_listed = registry.Call(&Stub::ListEvents, late, &events);
  ASSERT_TRUE(events_listed.ok()) << events_listed;
  EXPECT_EQ(events.events_size(), 1);
  EXPECT_EQ(Count("outbox WHERE type LIKE '%.created'"), "4");
}

}  // namespace
}  // namespace rezon::registry
