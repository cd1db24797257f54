#include "services/decisions/reader/duplicates/bands.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

namespace rezon::reader {
namespace {

// Of pairs with a share s of common notions 1 - (1 - s^3)^32 meet in a band: 0.99 for s = 0.5, 0.89
// for s = 0.4, 0.03 for s = 0.1.
constexpr int kBands = 32;
constexpr int kRows = 3;
constexpr float kTelling = 0.3f;  // lighter notions are in most points and would meet everywhere
// A band that so many texts share tells nothing.
constexpr size_t kCrowd = 64;

uint64_t Mix(uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

}  // namespace

std::vector<int64_t> BandsOf(const Print& print, std::string_view salt) {
  std::array<uint64_t, kBands * kRows> least;
  least.fill(std::numeric_limits<uint64_t>::max());
  bool any = false;
  for (const bool all : {false, true}) {
    for (const Notion& notion : print.notions) {
      if (!all && notion.weight < kTelling) continue;
      any = true;
      for (size_t k = 0; k < least.size(); ++k) {
        least[k] = std::min(least[k], Mix(notion.hash ^ Mix(k)));
      }
    }
    if (any) break;
  }
  std::vector<int64_t> bands;
  if (!any) return bands;
  bands.reserve(kBands);
  uint64_t seed = 0;
  for (const char c : salt) seed = Mix(seed ^ static_cast<unsigned char>(c));
  for (size_t band = 0; band < kBands; ++band) {
    uint64_t hash = Mix(seed ^ band);
    for (size_t row = 0; row < kRows; ++row) hash = Mix(hash ^ least[band * kRows + row]);
    bands.push_back(static_cast<int64_t>(hash));
  }
  return bands;
}

std::vector<DuplicatePair> FindDuplicates(const std::vector<std::string>& texts, double least) {
  PrintMaker maker;
  std::vector<Print> prints;
  prints.reserve(texts.size());
  std::unordered_map<int64_t, std::vector<size_t>> shared;
  std::vector<size_t> near;
  std::vector<DuplicatePair> pairs;
  for (size_t i = 0; i < texts.size(); ++i) {
    prints.push_back(maker.Make(texts[i]));
    near.clear();
    for (const int64_t band : BandsOf(prints[i])) {
      std::vector<size_t>& with = shared[band];
      near.insert(near.end(), with.begin(), with.end());
      if (with.size() < kCrowd) with.push_back(i);
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    for (const size_t other : near) {
      const double similarity = Similarity(prints[other], prints[i]);
      if (similarity >= least) pairs.push_back({other, i, similarity});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const DuplicatePair& a, const DuplicatePair& b) {
    return a.similarity > b.similarity;
  });
  return pairs;
}

}  // namespace rezon::reader
