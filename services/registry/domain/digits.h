#pragma once

#include <string_view>

// Check digits of Russian registers (domain.md 5.2). Plain functions; text that is not all digits
// of the right length is never good.
namespace rezon::registry {

// ИНН of an organisation (10 digits) or a person (12).
bool GoodInn(std::string_view inn);
// ОГРН (13 digits) or ОГРНИП (15).
bool GoodOgrn(std::string_view ogrn);
// ОКПО of 8 (organisation) or 10 digits (person).
bool GoodOkpo(std::string_view okpo);
// ОКТМО code of 8 or 11 digits: printed without its control digit, so only the form is checked.
bool GoodOktmo(std::string_view oktmo);
// The control digit (КЧ) that Rosstat prints beside an ОКТМО or ОКПО code, -1 for bad input.
int ControlDigit(std::string_view code);
// КПП: 9 characters, digits but for the 5th and 6th, which may be A-Z.
bool GoodKpp(std::string_view kpp);

}  // namespace rezon::registry
