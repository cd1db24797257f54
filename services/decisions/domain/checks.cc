#include "services/decisions/domain/checks.h"

#include <charconv>
#include <set>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "services/decisions/domain/names.h"
#include "services/decisions/domain/utf8.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::Deadline;
namespace pb = rezon::decisions::v1;

constexpr std::size_t kMaxBody = 64 << 10;
constexpr std::size_t kMaxLine = 4000;
constexpr int kMaxList = 100;

absl::Status CheckAddressee(const std::string& field, const pb::Addressee& addressee) {
  if (absl::Status wrong = CheckText(field + ".phrase", addressee.phrase(), kMaxLine, false);
      !wrong.ok()) {
    return wrong;
  }
  if (!addressee.territory().empty() && !names::Match("territories/{id}", addressee.territory())) {
    return errors::InvalidField(field + ".territory", "must be territories/{id}",
                                "Территория адресата должна быть из реестра.");
  }
  if (addressee.targets_size() > kMaxList) {
    return errors::InvalidField(field + ".targets", "at most 100 targets",
                                "У адресата может быть не больше 100 исполнителей.");
  }
  for (int i = 0; i < addressee.targets_size(); ++i) {
    if (IsTargetName(addressee.targets(i))) continue;
    return errors::InvalidField(
        absl::StrCat(field, ".targets[", i, "]"),
        "must be organisations/{id}, addresseeClasses/{id} or officials/{id}",
        "Исполнитель должен быть организацией, группой или должностным лицом из реестра.");
  }
  return absl::OkStatus();
}

// The number that the text is, digits only; -1 for anything else.
int Digits(std::string_view text) {
  int value = -1;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && text[0] != '-' ? value : -1;
}

absl::Status CheckParty(const std::string& field, const pb::EventFacts::Party& party) {
  static const std::set<std::string_view> kKinds = {"organiser", "host", "partner", "venue",
                                                    "participant"};
  if (kKinds.count(party.kind()) == 0) {
    return errors::InvalidField(field + ".kind",
                                "must be organiser, host, partner, venue or participant",
                                "Неизвестная роль участника мероприятия.");
  }
  return CheckText(field + ".display_name", party.display_name(), kMaxLine, true);
}

absl::Status CheckEvent(const std::string& field, const pb::EventFacts& event) {
  for (absl::Status wrong :
       {CheckText(field + ".display_name", event.display_name(), kMaxLine, false),
        CheckText(field + ".territory", event.territory(), kMaxLine, false),
        CheckDate(field + ".start_date", event.start_date()),
        CheckDate(field + ".end_date", event.end_date())}) {
    if (!wrong.ok()) return wrong;
  }
  if (!event.start_date().empty() && !event.end_date().empty() &&
      event.end_date() < event.start_date()) {
    return errors::InvalidField(field + ".end_date", "must not be before start_date",
                                "Последний день мероприятия раньше первого.");
  }
  for (int i = 0; i < event.parties_size(); ++i) {
    const std::string path = field + ".parties[" + std::to_string(i) + "]";
    if (absl::Status wrong = CheckParty(path, event.parties(i)); !wrong.ok()) return wrong;
  }
  return absl::OkStatus();
}

}  // namespace

std::optional<absl::CivilDay> ParseDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = Digits(text.substr(0, 4));
  const int month = Digits(text.substr(5, 2));
  const int day = Digits(text.substr(8, 2));
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  const absl::CivilDay civil(year, month, day);
  // A day that does not exist, such as 31 June, is normalised to another one.
  if (civil.month() != month || civil.day() != day) return std::nullopt;
  return civil;
}

absl::Status CheckDate(std::string_view field, std::string_view text) {
  if (text.empty() || ParseDay(text)) return absl::OkStatus();
  return errors::InvalidField(field, "must be a day as YYYY-MM-DD",
                              "Дата должна быть настоящим днём в виде ГГГГ-ММ-ДД.");
}

