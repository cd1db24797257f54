#include "tests/store/registry/world.h"

namespace rezon::registry {
namespace {

using Import = pb::OrganisationImport;
using Stub = Registry::Stub;

constexpr char kHeader[] =
    "display_name;short_name;kind;inn;kpp;ogrn;okpo;territory;parent;aliases;valid_from\n";
constexpr char kOffice[] =
    "Управление образования;УО;KIND_MUNICIPAL_OFFICE;7707083893;720301001;1027700132195;00090813;"
    "71701000;;УО города|управление;2020-01-01\n";
constexpr char kSchool[] =
    "\"Школа № 1 \"\"Лидер\"\"; корпус А\";СОШ № 1;school;7736050003;;;;город Ключи;7707083893;;\n";

class ImportTest : public RegistryTest {
 protected:
  ImportTest() {
    const pb::Territory region = registry.AddTerritory("область");
    registry.AddTerritory("город Ключи", region.name(), "71701000");
  }
  Import Preview(const std::string& file) {
    auto preview = registry.Import(file);
    EXPECT_TRUE(preview.ok()) << preview.status();
    return preview.ok() ? *preview : Import();
  }
};

TEST_F(ImportTest, PreviewChangesNothingAndCommitDoesWhatItSaid) {
  const Import preview = Preview(std::string("\xEF\xBB\xBF") + kHeader + kSchool + kOffice);
  EXPECT_EQ(preview.state(), Import::STATE_PREVIEWED);
  EXPECT_EQ(preview.sha256().size(), 64u);
  ASSERT_EQ(preview.new_count(), 2) << preview.DebugString();
  EXPECT_EQ(Count("organisation"), "0");

  const auto done = registry.Commit(preview.name());
  ASSERT_TRUE(done.ok()) << done.status();
  EXPECT_EQ(done->state(), Import::STATE_COMMITTED);
  EXPECT_FALSE(done->rows(0).organisation().empty());
  EXPECT_EQ(Count("organisation"), "2");
  EXPECT_EQ(Count("outbox WHERE type = 'organisation.created'"), "2");

  pb::GetOrganisationRequest get;
  get.set_name(done->rows(0).organisation());
  pb::Organisation school;
  ASSERT_TRUE(registry.Call(&Stub::GetOrganisation, get, &school).ok());
  EXPECT_EQ(school.display_name(), "Школа № 1 \"Лидер\"; корпус А");
  EXPECT_EQ(school.parent(), done->rows(1).organisation());
}

TEST_F(ImportTest, SecondRunOfTheSameFileChangesNothing) {
  const std::string file = std::string(kHeader) + kOffice + kSchool;
  ASSERT_TRUE(registry.Commit(Preview(file).name()).ok());
  const std::string events = Count("outbox");
  const Import again = Preview(file);
  EXPECT_EQ(again.unchanged_count(), 2) << again.DebugString();
  EXPECT_FALSE(again.rows(0).organisation().empty());
  ASSERT_TRUE(registry.Commit(again.name()).ok());
  EXPECT_EQ(Count("outbox"), events);
  EXPECT_EQ(Count("organisation WHERE version = 1"), "2");
}

TEST_F(ImportTest, ChangedRowsKeepWhatTheFileDoesNotSay) {
  ASSERT_TRUE(registry.Commit(Preview(std::string(kHeader) + kOffice).name()).ok());
  const Import change = Preview(
      "display_name,kind,territory,inn\nУправление по образованию,"
      "KIND_MUNICIPAL_OFFICE,город Ключи,7707083893\n");
  ASSERT_EQ(change.changed_count(), 1) << change.DebugString();
  ASSERT_TRUE(registry.Commit(change.name()).ok());
  EXPECT_EQ(database.Query("registry",
                           "SELECT version || display_name || short_name || ogrn "
                           "FROM organisation"),
            "2Управление по образованиюУО1027700132195");
  EXPECT_EQ(Count("outbox WHERE type = 'organisation.updated' AND revision = 2"), "1");
}

TEST_F(ImportTest, EachBadRowSaysWhy) {
  const Import preview = Preview(std::string(kHeader) +
                                 "Плохой ИНН;;school;7707083894;;;;71701000;;;\n"
                                 "Плохой ОГРН;;school;;;1027700132196;;71701000;;;\n"
                                 "Плохой ОКПО;;school;;;;00090814;71701000;;;\n"
                                 "Нет территории;;school;;;;;город Нигде;;;\n"
                                 "Плохой вид;;palace;;;;;71701000;;;\n"
                                 "Нет родителя;;school;;;;;71701000;7736050003;;\n"
                                 "Плохая дата;;school;;;;;71701000;;;2020-02-30\n"
                                 "Мало столбцов;;school\n"
                                 "Повтор;;school;;;;;71701000;;;\n"
                                 "Повтор;;school;;;;;71701000;;;\n"
                                 "Под плохой;;school;;;;;71701000;7707083894;;\n");
  ASSERT_EQ(preview.total_count(), 11);
  EXPECT_EQ(preview.error_count(), 10) << preview.DebugString();
  EXPECT_EQ(preview.new_count(), 1);
  const char* said[] = {
      "ИНН",        "ОГРН",           "ОКПО", "город Нигде",         "palace", "7736050003",
      "valid_from", "число столбцов", "",     "повторяет строку 10", "parent"};
  for (int i = 0; i < preview.rows_size(); ++i) {
    std::string all;
    for (const auto& message : preview.rows(i).messages()) all += message;
    EXPECT_NE(all.find(said[i]), std::string::npos) << i << ": " << all;
    EXPECT_EQ(preview.rows(i).line(), i + 2);
  }
  const auto refused = registry.Commit(preview.name());
  EXPECT_EQ(errors::Reason(refused.status()), "IMPORT_HAS_ERRORS");
  EXPECT_EQ(Count("organisation"), "0");
  ASSERT_TRUE(registry.Commit(preview.name(), true).ok());
  EXPECT_EQ(Count("organisation"), "1");
}

TEST_F(ImportTest, StaleAndRepeatedCommits) {
  const std::string file = std::string(kHeader) + kOffice;
  const Import first = Preview(file), second = Preview(file);
  ASSERT_TRUE(registry.Commit(first.name()).ok());
  const auto stale = registry.Commit(second.name());
  EXPECT_EQ(stale.status().code(), absl::StatusCode::kAborted) << stale.status();
  EXPECT_EQ(errors::Reason(stale.status()), "REGISTRY_CHANGED");
  const auto repeated = registry.Commit(first.name());
  ASSERT_TRUE(repeated.ok());
  EXPECT_EQ(repeated->state(), Import::STATE_COMMITTED);
  EXPECT_EQ(Count("organisation"), "1");
}

TEST_F(ImportTest, FilesThatCannotBeReadAsAWhole) {
  EXPECT_EQ(errors::Reason(registry.Import("\xff\xfe").status()), "NOT_UTF8");
  EXPECT_EQ(errors::Reason(registry.Import("").status()), "CSV_MALFORMED");
  EXPECT_EQ(errors::Reason(registry.Import("display_name;kind;territory\n\"open").status()),
            "CSV_MALFORMED");
  const absl::Status header = registry.Import("display_name;colour;colour\n").status();
  EXPECT_EQ(errors::Violations(header).size(), 4u) << header;
  EXPECT_EQ(Count("organisation_import"), "0");
}

TEST_F(ImportTest, UploadIsRememberedAndBounded) {
  const std::string file = std::string(kHeader) + kOffice;
  const char* id = "0190b8f0-0000-7000-8000-00000000000b";
  const auto first = registry.Import(file, id);
  const auto second = registry.Import(file, id);
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->name(), second->name());
  EXPECT_EQ(Count("organisation_import"), "1");

  grpc::ClientContext context;
  pb::OrganisationImport response;
  auto writer = registry.stub().ImportOrganisations(&context, &response);
  pb::ImportOrganisationsRequest part;
  part.mutable_file()->set_data(std::string(1 << 20, 'x'));
  for (int i = 0; i < 1024 && writer->Write(part); ++i) {
  }
  const absl::Status big = errors::FromGrpc(writer->Finish());
  EXPECT_EQ(big.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(errors::Reason(big), "REQUEST_TOO_LARGE");
}

}  // namespace
}  // namespace rezon::registry
