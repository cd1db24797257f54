// The service as it is served: the real chain, a real PostgreSQL, no registry.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "rezon/decisions/v1/decisions.grpc.pb.h"
#include "rezon/decisions/v1/letters.grpc.pb.h"
#include "rezon/decisions/v1/relations.grpc.pb.h"
#include "rezon/feed/v1/feed.grpc.pb.h"
#include "services/decisions/app.h"
#include "services/decisions/handlers/documents.h"
#include "services/decisions/schema/schema.h"
#include "services/platform/errors/errors.h"
#include "services/platform/errors/grpc.h"
#include "services/platform/server/client.h"
#include "tests/store/cluster/cluster.h"

namespace rezon::decisions {
namespace {

class ServerTest : public ::testing::Test {
 protected:
  ServerTest() : database_({{"decisions", Schema()}}) {
    config::ServiceConfig settings;
    settings.listen = "127.0.0.1:0";
    settings.admin_listen = "";
    settings.database_url = database_.App("decisions").url;
    settings.pool_size = 2;
    auto principal = std::make_shared<auth::Principal>();
    principal->subject = "ivanova";
    principal->region = "ru-xx";
    principal->roles = {"operator", "service"};
    auto started = server::TestServer::Start(MakeSpec(config_), settings, principal);
    EXPECT_TRUE(started.ok()) << started.status();
    server_ = *std::move(started);
    auto channel = server::MakeChannel(server_->target());
    decisions_ = pb::DecisionsService::NewStub(channel);
    relations_ = pb::RelationsService::NewStub(channel);
    letters_ = pb::LettersService::NewStub(channel);
    feed_ = rezon::feed::v1::FeedService::NewStub(channel);
  }

  // Uploads `size` bytes in pieces of a mebibyte; stops when the server has had enough.
  absl::Status Upload(const std::string& begin, std::size_t size, pb::ImportDocumentResponse* out) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(60));
    auto stream = decisions_->ImportDocument(&context, out);
    pb::ImportDocumentRequest part;
    part.set_file_name("резолюция.txt");
    part.mutable_file()->set_data(begin);
    bool open = stream->Write(part);
    part.clear_file_name();
    for (std::size_t sent = begin.size(); open && sent < size; sent += 1 << 20) {
      part.mutable_file()->set_data(std::string(1 << 20, ' '));
      open = stream->Write(part);
    }
    if (open) stream->WritesDone();
    return errors::FromGrpc(stream->Finish());
  }

  std::string Count(const std::string& table) {
    return database_.Query("decisions", "SELECT count(*) FROM " + table);
  }

  testing::Database database_;
  Config config_;
  std::unique_ptr<server::TestServer> server_;
  std::unique_ptr<pb::DecisionsService::Stub> decisions_;
  std::unique_ptr<pb::RelationsService::Stub> relations_;
  std::unique_ptr<pb::LettersService::Stub> letters_;
  std::unique_ptr<rezon::feed::v1::FeedService::Stub> feed_;
};

constexpr char kText[] =
    "Резолюция городской конференции\nУчастники конференции предлагают:\n"
    "1. Провести семинар.\n2. Подготовить сборник.\n";

constexpr char kLetterText[] =
    "Управление образования\n\n05.03.2024 № 12\n\nДиректорам школ\n\nУважаемые коллеги!\n\n"
    "Направляем резолюцию городской конференции.\n\nНачальник управления А.Б. Ветров\n\n";

TEST_F(ServerTest, AFileOverTheLimitIsCutOffAndNotStored) {
  pb::ImportDocumentResponse response;
  absl::Status status = Upload(kText, kMaxFileBytes + (2u << 20), &response);
  EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted) << status;
  EXPECT_EQ(errors::Reason(status), "REQUEST_TOO_LARGE");
  EXPECT_EQ(errors::Domain(status), "rezon.decisions");
  EXPECT_EQ(Count("document"), "0");
}

TEST_F(ServerTest, AnUploadWithoutAMessageIsRefused) {
  grpc::ClientContext context;
  pb::ImportDocumentResponse response;
  auto stream = decisions_->ImportDocument(&context, &response);
  stream->WritesDone();
  absl::Status status = errors::FromGrpc(stream->Finish());
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << status;
  EXPECT_EQ(errors::Violations(status).at(0).path, "file");
}

