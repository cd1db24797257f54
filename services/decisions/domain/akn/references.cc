#include "services/decisions/domain/akn/references.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/decisions/domain/akn/text.h"

namespace rezon::decisions::akn {
namespace {

using rezon::common::v1::Deadline;

std::string DeadlineKey(const Deadline& deadline) {
  if (deadline.printed().empty() && deadline.end_date().empty() &&
      deadline.kind() != Deadline::KIND_STANDING) {
    return "";
  }
  return absl::StrCat("deadline ", Deadline::Kind_Name(deadline.kind()), " ", deadline.start_date(),
                      " ", deadline.end_date(), " ", deadline.printed());
}

// What the term says, for a reader.
std::string ShowDeadline(const Deadline& deadline) {
  if (!deadline.printed().empty()) return deadline.printed();
  if (deadline.kind() == Deadline::KIND_STANDING) return "постоянно";
  if (deadline.start_date().empty()) return "до " + deadline.end_date();
  return "с " + deadline.start_date() + " по " + deadline.end_date();
}

std::string DeadlinePath(const Deadline& deadline) {
  if (deadline.kind() == Deadline::KIND_STANDING) return "standing";
  if (deadline.end_date().empty()) return "undated";
  if (deadline.start_date().empty()) return deadline.end_date();
  return deadline.start_date() + "/" + deadline.end_date();
}

}  // namespace

References::References(const Aggregate& aggregate, const std::string& jurisdiction)
    : jurisdiction_(jurisdiction) {
  for (const pb::Point& point : aggregate.points) {
    for (const pb::Addressee& addressee : point.addressees()) KnowAddressee(addressee);
    KnowDeadline(point.deadline());
  }
}

std::string References::Know(const std::string& key, const Reference& reference,
                             const std::string& prefix) {
  auto [known, fresh] = ids_.emplace(key, "");
  if (!fresh) return known->second;
  known->second = absl::StrCat(prefix, "_", ++counts_[prefix]);
  list_.push_back(reference);
  list_.back().id = known->second;
  if (reference.href.empty()) {
    list_.back().href =
        absl::StrCat("/akn/ontology/organization/", jurisdiction_, "/", known->second);
  }
  return known->second;
}

void References::KnowAddressee(const pb::Addressee& addressee) {
  for (int i = 0; i < addressee.targets_size(); ++i) {
    const std::string& target = addressee.targets(i);
    const bool person = absl::StartsWith(target, "officials/");
    const std::string name = i < addressee.target_display_names_size()
                                 ? addressee.target_display_names(i)
                                 : addressee.phrase();
    Know(target,
         {person ? "TLCPerson" : "TLCOrganization", "",
          absl::StrCat("/akn/ontology/", person ? "person" : "organization", "/", jurisdiction_,
                       "/", target),
          name.empty() ? target : name},
         person ? "person" : "organization");
  }
  if (addressee.targets_size() == 0 && !addressee.phrase().empty()) {
    Know("phrase " + addressee.phrase(), {"TLCOrganization", "", "", addressee.phrase()},
         "addressee");
  }
}

void References::KnowDeadline(const Deadline& deadline) {
  const std::string key = DeadlineKey(deadline);
  if (key.empty()) return;
  Know(key,
       {"TLCEvent", "", absl::StrCat("/akn/ontology/event/deadline/", DeadlinePath(deadline)),
        ShowDeadline(deadline)},
       "deadline");
}

std::vector<std::string> References::IdsOf(const pb::Addressee& addressee) const {
  std::vector<std::string> ids;
  for (const std::string& target : addressee.targets()) ids.push_back(ids_.at(target));
  if (ids.empty() && !addressee.phrase().empty()) {
    ids.push_back(ids_.at("phrase " + addressee.phrase()));
  }
  return ids;
}

std::string References::IdOf(const Deadline& deadline) const {
  auto known = ids_.find(DeadlineKey(deadline));
  return known == ids_.end() ? "" : known->second;
}

const char* References::ElementOf(const std::string& id) const {
  return absl::StartsWith(id, "person_") ? "person" : "organization";
}

void References::Write(pugi::xml_node references) const {
  for (const Reference& reference : list_) {
    pugi::xml_node node = references.append_child(reference.element);
    Set(node, "eId", reference.id);
    Set(node, "href", reference.href);
    Set(node, "showAs", reference.show_as);
  }
}

}  // namespace rezon::decisions::akn
