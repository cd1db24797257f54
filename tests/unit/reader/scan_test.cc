// Scans by sixteen bytes against what a loop over single bytes says, and word tables against lists.
#include "services/decisions/reader/text/scan.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "services/decisions/reader/deadlines/terms.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"
#include "tests/unit/reader/table.h"

namespace rezon::reader {
namespace {

std::string RandomText(std::mt19937* random) {
  static constexpr std::string_view kPieces[] = {"а", "я",  "р",  "ё",  "Ж", "Я", "Ё",
                                                 " ", "  ", "\t", "\n", ".", ";", ")",
                                                 "«", "»",  "z",  "Z",  "9"};
  std::string text;
  for (size_t left = (*random)() % 60; left > 0; --left) {
    text += kPieces[(*random)() % std::size(kPieces)];
  }
  return text;
}

size_t OddBlank(const std::string& text, size_t at) {
  const auto blank = [&](size_t i) {
    return i < text.size() && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n');
  };
  while (at < text.size() && !(blank(at) && (text[at] != ' ' || blank(at + 1)))) ++at;
  return at;
}

TEST(Scan, AgreesWithALoopOverBytes) {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = RandomText(&random);
    size_t starts = 0;
    for (const char c : text) starts += (c & 0xC0) != 0x80;
    EXPECT_EQ(CountStarts(text), starts) << text;
    const std::string needle = RandomText(&random).substr(0, 4);
    for (size_t from = 0; from <= text.size(); ++from) {
      EXPECT_EQ(FindByte(text, from, '.', ';', ')'),
                std::min(text.find_first_of(".;)", from), text.size()));
      EXPECT_EQ(FindOddBlank(text, from), OddBlank(text, from)) << text;
      EXPECT_EQ(FindText(text, needle, from), text.find(needle, from)) << text << "|" << needle;
    }
  }
}

TEST(Scan, FoldsEveryLetterAtEveryPlace) {
  const std::string letters =
      "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяёAZaz№«";
  const std::string folded =
      "абвгдеежзийклмнопрстуфхцчшщъыьэюяабвгдежзийклмнопрстуфхцчшщъыьэюяеazaz№«";
  for (size_t shift = 0; shift < 40; ++shift) {
    const std::string before(shift, '-');
    EXPECT_EQ(Fold(before + letters), before + folded);
    EXPECT_EQ(FindUnfolded(before + folded, 0), before.size() + folded.size());
  }
}

TEST(Scan, AWordTableIsItsList) {
  static constexpr std::string_view kWords[] = {"срок", "до", "год", "i", "№", "сроки", "годовой"};
  static constexpr WordTable kTable(kWords);
  for (const std::string_view word : {"срок", "сроком", "сро", "до", "д", "дом", "год", "iv", "v",
                                      "№", "«", "", "годовой", "s", "р"}) {
    bool starts = false;
    bool holds = false;
    for (const std::string_view one : kWords) {
      starts = starts || word.starts_with(one);
      holds = holds || word == one;
    }
    EXPECT_EQ(kTable.Starts(word), starts) << word;
    EXPECT_EQ(kTable.Holds(word), holds) << word;
  }
}

TEST(Scan, NoTermIsLostToTheFilterByFirstWord) {
  size_t terms = 0;
  for (const auto& row : ReadTable("deadlines.tsv", 5)) {
    const std::string low = Fold(row[1]);
    std::vector<Token> tokens;
    Tokenize(low, &tokens);
    const TokenText t{low, tokens};
    for (size_t i = 0; i < t.size(); ++i) {
      if (!t.IsWord(i) || !TermAt(t, i)) continue;
      ++terms;
      EXPECT_TRUE(MayStartTerm(t[i])) << row[1] << ": " << t[i];
    }
  }
  EXPECT_GT(terms, 100u);
}

}  // namespace
}  // namespace rezon::reader
