// Automatic numbers of word processors: formats and counters (OOXML 17.9; ODF 20).
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_NUMBERING_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_NUMBERING_H_

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace rezon::reader {

inline constexpr int kListLevels = 10;

// `value` in an OOXML number format: decimal, lowerRoman, russianLower, … Unknown ones are decimal.
std::string FormatNumber(int value, std::string_view format);

struct ListLevel {
  std::string format = "decimal";
  std::string text;  // «%1.%2.», or the bullet itself
  int start = 1;
  int restart_after = -1;  // 0: never; n: after level n (1-based); -1: after any higher level
  bool legal = false;      // all numbers as decimals
  bool bullet = false;
};

struct ListStyle {
  std::array<ListLevel, kListLevels> levels;
};

// Counters of one list; several lists may share one (w:abstractNum).
class ListCounter {
 public:
  // The label of the next paragraph on `level`, «1.2.»; empty for a level without a number.
  std::string Next(const ListStyle& style, int level);
  // Starts `level` anew, so that the next paragraph on it has the number `value`.
  void Restart(int level, int value) { count_[level] = Bounded(value) - 1; }

 private:
  static constexpr int kUnset = -1000000;
  static constexpr int kMost = 1000000;  // no real list goes near it
  static int Bounded(int value) { return std::clamp(value, 0, kMost); }
  std::array<int, kListLevels> count_ = [] {
    std::array<int, kListLevels> all{};
    all.fill(kUnset);
    return all;
  }();
};

// A bullet as the reader knows it: fonts of symbols become «•», dashes stay.
std::string BulletText(std::string_view text);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_NUMBERING_H_
