#include "services/registry/import/plan.h"

#include <map>
#include <unordered_map>
#include <utility>

#include "services/registry/domain/names_of.h"
#include "services/registry/import/row.h"
#include "services/registry/matching/words.h"

namespace rezon::registry {
namespace {

using Import = pb::OrganisationImport;

// Finds what is there by the keys of a row.
class Index {
 public:
  explicit Index(const ImportWorld& world) {
    for (const KnownOrganisation& known : world.organisations) {
      const pb::Organisation& organisation = known.organisation;
      if (!organisation.inn().empty()) by_inn_.emplace(organisation.inn(), &known);
      if (!organisation.ogrn().empty()) by_ogrn_.emplace(organisation.ogrn(), &known);
      by_name_.emplace(std::pair(organisation.display_name(), organisation.territory()), &known);
    }
  }

  const KnownOrganisation* Match(const pb::Organisation& row) const {
    if (!row.inn().empty()) {
      const auto [first, last] = by_inn_.equal_range(row.inn());
      for (auto at = first; at != last; ++at) {
        if (at->second->organisation.kpp() == row.kpp()) return at->second;
      }
      // One organisation with this ИНН and no branches: its КПП may have changed.
      if (first != last && std::next(first) == last) return first->second;
      if (first != last) return nullptr;
    }
    if (const auto found = by_ogrn_.find(row.ogrn()); found != by_ogrn_.end()) {
      return found->second;
    }
    const auto found = by_name_.find({row.display_name(), row.territory()});
    const bool same =
        found != by_name_.end() && (row.inn().empty() || found->second->organisation.inn().empty());
    return same ? found->second : nullptr;
  }

  const KnownOrganisation* ByInn(const std::string& inn) const {
    const auto found = by_inn_.find(inn);
    return found == by_inn_.end() ? nullptr : found->second;
  }

 private:
  std::multimap<std::string, const KnownOrganisation*> by_inn_;
  std::unordered_map<std::string, const KnownOrganisation*> by_ogrn_;
  std::map<std::pair<std::string, std::string>, const KnownOrganisation*> by_name_;
};

std::string KeyOf(const pb::Organisation& row) {
  if (!row.inn().empty()) return "inn " + row.inn() + " " + row.kpp();
  return "name " + row.display_name() + " " + row.territory();
}

void FailRepeats(std::vector<DraftRow>& drafts) {
  std::unordered_map<std::string, int> first;
  for (DraftRow& draft : drafts) {
    const auto [there, fresh] = first.emplace(
        draft.known != nullptr ? "id " + draft.id : KeyOf(draft.organisation), draft.source->line);
    if (!fresh) draft.Fail("повторяет строку " + std::to_string(there->second));
  }
}

// Parents are found in the registry or among the file's own rows; a row under a bad row is bad.
void LinkParents(std::vector<DraftRow>& drafts, const Index& index) {
  std::unordered_map<std::string, DraftRow*> by_inn;
  for (DraftRow& draft : drafts) {
    if (!draft.organisation.inn().empty()) by_inn.emplace(draft.organisation.inn(), &draft);
  }
  for (DraftRow& draft : drafts) {
    if (draft.parent_inn.empty()) continue;
    const auto own = by_inn.find(draft.parent_inn);
    const KnownOrganisation* known = index.ByInn(draft.parent_inn);
    const std::string id = known != nullptr      ? known->id
                           : own != by_inn.end() ? own->second->id
                                                 : "";
    if (id.empty() || id == draft.id) {
      draft.Fail("parent: организация с ИНН " + draft.parent_inn + " не найдена");
    } else {
      draft.organisation.set_parent("organisations/" + id);
    }
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (DraftRow& draft : drafts) {
      const auto own = by_inn.find(draft.parent_inn);
      const bool orphan = !draft.failed() && own != by_inn.end() && own->second->failed() &&
                          index.ByInn(draft.parent_inn) == nullptr;
      if (orphan) draft.Fail("parent: строка вышестоящей организации содержит ошибку");
      changed = changed || orphan;
    }
  }
}

void Judge(DraftRow& draft, ImportPlan& plan) {
  if (draft.failed()) return;
  const pb::Organisation merged = Merged(draft);
  std::string body = BodyOf(merged);
  if (draft.known == nullptr) {
    draft.verdict = Import::VERDICT_NEW;
  } else if (body == BodyOf(draft.known->organisation)) {
    draft.verdict = Import::VERDICT_UNCHANGED;
    return;
  } else {
    draft.verdict = Import::VERDICT_CHANGED;
  }
  plan.rows.push_back({draft.source->line, draft.id, draft.known ? draft.known->version : 0,
                       std::move(body), Stems(NamesOf(merged))});
}

void Show(const DraftRow& draft, Import& preview) {
  Import::Row* row = preview.add_rows();
  row->set_line(draft.source->line);
  row->set_verdict(draft.verdict);
  row->set_display_name(draft.organisation.display_name());
  if (draft.known != nullptr) row->set_organisation("organisations/" + draft.id);
  for (const std::string& message : draft.messages) row->add_messages(message);
  preview.set_total_count(preview.total_count() + 1);
  switch (draft.verdict) {
    case Import::VERDICT_NEW:
      return preview.set_new_count(preview.new_count() + 1);
    case Import::VERDICT_CHANGED:
      return preview.set_changed_count(preview.changed_count() + 1);
    case Import::VERDICT_UNCHANGED:
      return preview.set_unchanged_count(preview.unchanged_count() + 1);
    default:
      return preview.set_error_count(preview.error_count() + 1);
  }
}

}  // namespace

ImportPlan PlanImport(const CsvTable& table, const ImportWorld& world,
                      const std::function<std::string()>& new_id) {
  const Index index(world);
  std::vector<DraftRow> drafts;
  drafts.reserve(table.rows.size());
  for (const CsvRow& row : table.rows) {
    drafts.push_back(ReadRow(row, world));
    DraftRow& draft = drafts.back();
    draft.known = index.Match(draft.organisation);
    draft.id = draft.known != nullptr ? draft.known->id : new_id();
  }
  FailRepeats(drafts);
  LinkParents(drafts, index);
  ImportPlan plan;
  for (DraftRow& draft : drafts) {
    Judge(draft, plan);
    Show(draft, plan.preview);
  }
  return plan;
}

}  // namespace rezon::registry
