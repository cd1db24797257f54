// Scans by sixteen bytes against what a loop over single bytes says, and word tables against lists.
#include "services/decisions/reader/text/scan.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "services/decisions/reader/deadlines/terms.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/text_pool.h"
#include "services/decisions/reader/text/utf8.h"
#include "tests/unit/reader/table.h"

namespace rezon::reader {
namespace {

std::string RandomText(std::mt19937* random) {
  static constexpr std::string_view kPieces[] = {"а", "я",  "р",  "ё",  "Ж", "Я", "Ё",
                                                 " ", "  ", "\t", "\n", ".", ";", ")",
                                                 "(", "\"", "«",  "»",  "z", "Z", "9"};
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

TEST(Scan, ALooksMarksAreThoseOfALoop) {
  std::mt19937 random(2);
  for (int round = 0; round < 3000; ++round) {
    std::string text = RandomText(&random) + (round % 3 == 0 ? RandomText(&random) : "");
    std::erase(text, '\n');
    const size_t end = text.find_last_not_of(" \t") + 1;  // 0 where there is nothing else
    for (size_t begin = 0; begin < end; begin += 7) {
      const std::string_view line = std::string_view(text).substr(begin, end - begin);
      const LineMarks marks = MarksOf(text, begin, end);
      EXPECT_EQ(marks.starts, CountStarts(line)) << line;
      EXPECT_EQ(marks.spaced, line.find("  ") < end || line.find('\t') < end) << line;
      EXPECT_EQ(marks.bracketed, line.find('(') < end) << line;
      if (line.find('"') < end || line.find("«") < end) {
        EXPECT_TRUE(marks.quoted) << line;
      }
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

TEST(Scan, EndingsAreFoundInTheListsOrder) {
  static constexpr std::string_view kEndings[] = {"ими", "ми", "им", "у", "ему", "ая"};
  static constexpr EndingTable kTable(kEndings);
  std::mt19937 random(3);
  static constexpr std::string_view kLetters[] = {"и", "м", "у", "е", "а", "я", "-", "i"};
  for (int round = 0; round < 3000; ++round) {
    std::string word;
    for (size_t left = random() % 6; left > 0; --left) {
      word += kLetters[random() % std::size(kLetters)];
    }
    size_t size = 0;
    for (const std::string_view one : kEndings) {
      if (size == 0 && word.ends_with(one)) size = one.size();
    }
    EXPECT_EQ(kTable.EndingOf(word), size) << word;
    EXPECT_EQ(kTable.Ends(word), size > 0) << word;
  }
}

TEST(Scan, GatesLetEveryWordOfTheirListsPass) {
  static constexpr std::string_view kStems[] = {"ма", "конц", "внес", "п-р"};
  static constexpr std::string_view kWords[] = {"в", "до", "не", "iii", "i-iv"};
  static constexpr Gate kStemGate = Gate::OfStems(kStems);
  static constexpr Gate kBoth = Gate::OfWords(kWords) | kStemGate;
  for (const std::string_view stem : kStems) {
    for (const std::string_view end : {"", "я", "ю", "-", "рт", "а.", "1", "\xCC\x81"}) {
      const std::string word = std::string(stem) + std::string(end);
      EXPECT_TRUE(kStemGate.Passes(Head::Of(word))) << word;
      EXPECT_TRUE(kBoth.Passes(Head::Of(word))) << word;
    }
  }
  for (const std::string_view word : kWords) EXPECT_TRUE(kBoth.Passes(Head::Of(word))) << word;
  size_t passed = 0;
  for (const std::string_view word : {"школа", "дело", "и", "на", "год", "отдел", "совет"}) {
    passed += kBoth.Passes(Head::Of(word));
  }
  EXPECT_LT(passed, 3u);
}

TEST(Scan, WordsKeepTheirHeads) {
  const std::string low = "внести в пункт 3 i-iv март";
  Tokens tokens;
  Tokenize(low, &tokens);
  const TokenText t{low, tokens};
  for (size_t i = 0; i < t.size(); ++i) {
    EXPECT_EQ(tokens[i].head, t.IsWord(i) ? Head::Of(t[i]) : 0) << t[i];
  }
}

TEST(Scan, TextsOfAPoolStayWhenOthersGrow) {
  TextPool pool;
  std::string_view grown = pool.Append({}, "начало");
  const std::string_view beginning = grown;
  std::string expected = "начало";
  for (int round = 0; round < 1000; ++round) {
    grown = pool.Append(grown, " и так далее");
    expected += " и так далее";
    if (round % 100 == 7) {
      EXPECT_EQ(pool.Append(beginning, "!"), "начало!");
    }
  }
  EXPECT_EQ(grown, expected);
  EXPECT_EQ(beginning, "начало");
  std::string_view broken = pool.Append({}, "обес-");
  broken = pool.Append(pool.DropLast(broken), "печить");
  EXPECT_EQ(broken, "обеспечить");
  EXPECT_EQ(pool.Append({}, ""), "");
  EXPECT_EQ(grown, expected);
}

TEST(Scan, NoTermIsLostToTheFilterByFirstWord) {
  size_t terms = 0;
  for (const auto& row : ReadTable("deadlines.tsv", 5)) {
    const std::string low = Fold(row[1]);
    Tokens tokens;
    Tokenize(low, &tokens);
    const TokenText t{low, tokens};
    for (size_t i = 0; i < t.size(); ++i) {
      if (!t.IsWord(i) || !TermAt(t, i)) continue;
      ++terms;
      EXPECT_TRUE(MayStartTerm(t, i)) << row[1] << ": " << t[i];
    }
  }
  EXPECT_GT(terms, 100u);
}

}  // namespace
}  // namespace rezon::reader
