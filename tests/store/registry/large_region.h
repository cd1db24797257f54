#pragma once

#include <string>
#include <vector>

// An invented region as large as a real one (domain.md 6): 26 municipalities with their education
// offices and 950 organisations of the usual kinds, named in the usual manners. Every run gives the
// same. All places are invented.
namespace rezon::registry {

struct LargeRegion {
  struct Territory {
    // How the rows below and the phrases call it: "kluchi".
    std::string key;
    std::string display_name;
    std::vector<std::string> aliases;
  };
  struct Organisation {
    // Told by tests: "kluchi/school/27".
    std::string key;
    std::string display_name;
    std::string short_name;
    // "KIND_SCHOOL".
    std::string kind;
    std::string legal_form;
    std::string number;
    std::string territory;
    std::vector<std::string> aliases;
    std::string inn;
    std::string ogrn;
    std::string okpo;
  };
  struct Official {
    std::string key;
    std::string organisation;
    std::string post;
    std::string full_name;
  };
  struct Class {
    std::string key;
    std::vector<std::string> phrases;
    std::vector<std::string> kinds;
  };
  // The first one is the region, the others lie in it.
  std::vector<Territory> territories;
  std::vector<Organisation> organisations;
  std::vector<Official> officials;
  std::vector<Class> classes;
};

inline constexpr size_t kLargeRegionOrganisations = 976;

LargeRegion MakeLargeRegion();
// The organisations as the CSV that ImportOrganisations takes.
std::string CsvOf(const LargeRegion& region);

}  // namespace rezon::registry
