// Places named in a text: towns, districts, regions.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_TERRITORY_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_TERRITORY_H_

#include <string>
#include <string_view>
#include <vector>

#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

enum class PlaceKind { kTown, kDistrict, kRegion };

struct Place {
  std::string name;  // nominative: «город N», «N-ский муниципальный район», «N-ская область»
  PlaceKind kind = PlaceKind::kTown;
  size_t begin = 0;
  size_t end = 0;
};

// Places in order of appearance, those in quotation marks left out. `document` helps to find a
// town's nominative.
std::vector<Place> FindPlaces(std::string_view text, const TokenText& tokens,
                              std::string_view document);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_TERRITORY_H_
