#include "services/registry/domain/checks.h"

#include "absl/time/civil_time.h"
#include "services/platform/ids/names.h"
#include "services/registry/domain/digits.h"

namespace rezon::registry {
namespace {

constexpr size_t kMaxText = 2000;
constexpr int kMaxList = 200;

// Gathers violations under a prefix.
class Faulter {
 public:
  explicit Faulter(std::string prefix) : prefix_(std::move(prefix)) {}

  void Add(const std::string& field, const char* en, const char* ru) {
    violations_.push_back({prefix_ + field, en, field + ": " + ru});
  }
  void Text(const std::string& field, const std::string& text, bool required) {
    if (required && text.find_first_not_of(" \t\n") == std::string::npos) {
      Add(field, "must not be empty", "не заполнено");
    }
    if (text.size() > kMaxText) Add(field, "is longer than 2000 bytes", "слишком длинно");
    if (text.find('\0') != std::string::npos) Add(field, "holds a NUL", "недопустимый символ");
  }
  template <typename List>
  void Texts(const std::string& field, const List& list) {
    if (list.size() > kMaxList) Add(field, "has more than 200 entries", "слишком много значений");
    for (const std::string& text : list) Text(field, text, true);
  }
  void Day(const std::string& field, const std::string& day) {
    if (!day.empty() && !GoodDay(day)) {
      Add(field, "must be a day YYYY-MM-DD", "ожидается дата в виде ГГГГ-ММ-ДД");
    }
  }
  void Period(const char* first, const std::string& from, const char* last, const std::string& to) {
    Day(first, from);
    Day(last, to);
    if (!from.empty() && !to.empty() && GoodDay(from) && GoodDay(to) && to < from) {
      Add(last, "is before the first day", "раньше даты начала");
    }
  }
  void Reference(const std::string& field, const char* collection, const std::string& name,
                 bool required) {
    if (name.empty() ? required : !names::ParseUuid(collection, name).ok()) {
      Add(field, "must name a resource of the right collection", "ожидается имя записи реестра");
    }
  }
  void Code(const char* field, const std::string& code, bool (*good)(std::string_view),
            const char* ru) {
    if (!code.empty() && !good(code)) Add(field, "has a wrong form or check digit", ru);
  }
  template <typename Enum>
  void Required(const char* field, Enum value, bool (*known)(int)) {
    if (value == 0 || !known(value)) Add(field, "must be set to a known value", "не указано");
  }
  template <typename Enum>
  void Known(const char* field, Enum value, bool (*known)(int)) {
    if (!known(value)) Add(field, "is not a known value", "неизвестное значение");
  }

  Violations Take() { return std::move(violations_); }
  absl::Status Verdict() {
    return violations_.empty() ? absl::OkStatus() : errors::InvalidArgument(violations_);
  }

