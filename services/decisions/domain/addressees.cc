#include "services/decisions/domain/addressees.h"

#include <algorithm>
#include <set>

#include "google/protobuf/util/message_differencer.h"

namespace rezon::decisions {
namespace {

constexpr char kWarning[] =
    "Реестр не ответил: адресаты пунктов не определены. Повторите поиск адресатов позже.";

bool ChosenByPerson(const pb::Point& point, const pb::Addressee& addressee) {
  return !point.corrector().empty() && addressee.targets_size() > 0;
}

pb::Addressee Found(const pb::Addressee& printed, const Finding& finding) {
  pb::Addressee addressee;
  addressee.set_phrase(printed.phrase());
  if (printed.has_span()) *addressee.mutable_span() = printed.span();
  for (const Candidate& match : finding.matches) {
    addressee.add_targets(match.target);
    addressee.add_target_display_names(match.display_name);
    addressee.set_score(std::max(addressee.score(), match.score));
  }
  for (const Candidate& candidate : finding.alternatives) {
    pb::AddresseeOption* option = addressee.add_alternatives();
    option->set_target(candidate.target);
    option->set_display_name(candidate.display_name);
    option->set_score(candidate.score);
    addressee.set_score(std::max(addressee.score(), candidate.score));
  }
  return addressee;
}

}  // namespace

std::vector<std::string> OpenPhrases(const Aggregate& aggregate) {
  std::vector<std::string> phrases;
  std::set<std::string> seen;
  for (const pb::Point& point : aggregate.points) {
    for (const pb::Addressee& addressee : point.addressees()) {
      if (addressee.phrase().empty() || ChosenByPerson(point, addressee)) continue;
      if (seen.insert(addressee.phrase()).second) phrases.push_back(addressee.phrase());
    }
  }
  return phrases;
}

void ApplyFindings(const Findings& findings, Aggregate& aggregate) {
  std::map<std::string, const Finding*> by_phrase;
  for (const Finding& finding : findings.findings) by_phrase[finding.phrase] = &finding;
  for (pb::Point& point : aggregate.points) {
    for (pb::Addressee& addressee : *point.mutable_addressees()) {
      auto found = by_phrase.find(addressee.phrase());
      if (found == by_phrase.end() || ChosenByPerson(point, addressee)) continue;
      pb::Addressee fresh = Found(addressee, *found->second);
      if (google::protobuf::util::MessageDifferencer::Equals(fresh, addressee)) continue;
      addressee = fresh;
      aggregate.Touch(point);
    }
  }
  if (aggregate.resolution.territory().empty()) {
    aggregate.resolution.set_territory(findings.territory);
  }
}

std::map<std::string, std::string> KnownNames(const Aggregate& aggregate) {
  std::map<std::string, std::string> names;
  for (const pb::Point& point : aggregate.points) {
    for (const pb::Addressee& addressee : point.addressees()) {
      const int count = std::min(addressee.targets_size(), addressee.target_display_names_size());
      for (int i = 0; i < count; ++i) {
        names[addressee.targets(i)] = addressee.target_display_names(i);
      }
      for (const pb::AddresseeOption& option : addressee.alternatives()) {
        names[option.target()] = option.display_name();
      }
    }
  }
  return names;
}

void WarnUnresolved(pb::Resolution& resolution) {
  ClearUnresolvedWarning(resolution);
  resolution.add_warnings(kWarning);
}

void ClearUnresolvedWarning(pb::Resolution& resolution) {
  auto* warnings = resolution.mutable_warnings();
  warnings->erase(std::remove(warnings->begin(), warnings->end(), kWarning), warnings->end());
}

}  // namespace rezon::decisions
