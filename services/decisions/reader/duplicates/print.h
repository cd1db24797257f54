// What a point is about, as a weighted set of word stems, for telling whether two points repeat
// each other whatever their wording, order and dates.
#ifndef REZON_SERVICES_DECISIONS_READER_DUPLICATES_PRINT_H_
#define REZON_SERVICES_DECISIONS_READER_DUPLICATES_PRINT_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace rezon::reader {

// One notion of a text. `hash` is that of its stem, or of the word that stands for its synonyms.
struct Notion {
  uint64_t hash = 0;
  float weight = 0;
};

// The notions of one text.
struct Print {
  std::vector<Notion> notions;    // by hash, each once
  std::vector<uint64_t> numbers;  // hashes of its numbers outside dates, sorted
  std::vector<uint64_t> denied;   // hashes of notions behind «не», sorted
  double weight = 0;              // sum of all notions
};

// Makes prints. Not thread-safe: one a thread, or one a use. Copies nothing it is given.
class PrintMaker {
 public:
  PrintMaker();
  ~PrintMaker();
  PrintMaker(const PrintMaker&) = delete;
  PrintMaker& operator=(const PrintMaker&) = delete;

  // `text` is a point's own text in UTF-8. Calendar phrases and function words are left out.
  Print Make(std::string_view text);

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::string StemOf(std::string_view word);

  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

// How far two texts ask for the same, 0..1. Symmetric; 1 for texts of the same notions.
double Similarity(const Print& one, const Print& other);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DUPLICATES_PRINT_H_
