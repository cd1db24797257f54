#include <map>
#include <set>
#include <string>
#include <utility>

#include "services/decisions/domain/correct.h"
#include "services/decisions/domain/letters.h"
#include "services/decisions/domain/resolution_file.h"
#include "services/decisions/handlers/documents.h"
#include "services/decisions/store/rows.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"

namespace rezon::decisions {
namespace {

std::set<std::string> TargetsOf(const Aggregate& draft) {
  std::set<std::string> targets;
  for (const pb::Point& point : draft.points) {
    for (const pb::Addressee& addressee : point.addressees()) {
      targets.insert(addressee.targets().begin(), addressee.targets().end());
      for (const auto& option : addressee.alternatives()) targets.insert(option.target());
      if (!addressee.territory().empty()) targets.insert(addressee.territory());
    }
  }
  return targets;
}

// Targets and territories of the file that this registry knows, with its names. Another
// installation has other ids.
absl::StatusOr<std::map<std::string, std::string>> Known(const server::CallContext& call,
                                                         Directory& directory,
                                                         const Aggregate& draft) {
  std::map<std::string, std::string> known;
  for (const std::string& target : TargetsOf(draft)) {
    auto names = directory.DisplayNames(call, {target});
    if (names.status().code() == absl::StatusCode::kNotFound) continue;
    if (!names.ok()) return names.status();
    known.insert(names->begin(), names->end());
  }
  return known;
}

void KeepKnown(const std::map<std::string, std::string>& known, pb::Addressee& addressee,
               pb::Point& point) {
  const pb::Addressee given = addressee;
  addressee.clear_targets();
  addressee.clear_target_display_names();
  addressee.clear_alternatives();
  for (int i = 0; i < given.targets_size(); ++i) {
    auto found = known.find(given.targets(i));
    if (found != known.end()) {
      addressee.add_targets(found->first);
      addressee.add_target_display_names(found->second);
      continue;
    }
    const std::string& name =
        i < given.target_display_names_size() ? given.target_display_names(i) : given.targets(i);
    point.add_warnings("В реестре нет исполнителя «" + name + "»: выберите другого.");
  }
  if (auto found = known.find(given.territory()); found != known.end()) {
    addressee.set_territory_display_name(found->second);
  } else if (!given.territory().empty()) {
    addressee.clear_territory();
    addressee.clear_territory_display_name();
    point.add_warnings("В реестре нет территории «" + given.territory_display_name() +
                       "», которой ограничен адресат «" + given.phrase() + "».");
  }
  for (const auto& option : given.alternatives()) {
    if (known.count(option.target()) != 0) *addressee.add_alternatives() = option;
  }
}

// The letters of other files, as they are to be stored. One that came without its bytes, which are
// not here either, is left out, and the resolution warns of it.
absl::StatusOr<std::vector<CarriedLetter>> CarriedOf(const server::CallContext& call,
                                                     store::Store& store, ResolutionFile& file) {
  std::vector<CarriedLetter> carried;
  for (CarriedLetter& one : file.letters) {
    if (one.same_file()) continue;
    if (one.content.empty()) {
      auto found = store.FindImport(call, one.document.sha256());
      if (!found.ok()) return found.status();
      if (!*found) {
        file.draft.resolution.add_warnings("«" + LetterTitle(one.letter.facts()) +
                                           "» выгружено без файла: загрузите письмо отдельно.");
        continue;
      }
    }
    one.document.set_name(names::Join("documents", ids::NewUuid()));
    one.letter.set_name(names::Join("letters", ids::NewUuid()));
    carried.push_back(std::move(one));
  }
  return carried;
}

store::NewDocument NewDocumentOf(const ResolutionFile& file, const std::string& id) {
  store::NewDocument document{file.document, file.content};
  document.document.set_name(names::Join("documents", id));
  return document;
}

}  // namespace

absl::Status DocumentHandlers::StoreFile(server::CallContext& call, const server::RequestKey& key,
                                         const std::string& bytes,
                                         pb::ImportDocumentResponse* out) {
  const std::string document_id = ids::NewUuid();
  auto file = ReadResolutionFile(
      bytes, {call.region(), document_id, ids::NewUuid(), [] { return ids::NewUuid(); }});
  if (!file.ok()) return file.status();
  auto found = store_.FindImport(call, file->document.sha256());
  if (!found.ok()) return found.status();
  if (*found) {
    *out = Respond(**found);
    return absl::OkStatus();
  }
  if (file->content.empty()) {
    return errors::FailedPrecondition(
        "DOCUMENT_MISSING", "the file comes without the document, which is not here either",
        "Файл выгружен без исходного документа: сначала загрузите сам документ.",
        {{"sha256", file->document.sha256()}});
  }
  auto known = Known(call, directory_, file->draft);
  if (!known.ok()) return known.status();
  for (pb::Point& point : file->draft.points) {
    for (pb::Addressee& addressee : *point.mutable_addressees()) {
      KeepKnown(*known, addressee, point);
    }
  }
  Count(file->draft);
  Note(file->draft, {call.principal().subject, {}}, pb::Correction::ACTION_IMPORT);
  auto carried = CarriedOf(call, store_, *file);
  if (!carried.ok()) return carried.status();
  store::NewDocument document = NewDocumentOf(*file, document_id);
  document.carried = *std::move(carried);
  return Finish(call, key, document, std::move(file->draft), out);
}

}  // namespace rezon::decisions
