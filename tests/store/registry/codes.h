#pragma once

#include <cstddef>
#include <string>

// Codes of organisations with right check digits (domain.md 5.2), the n-th of each kind.
namespace rezon::registry {

std::string Inn(size_t n);
std::string Ogrn(size_t n);
std::string Okpo(size_t n);

}  // namespace rezon::registry
