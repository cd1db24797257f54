#include "services/decisions/reader/duplicates/print.h"

#include <libstemmer.h>

#include <algorithm>
#include <new>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/duplicates/notions.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr float kNumberWeight = 0.6f;
constexpr double kOtherNumber = 0.6;   // «школы № 5» and «школы № 7»
constexpr double kOtherSense = 0.4;    // «допускать» and «не допускать»
constexpr double kShareOfWhole = 0.6;  // the rest is how much of the shorter text is in the longer
constexpr double kLeastToContain = 1.5;

// FNV-1a with a final mix: the same on every machine, as hashes are stored.
uint64_t HashOf(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdu;
  return hash ^ (hash >> 33);
}

void SortOnce(std::vector<uint64_t>* hashes) {
  std::sort(hashes->begin(), hashes->end());
  hashes->erase(std::unique(hashes->begin(), hashes->end()), hashes->end());
}

bool Meet(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](uint64_t hash) { return std::binary_search(b.begin(), b.end(), hash); });
}

bool HasNotion(const Print& print, uint64_t hash) {
  const auto found = std::lower_bound(print.notions.begin(), print.notions.end(), hash,
                                      [](const Notion& n, uint64_t h) { return n.hash < h; });
  return found != print.notions.end() && found->hash == hash;
}

// One text denies what the other asks for.
bool Denies(const Print& one, const Print& other) {
  return std::any_of(one.denied.begin(), one.denied.end(), [&](uint64_t hash) {
    return !std::binary_search(other.denied.begin(), other.denied.end(), hash) &&
           HasNotion(other, hash);
  });
}

void Settle(Print* print) {
  auto& notions = print->notions;
  std::sort(notions.begin(), notions.end(), [](const Notion& a, const Notion& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.weight > b.weight;
  });
  notions.erase(std::unique(notions.begin(), notions.end(),
                            [](const Notion& a, const Notion& b) { return a.hash == b.hash; }),
                notions.end());
  for (const Notion& notion : notions) print->weight += notion.weight;
  SortOnce(&print->numbers);
  SortOnce(&print->denied);
}

}  // namespace

void PrintMaker::Delete::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

PrintMaker::PrintMaker() : stemmer_(sb_stemmer_new("russian", "UTF_8")) {
  if (!stemmer_) throw std::bad_alloc();
}

PrintMaker::~PrintMaker() = default;

std::string PrintMaker::StemOf(std::string_view word) {
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);
  return {reinterpret_cast<const char*>(stem),
          static_cast<size_t>(sb_stemmer_length(stemmer_.get()))};
}

Print PrintMaker::Make(std::string_view text) {
  const std::string low = Fold(text);
  Tokens tokens;
  Tokenize(low, &tokens);
  const TokenText t{low, tokens};
  Print print;
  bool denied = false;
  for (size_t i = 0; i < t.size(); ++i) {
    if (const auto date = ParseInterval(t, i)) {
      i = date->last - 1;
      continue;
    }
    if (t.Is(i, TokenKind::kNumber)) {
      const uint64_t hash = HashOf(t[i]);
      print.numbers.push_back(hash);
      print.notions.push_back({hash, kNumberWeight});
    }
    if (!t.IsWord(i)) continue;
    if (t[i] == "не") {
      denied = true;
      continue;
    }
    if (IsFunctionWord(t[i]) || CountChars(t[i]) < 2) continue;
    const std::string stem = StemOf(t[i]);
    const StemMeaning meaning = MeaningOf(stem);
    const uint64_t hash = HashOf(meaning.name);
    print.notions.push_back({hash, meaning.weight});
    if (denied) print.denied.push_back(hash);
    denied = false;
  }
  Settle(&print);
  return print;
}

double Similarity(const Print& one, const Print& other) {
  if (one.weight <= 0 || other.weight <= 0) return 0;
  double common = 0;
  auto a = one.notions.begin();
  auto b = other.notions.begin();
  while (a != one.notions.end() && b != other.notions.end()) {
    if (a->hash < b->hash) {
      ++a;
    } else if (b->hash < a->hash) {
      ++b;
    } else {
      common += std::min(a->weight, b->weight);
      ++a;
      ++b;
    }
  }
  const double whole = common / (one.weight + other.weight - common);
  const double shorter = std::min(one.weight, other.weight);
  const double part = shorter < kLeastToContain ? whole : common / shorter;
  double similarity = kShareOfWhole * whole + (1 - kShareOfWhole) * part;
  if (!one.numbers.empty() && !other.numbers.empty() && !Meet(one.numbers, other.numbers)) {
    similarity *= kOtherNumber;
  }
  if (Denies(one, other) || Denies(other, one)) similarity *= kOtherSense;
  return std::min(1.0, similarity);
}

}  // namespace rezon::reader