TEST_F(ServerTest, WithoutARegistryAnImportSucceedsAndALookupDoesNot) {
  pb::ImportDocumentResponse response;
  absl::Status status = Upload(kText, 0, &response);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_GT(response.resolution().warnings_size(), 0);
  pb::ResolveResolutionAddresseesRequest request;
  request.set_name(response.resolution().name());
  grpc::ClientContext context;
  pb::Resolution resolved;
  status = errors::FromGrpc(decisions_->ResolveResolutionAddressees(&context, request, &resolved));
  EXPECT_EQ(errors::Reason(status), "NO_REGISTRY");
}

TEST_F(ServerTest, RelationsAreServedBesideTheResolutions) {
  pb::ImportDocumentResponse imported;
  ASSERT_TRUE(
      Upload(std::string(kText) + "9. Отменить приказ от 1 марта 2019 г. № 7.\n", 0, &imported)
          .ok());
  pb::ListRelationsRequest list;
  list.set_parent(imported.resolution().name());
  pb::ListRelationsResponse listed;
  grpc::ClientContext listing;
  ASSERT_TRUE(relations_->ListRelations(&listing, list, &listed).ok());
  ASSERT_EQ(listed.relations_size(), 1);
  pb::RejectRelationRequest reject;
  reject.set_name(listed.relations(0).name());
  pb::Relation rejected;
  grpc::ClientContext rejecting;
  ASSERT_TRUE(relations_->RejectRelation(&rejecting, reject, &rejected).ok());
  EXPECT_EQ(rejected.state(), pb::Relation::STATE_REJECTED);
  pb::CreateRelationRequest create;
  create.set_parent(imported.resolution().name());
  create.mutable_relation()->set_kind(pb::Relation::KIND_EXECUTES);
  create.mutable_relation()->mutable_target()->set_number("31");
  pb::Relation created;
  grpc::ClientContext creating;
  ASSERT_TRUE(relations_->CreateRelation(&creating, create, &created).ok());
  EXPECT_EQ(created.decider(), "ivanova");
  pb::DeleteRelationRequest remove;
  remove.set_name(created.name());
  remove.set_etag(created.etag());
  pb::DeleteRelationResponse removed;
  grpc::ClientContext removing;
  ASSERT_TRUE(relations_->DeleteRelation(&removing, remove, &removed).ok());
  pb::ListPointDuplicatesRequest ask;
  ask.set_parent("resolutions/1");
  pb::ListPointDuplicatesResponse answer;
  grpc::ClientContext asking;
  absl::Status status = errors::FromGrpc(relations_->ListPointDuplicates(&asking, ask, &answer));
  EXPECT_EQ(errors::Violations(status).at(0).path, "parent");
}

TEST_F(ServerTest, SuggestionsAreTakenAndDismissed) {
  pb::ImportDocumentResponse imported;
  ASSERT_TRUE(
      Upload("РЕЗОЛЮЦИЯ\nсовещания учителей\n\nУчастники предлагают издать сборник уроков.\n\n"
             "Совещание решило:\n1. Открыть музей.\n",
             0, &imported)
          .ok());
  pb::ListSuggestionsRequest list;
  list.set_parent(imported.resolution().name());
  pb::ListSuggestionsResponse listed;
  grpc::ClientContext listing;
  ASSERT_TRUE(relations_->ListSuggestions(&listing, list, &listed).ok());
  ASSERT_EQ(listed.suggestions_size(), 1);
  pb::DismissSuggestionRequest dismiss;
  dismiss.set_name(listed.suggestions(0).name());
  pb::Suggestion dismissed;
  grpc::ClientContext dismissing;
  ASSERT_TRUE(relations_->DismissSuggestion(&dismissing, dismiss, &dismissed).ok());
  EXPECT_EQ(dismissed.state(), pb::Suggestion::STATE_DISMISSED);
  pb::TakeSuggestionRequest take;
  take.set_name(dismissed.name());
  take.set_etag(dismissed.etag());
  pb::TakeSuggestionResponse taken;
  grpc::ClientContext taking, again;
  ASSERT_TRUE(relations_->TakeSuggestion(&taking, take, &taken).ok());
  EXPECT_EQ(taken.point().text(), listed.suggestions(0).text());
  const absl::Status stale = errors::FromGrpc(relations_->TakeSuggestion(&again, take, &taken));
  EXPECT_EQ(errors::Reason(stale), "ETAG_MISMATCH");
}

