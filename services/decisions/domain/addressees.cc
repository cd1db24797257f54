#include "services/decisions/domain/addressees.h"

#include <algorithm>
#include <set>

#include "google/protobuf/util/message_differencer.h"

namespace rezon::decisions {
namespace {

constexpr char kWarning[] =
    "Реестр не ответил: адресаты пунктов не определены. Повторите поиск адресатов позже.";

// How the warnings of WarnTerritory begin, by which they are found again.
constexpr char kTerritory[] = "Территория события";
constexpr char kRegional[] = "regional";

bool ChosenByPerson(const pb::Point& point, const pb::Addressee& addressee) {
  return !point.corrector().empty() && addressee.targets_size() > 0;
}

pb::Addressee Found(const pb::Addressee& printed, const Finding& finding) {
  pb::Addressee addressee;
  addressee.set_phrase(printed.phrase());
  if (printed.has_span()) *addressee.mutable_span() = printed.span();
  addressee.set_territory(finding.territory);
  addressee.set_territory_display_name(finding.territory_display_name);
  for (const Candidate& match : finding.matches) {
    addressee.add_targets(match.target);
    addressee.add_target_display_names(match.display_name);
    addressee.set_score(std::max(addressee.score(), match.score));
    for (const std::string& reason : match.reasons) addressee.add_reasons(reason);
  }
  for (const std::string& reason : finding.reasons) addressee.add_reasons(reason);
  for (const Candidate& candidate : finding.alternatives) {
    pb::AddresseeOption* option = addressee.add_alternatives();
    option->set_target(candidate.target);
    option->set_display_name(candidate.display_name);
    option->set_score(candidate.score);
    for (const std::string& reason : candidate.reasons) option->add_reasons(reason);
    addressee.set_score(std::max(addressee.score(), candidate.score));
  }
  return addressee;
}

bool HasOpenAddressee(const Aggregate& aggregate) {
  return std::any_of(aggregate.points.begin(), aggregate.points.end(), [](const pb::Point& point) {
    const auto& all = point.addressees();
    return point.actionable() && std::any_of(all.begin(), all.end(), [](const auto& addressee) {
             return addressee.targets().empty();
           });
  });
}

void WarnTerritory(Aggregate& aggregate) {
  pb::Resolution& resolution = aggregate.resolution;
  ClearTerritoryWarning(resolution);
  if (!resolution.territory().empty() || !HasOpenAddressee(aggregate)) return;
  const std::string& printed = resolution.event().territory();
  const std::string found = printed.empty() ? std::string(" не указана в документе")
                                            : " «" + printed + "» не найдена в реестре";
  resolution.add_warnings(kTerritory + found +
                          ": группы адресатов не раскрыты. Выберите территорию и повторите поиск "
                          "адресатов или выберите адресатов сами.");
}

}  // namespace

Question QuestionOf(const Aggregate& aggregate) {
  Question question;
  question.phrases = OpenPhrases(aggregate);
  question.territory = aggregate.resolution.territory();
  question.territory_phrase = aggregate.resolution.event().territory();
  question.whole_region = aggregate.resolution.event().level() == kRegional;
  return question;
}

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
  WarnTerritory(aggregate);
}

void ClearTerritoryWarning(pb::Resolution& resolution) {
  auto* warnings = resolution.mutable_warnings();
  warnings->erase(
      std::remove_if(warnings->begin(), warnings->end(),
                     [](const std::string& warning) { return warning.rfind(kTerritory, 0) == 0; }),
      warnings->end());
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
