#include "services/decisions/domain/resolution_file_links.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/relations.h"
#include "services/decisions/domain/resolution_file.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

constexpr int kMostLinks = 20000;
constexpr std::size_t kMostWords = 4000;
constexpr std::size_t kMostSuggested = 64 << 10;

// Without what belongs to one installation: targets by their names there, and what follows from
// them.
pb::Relation WithoutIds(pb::Relation relation) {
  if (relation.state() == pb::Relation::STATE_PROPOSED) relation.clear_score();
  relation.clear_target_resolution();
  relation.clear_target_resolution_display_name();
  relation.clear_target_point();
  relation.clear_target_point_text();
  relation.clear_etag();
  return relation;
}

// The names that points have in the file.
std::set<std::string> PointsOf(const pb::ResolutionExport& file) {
  std::set<std::string> points;
  for (const pb::Point& point : file.points()) points.insert(point.name());
  return points;
}

absl::Status WrongLink(const std::string& field, std::string_view en) {
  return errors::InvalidField(field, en, "Связи или предложения в файле записаны неверно.");
}

absl::Status CheckShare(const std::string& field, double value) {
  return value >= 0 && value <= 1 ? absl::OkStatus() : WrongLink(field, "must be from 0 to 1");
}

// What relations and suggestions share.
template <typename Link>
absl::Status CheckLink(const std::string& field, const Link& link, bool decided,
                       const std::set<std::string>& points, std::size_t text_size) {
  if (!link.point().empty() && points.count(link.point()) == 0) {
    return WrongLink(field + ".point", "must be a point of the file");
  }
  if (decided != link.has_decide_time()) {
    return WrongLink(field + ".decide_time", "must be there just when a person decided");
  }
  for (absl::Status wrong : {CheckSpan(field + ".span", link.span(), text_size),
                             CheckShare(field + ".confidence", link.confidence()),
                             CheckText(field + ".rule", link.rule(), 200, false),
                             CheckText(field + ".decider", link.decider(), kMostWords, decided),
                             CheckText(field + ".reason", link.reason(), kMostWords, false)}) {
    if (!wrong.ok()) return wrong;
  }
  return absl::OkStatus();
}

absl::Status CheckTold(const std::string& field, const pb::ResolutionExport::ToldRelation& told,
                       const std::set<std::string>& points, std::size_t text_size) {
  const pb::Relation& relation = told.relation();
  const std::string path = field + ".relation";
  if (KindWord(relation.kind()) == KindWord(pb::Relation::KIND_UNSPECIFIED)) {
    return WrongLink(path + ".kind", "must be a kind of relation");
  }
  if (RelationStateWord(relation.state()) == "unspecified") {
    return WrongLink(path + ".state", "must be proposed, confirmed or rejected");
  }
  if (relation.origin() == pb::Relation::ORIGIN_PERSON &&
      relation.state() == pb::Relation::STATE_PROPOSED) {
    return WrongLink(path + ".state", "must be decided where a person added it");
  }
  if (!told.target_sha256().empty() && !IsSha256(told.target_sha256())) {
    return WrongLink(field + ".target_sha256", "must be 64 lower-case hexadecimal digits");
  }
  if (told.target_ordinal() < 0)
    return WrongLink(field + ".target_ordinal", "must not be negative");
  const bool decided = relation.state() != pb::Relation::STATE_PROPOSED;
  for (absl::Status wrong : {CheckLink(path, relation, decided, points, text_size),
                             CheckShare(path + ".score", relation.score()),
                             CheckCitation(path + ".target", relation.target())}) {
    if (!wrong.ok()) return wrong;
  }
  return absl::OkStatus();
}

