#include "tests/store/decisions/world.h"

#include <gtest/gtest.h>

#include "services/decisions/schema/schema.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {

absl::StatusOr<Findings> FakeDirectory::Resolve(const server::CallContext&,
                                                const Question& question) {
  asked = question.phrases;
  if (!failure.ok()) return failure;
  Findings findings;
  for (const std::string& phrase : question.phrases) {
    Finding& finding = findings.findings.emplace_back();
    finding.phrase = phrase;
    if (known.count(phrase) != 0) finding.matches.push_back(known[phrase]);
  }
  findings.territory = "territories/71000000";
  return findings;
}

absl::StatusOr<std::map<std::string, std::string>> FakeDirectory::DisplayNames(
    const server::CallContext&, const std::vector<std::string>& targets) {
  if (!failure.ok()) return failure;
  std::map<std::string, std::string> found;
  for (const std::string& target : targets) {
    if (names.count(target) == 0) return errors::NotFound(target);
    found[target] = names[target];
  }
  return found;
}

World::World()
    : database({{"decisions", Schema()}}),
      pool(database.AppPool("decisions")),
      store(*pool),
      relation_store(*pool),
      letter_store(*pool),
      documents(store, directory),
      resolutions(store, directory, [] { return absl::CivilDay(2024, 9, 1); }),
      points(store, directory),
      corrections(store),
      exchange(store, directory),
      relations(relation_store),
      relate(store, relation_store),
      suggestions(store),
      letters(letter_store) {}

std::unique_ptr<server::CallContext> World::Call(const std::string& region,
                                                 const std::string& role) const {
  auto principal = std::make_shared<auth::Principal>();
  principal->subject = "ivanova";
  principal->region = region;
  principal->roles = {role};
  return std::make_unique<server::CallContext>(principal, absl::Now() + absl::Seconds(60));
}

pb::ImportDocumentResponse World::Import(const std::string& text, const std::string& region) {
  std::vector<pb::ImportDocumentRequest> parts(2);
  parts[0].set_file_name("C:\\папка\\резолюция.txt");
  parts[0].mutable_file()->set_data(text.substr(0, text.size() / 2));
  parts[1].mutable_file()->set_data(text.substr(text.size() / 2));
  pb::ImportDocumentResponse response;
  absl::Status status = documents.Import(*Call(region), parts, &response);
  EXPECT_TRUE(status.ok()) << status;
  return response;
}

std::vector<pb::Point> World::Points(const std::string& resolution) {
  pb::ListPointsRequest request;
  request.set_parent(resolution);
  request.set_page_size(1000);
  pb::ListPointsResponse response;
  absl::Status status = points.List(*Call(), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return {response.points().begin(), response.points().end()};
}

std::vector<pb::Relation> World::Relations(const std::string& resolution,
                                           const std::string& region) {
  pb::ListRelationsRequest request;
  request.set_parent(resolution);
  pb::ListRelationsResponse response;
  absl::Status status = relations.List(*Call(region), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return {response.relations().begin(), response.relations().end()};
}

pb::ReReadResolutionResponse World::ReRead(const std::string& resolution, bool check) {
  pb::ReReadResolutionRequest request;
  request.set_name(resolution);
  request.set_validate_only(check);
  pb::ReReadResolutionResponse response;
  absl::Status status = exchange.ReRead(*Call(), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return response;
}

std::string SampleText() {
  return "РЕЗОЛЮЦИЯ\n"
         "августовского совещания работников образования города Речного\n"
         "\n"
         "23 августа 2024 года\n"
         "\n"
         "Участники совещания решили:\n"
         "1. Муниципальным органам управления образованием:\n"
         "1.1. провести учёт одарённых детей до 1 ноября 2024 года;\n"
         "1.2. организовать стажировки молодых учителей в течение 2024-2025 учебного года.\n"
         "2. Руководителям образовательных организаций:\n"
         "2.1. разместить материалы совещания на официальных сайтах до 10 сентября 2024 года;\n"
         "2.2. обеспечить наставничество над молодыми учителями постоянно.\n";
}

std::string SampleLetter() {
  return "КОМИТЕТ ОБРАЗОВАНИЯ ГОРОДА РЕЧНОГО\n"
         "ул. Садовая, д. 3, г. Речной\n"
         "\n"
         "26.08.2024 № 01-11/77\n"
         "\n"
         "Руководителям образовательных организаций\n"
         "\n"
         "Уважаемые коллеги!\n"
         "\n"
         "Направляем резолюцию августовского совещания работников образования города Речного от "
         "23.08.2024 для исполнения. Просим до 5 сентября сообщить о получении.\n"
         "\n"
         "Приложение: на 1 л. в 1 экз.\n"
         "\n"
         "Председатель комитета                         А.А. Серов\n\n";
}

}  // namespace rezon::decisions