 private:
  std::string prefix_;
  Violations violations_;
};

bool OrganisationInn(std::string_view inn) { return inn.size() == 10 && GoodInn(inn); }
bool OrganisationOgrn(std::string_view ogrn) { return ogrn.size() == 13 && GoodOgrn(ogrn); }
bool OrganisationOkpo(std::string_view okpo) { return okpo.size() == 8 && GoodOkpo(okpo); }

}  // namespace

bool GoodDay(std::string_view day) {
  if (day.size() != 10 || day[4] != '-' || day[7] != '-') return false;
  for (size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (day[i] < '0' || day[i] > '9') return false;
  }
  const auto number = [&](size_t at, size_t length) {
    return std::stoi(std::string(day.substr(at, length)));
  };
  const absl::CivilDay civil(number(0, 4), number(5, 2), number(8, 2));
  return civil.year() > 0 && civil.month() == number(5, 2) && civil.day() == number(8, 2);
}

absl::Status Check(const pb::Territory& territory, const std::string& prefix) {
  Faulter faults(prefix);
  faults.Text("display_name", territory.display_name(), true);
  faults.Required("kind", territory.kind(), pb::Territory::Kind_IsValid);
  faults.Code("oktmo", territory.oktmo(), GoodOktmo, "код ОКТМО должен состоять из 8 или 11 цифр");
  faults.Reference("parent", "territories", territory.parent(), false);
  absl::TimeZone zone;
  if (!territory.time_zone().empty() && !absl::LoadTimeZone(territory.time_zone(), &zone)) {
    faults.Add("time_zone", "is not an IANA time zone", "неизвестный часовой пояс");
  }
  faults.Texts("aliases", territory.aliases());
  faults.Period("valid_from", territory.valid_from(), "valid_to", territory.valid_to());
  return faults.Verdict();
}

Violations Faults(const pb::Organisation& organisation, const std::string& prefix) {
  Faulter faults(prefix);
  faults.Text("display_name", organisation.display_name(), true);
  faults.Text("short_name", organisation.short_name(), false);
  faults.Text("legal_form", organisation.legal_form(), false);
  faults.Text("number", organisation.number(), false);
  faults.Required("kind", organisation.kind(), pb::Organisation::Kind_IsValid);
  faults.Code("inn", organisation.inn(), OrganisationInn, "контрольная цифра ИНН не сходится");
  faults.Code("kpp", organisation.kpp(), GoodKpp, "КПП должен состоять из 9 знаков");
  faults.Code("ogrn", organisation.ogrn(), OrganisationOgrn, "контрольная цифра ОГРН не сходится");
  faults.Code("okpo", organisation.okpo(), OrganisationOkpo, "контрольная цифра ОКПО не сходится");
  faults.Reference("territory", "territories", organisation.territory(), true);
  faults.Reference("parent", "organisations", organisation.parent(), false);
  faults.Texts("aliases", organisation.aliases());
  faults.Period("valid_from", organisation.valid_from(), "valid_to", organisation.valid_to());
  return faults.Take();
}

absl::Status Check(const pb::Organisation& organisation, const std::string& prefix) {
  const Violations faults = Faults(organisation, prefix);
  return faults.empty() ? absl::OkStatus() : errors::InvalidArgument(faults);
}

absl::Status Check(const pb::Official& official, const std::string& prefix) {
  Faulter faults(prefix);
  faults.Reference("organisation", "organisations", official.organisation(), true);
  faults.Text("post", official.post(), true);
  faults.Text("full_name", official.full_name(), true);
  faults.Period("valid_from", official.valid_from(), "valid_to", official.valid_to());
  return faults.Verdict();
}

absl::Status Check(const pb::AddresseeClass& addressee_class, const std::string& prefix) {
  Faulter faults(prefix);
  faults.Text("display_name", addressee_class.display_name(), true);
  faults.Texts("phrases", addressee_class.phrases());
  if (addressee_class.kinds().empty()) {
    faults.Add("kinds", "must name at least one kind", "не указан ни один вид организаций");
  }
  for (int kind : addressee_class.kinds()) {
    faults.Required("kinds", kind, pb::Organisation::Kind_IsValid);
  }
  faults.Reference("territory", "territories", addressee_class.territory(), false);
  for (const std::string& name : addressee_class.exclusions()) {
    faults.Reference("exclusions", "organisations", name, true);
  }
  return faults.Verdict();
}

absl::Status Check(const pb::Event& event, const std::string& prefix) {
  Faulter faults(prefix);
  faults.Text("display_name", event.display_name(), true);
  faults.Required("form", event.form(), pb::Event::Form_IsValid);
  faults.Known("level", event.level(), pb::Event::Level_IsValid);
  faults.Known("mode", event.mode(), pb::Event::Mode_IsValid);
  faults.Reference("territory", "territories", event.territory(), false);
  faults.Period("start_date", event.start_date(), "end_date", event.end_date());
  faults.Texts("organisers", event.organisers());
  faults.Texts("partners", event.partners());
  faults.Texts("venues", event.venues());
  if (event.participants() < 0) {
    faults.Add("participants", "must not be negative", "не может быть отрицательным");
  }
  return faults.Verdict();
}

}  // namespace rezon::registry