absl::Status CheckSuggestion(const std::string& field, const pb::Suggestion& suggestion,
                             const std::set<std::string>& points, std::size_t text_size) {
  if (SuggestionStateWord(suggestion.state()) == "unspecified") {
    return WrongLink(field + ".state", "must be open, taken or dismissed");
  }
  const bool taken = suggestion.state() == pb::Suggestion::STATE_TAKEN;
  if (taken == suggestion.point().empty()) {
    return WrongLink(field + ".point", "must be there just when it was taken");
  }
  absl::Status wrong = CheckText(field + ".text", suggestion.text(), kMostSuggested, true);
  if (!wrong.ok()) return wrong;
  return CheckLink(field, suggestion, suggestion.state() != pb::Suggestion::STATE_OPEN, points,
                   text_size);
}

std::string Renamed(const std::map<std::string, std::string>& names, const std::string& name) {
  auto found = names.find(name);
  return found == names.end() ? "" : found->second;
}

}  // namespace

void WriteLinks(const Aggregate& aggregate, const std::map<std::string, std::string>& local,
                pb::ResolutionExport& file) {
  for (const ToldRelation& told : aggregate.relations) {
    auto& written = *file.add_relations();
    *written.mutable_relation() = WithoutIds(told.relation);
    written.mutable_relation()->set_name(absl::StrCat("relations/", file.relations_size()));
    written.mutable_relation()->set_point(Renamed(local, told.relation.point()));
    if (told.relation.state() == pb::Relation::STATE_PROPOSED) continue;
    written.set_target_sha256(told.target_sha256);
    written.set_target_ordinal(told.target_ordinal);
  }
  for (const pb::Suggestion& suggestion : aggregate.suggestions) {
    pb::Suggestion& written = *file.add_suggestions();
    written = suggestion;
    written.set_name(absl::StrCat("suggestions/", file.suggestions_size()));
    written.set_point(Renamed(local, suggestion.point()));
    written.clear_etag();
  }
}

absl::Status CheckLinks(const pb::ResolutionExport& file) {
  const std::set<std::string> points = PointsOf(file);
  const std::size_t text_size = file.document().text().size();
  if (file.relations_size() > kMostLinks) {
    return WrongLink("file.relations", "are more than 20000");
  }
  if (file.suggestions_size() > kMostLinks) {
    return WrongLink("file.suggestions", "are more than 20000");
  }
  for (int i = 0; i < file.relations_size(); ++i) {
    const std::string field = absl::StrCat("file.relations[", i, "]");
    absl::Status wrong = CheckTold(field, file.relations(i), points, text_size);
    if (!wrong.ok()) return wrong;
  }
  for (int i = 0; i < file.suggestions_size(); ++i) {
    const std::string field = absl::StrCat("file.suggestions[", i, "]");
    absl::Status wrong = CheckSuggestion(field, file.suggestions(i), points, text_size);
    if (!wrong.ok()) return wrong;
  }
  return absl::OkStatus();
}

void ReadLinks(const pb::ResolutionExport& file, const std::map<std::string, std::string>& real,
               const std::function<std::string()>& new_id, Aggregate& draft) {
  const std::string& name = draft.resolution.name();
  const std::string id = name.substr(name.find('/') + 1);
  for (const auto& told : file.relations()) {
    ToldRelation& read = draft.relations.emplace_back();
    read.relation = WithoutIds(told.relation());
    read.relation.set_name(RelationName(id, new_id()));
    if (read.relation.origin() == pb::Relation::ORIGIN_UNSPECIFIED) {
      read.relation.set_origin(pb::Relation::ORIGIN_READ);
    }
    read.relation.set_point(Renamed(real, told.relation().point()));
    read.target_sha256 = told.target_sha256();
    read.target_ordinal = told.target_ordinal();
  }
  for (const pb::Suggestion& suggestion : file.suggestions()) {
    pb::Suggestion& read = draft.suggestions.emplace_back(suggestion);
    read.set_name(SuggestionName(id, new_id()));
    read.set_point(Renamed(real, suggestion.point()));
    read.clear_etag();
  }
}

}  // namespace rezon::decisions
