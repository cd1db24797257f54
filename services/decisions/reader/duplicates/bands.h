// MinHash bands of a print: two texts that share a band may repeat each other, so that candidates
// are found by equality alone, in memory and in a table (locality-sensitive hashing).
#ifndef REZON_SERVICES_DECISIONS_READER_DUPLICATES_BANDS_H_
#define REZON_SERVICES_DECISIONS_READER_DUPLICATES_BANDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "services/decisions/reader/duplicates/print.h"

namespace rezon::reader {

// Bands of one print, each another number; none for a text that says nothing. `salt` keeps the
// bands of several collections apart. They are stored: whoever changes notions, weights or this has
// every point's bands made anew (services/decisions/schema, point_without_bands).
std::vector<int64_t> BandsOf(const Print& print, std::string_view salt = {});

// A likely repetition: places in the list that was given, first < second.
struct DuplicatePair {
  size_t first = 0;
  size_t second = 0;
  double similarity = 0;
};

// From this similarity on two points are called likely duplicates (chosen on the labelled pairs of
// tests/unit/reader/data/duplicates.tsv).
inline constexpr double kLikelyDuplicate = 0.5;

// Pairs of `texts` that are at least `least` similar, best first. Time grows with the number of
// texts and of pairs that share a band, not with all pairs.
std::vector<DuplicatePair> FindDuplicates(const std::vector<std::string>& texts,
                                          double least = kLikelyDuplicate);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DUPLICATES_BANDS_H_