TEST_F(ServerTest, ALetterAndItsResolutionAreServedBothOrNeither) {
  const std::string both = std::string(kLetterText) + kText;
  // The very last row of such an import cannot be written: the disk is full, a pod is killed.
  database_.Query("decisions",
                  "CREATE FUNCTION break_link() RETURNS trigger LANGUAGE plpgsql AS "
                  "$$BEGIN RAISE EXCEPTION 'broken' USING ERRCODE = '53100'; END$$; "
                  "CREATE TRIGGER break BEFORE INSERT ON letter_link FOR EACH ROW EXECUTE FUNCTION "
                  "break_link(); SELECT 1");
  pb::ImportDocumentResponse response;
  EXPECT_FALSE(Upload(both, 0, &response).ok());
  for (const char* table : {"document", "resolution", "letter", "outbox"}) {
    EXPECT_EQ(Count(table), "0") << table;
  }
  database_.Query("decisions", "DROP TRIGGER break ON letter_link; SELECT 1");
  ASSERT_TRUE(Upload(both, 0, &response).ok());
  ASSERT_TRUE(response.has_letter() && response.has_resolution());
  pb::GetLetterRequest get;
  get.set_name(response.letter().name());
  pb::Letter letter;
  grpc::ClientContext getting;
  ASSERT_TRUE(letters_->GetLetter(&getting, get, &letter).ok());
  EXPECT_EQ(letter.resolution(), response.resolution().name());
  EXPECT_EQ(letter.facts().number(), "12");
  pb::MatchLetterRequest match;
  match.set_name(letter.name());
  match.set_etag(letter.etag());
  pb::Letter matched;
  grpc::ClientContext matching;
  ASSERT_TRUE(letters_->MatchLetter(&matching, match, &matched).ok());
  EXPECT_EQ(matched.SerializeAsString(), letter.SerializeAsString());
  pb::ListLetterCorrectionsRequest history;
  history.set_parent(letter.name());
  pb::ListLetterCorrectionsResponse entries;
  grpc::ClientContext listing;
  ASSERT_TRUE(letters_->ListLetterCorrections(&listing, history, &entries).ok());
  EXPECT_EQ(entries.corrections_size(), 0);
  pb::AdoptResolutionRequest adopt;
  adopt.set_name(letter.name());
  pb::Resolution adopted;
  grpc::ClientContext adopting;
  absl::Status status = errors::FromGrpc(decisions_->AdoptResolution(&adopting, adopt, &adopted));
  EXPECT_EQ(errors::Reason(status), "IS_LETTER");
}

TEST_F(ServerTest, TheFeedTellsOfEveryPointBehindItsResolution) {
  pb::ImportDocumentResponse imported;
  ASSERT_TRUE(Upload(kText, 0, &imported).ok());
  pb::AdoptResolutionRequest adopt;
  adopt.set_name(imported.resolution().name());
  grpc::ClientContext adopting;
  pb::Resolution adopted;
  ASSERT_TRUE(decisions_->AdoptResolution(&adopting, adopt, &adopted).ok());
  grpc::ClientContext watching;
  watching.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(60));
  auto stream = feed_->Watch(&watching, rezon::feed::v1::WatchRequest());
  std::vector<std::string> types;
  std::set<std::string> points;
  rezon::feed::v1::WatchResponse batch;
  while (types.size() < 2u + static_cast<std::size_t>(adopted.point_count()) &&
         stream->Read(&batch)) {
    for (const auto& event : batch.events()) {
      types.push_back(event.type());
      if (event.type() == "point.adopted") points.insert(event.subject());
      EXPECT_NE(event.payload().find(event.subject()), std::string::npos);
      EXPECT_EQ(event.actor(), "ivanova");
      EXPECT_NE(event.traceparent(), "");
    }
  }
  watching.TryCancel();
  ASSERT_GE(types.size(), 4u);
  EXPECT_EQ(types[0], "resolution.drafted");
  EXPECT_EQ(types[1], "resolution.adopted");
  EXPECT_EQ(points.size(), static_cast<std::size_t>(adopted.point_count()));
}

}  // namespace
}  // namespace rezon::decisions