absl::Status CheckText(std::string_view field, std::string_view text, std::size_t most,
                       bool required) {
  if (text.size() > most) {
    return errors::InvalidField(field, absl::StrCat("at most ", most, " bytes"),
                                absl::StrCat("Текст длиннее ", most, " байт."));
  }
  if (required && text.find_first_not_of(" \t\n") == std::string_view::npos) {
    return errors::InvalidField(field, "must not be empty", "Поле не может быть пустым.");
  }
  if (!IsPlainUtf8(text)) {
    return errors::InvalidField(field, "must be UTF-8 without control characters",
                                "Текст содержит управляющие символы.");
  }
  return absl::OkStatus();
}

absl::Status CheckDeadline(std::string_view field, const Deadline& deadline) {
  const std::string path(field);
  for (absl::Status wrong : {CheckDate(path + ".start_date", deadline.start_date()),
                             CheckDate(path + ".end_date", deadline.end_date()),
                             CheckText(path + ".printed", deadline.printed(), kMaxLine, false)}) {
    if (!wrong.ok()) return wrong;
  }
  const bool wants_end =
      deadline.kind() == Deadline::KIND_DATE || deadline.kind() == Deadline::KIND_RANGE;
  const bool wants_start = deadline.kind() == Deadline::KIND_RANGE;
  if (wants_end == deadline.end_date().empty()) {
    return errors::InvalidField(path + ".end_date", "does not agree with kind",
                                "Дата окончания не соответствует виду срока.");
  }
  if (wants_start == deadline.start_date().empty()) {
    return errors::InvalidField(path + ".start_date", "does not agree with kind",
                                "Дата начала не соответствует виду срока.");
  }
  if (wants_start && deadline.end_date() < deadline.start_date()) {
    return errors::InvalidField(path + ".end_date", "must not be before start_date",
                                "Срок заканчивается раньше, чем начинается.");
  }
  return absl::OkStatus();
}

absl::Status CheckPoint(std::string_view field, const pb::Point& point) {
  const std::string path(field);
  for (absl::Status wrong : {CheckText(path + ".text", point.text(), kMaxBody, true),
                             CheckText(path + ".label", point.label(), 100, false),
                             CheckDeadline(path + ".deadline", point.deadline())}) {
    if (!wrong.ok()) return wrong;
  }
  return CheckAddressees(field, point);
}

absl::Status CheckAddressees(std::string_view field, const pb::Point& point) {
  const std::string path(field);
  if (point.addressees_size() > kMaxList) {
    return errors::InvalidField(path + ".addressees", "at most 100 addressees",
                                "У пункта может быть не больше 100 адресатов.");
  }
  for (int i = 0; i < point.addressees_size(); ++i) {
    absl::Status wrong =
        CheckAddressee(absl::StrCat(path, ".addressees[", i, "]"), point.addressees(i));
    if (!wrong.ok()) return wrong;
  }
  return absl::OkStatus();
}

absl::Status CheckCitation(std::string_view field, const pb::Relation::Target& target) {
  const std::string path(field);
  for (absl::Status wrong : {CheckText(path + ".act", target.act(), kMaxLine, false),
                             CheckText(path + ".number", target.number(), kMaxLine, false),
                             CheckDate(path + ".act_date", target.act_date()),
                             CheckText(path + ".issuer", target.issuer(), kMaxLine, false),
                             CheckText(path + ".title", target.title(), kMaxLine, false),
                             CheckText(path + ".label", target.label(), kMaxLine, false)}) {
    if (!wrong.ok()) return wrong;
  }
  return absl::OkStatus();
}

absl::Status CheckFacts(std::string_view field, const pb::Resolution& resolution) {
  const std::string path(field);
  for (absl::Status wrong :
       {CheckText(path + ".display_name", resolution.display_name(), kMaxLine, true),
        CheckEvent(path + ".event", resolution.event()),
        CheckDate(path + ".letter.date", resolution.letter().date())}) {
    if (!wrong.ok()) return wrong;
  }
  if (!resolution.territory().empty() &&
      !names::Match("territories/{id}", resolution.territory())) {
    return errors::InvalidField(path + ".territory", "must be territories/{id}",
                                "Территория должна быть из реестра.");
  }
  return absl::OkStatus();
}

}  // namespace rezon::decisions
