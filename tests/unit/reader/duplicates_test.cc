#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "services/decisions/reader/duplicates/bands.h"
#include "services/decisions/reader/duplicates/print.h"
#include "tests/unit/reader/table.h"

namespace rezon::reader {
namespace {

double SimilarityOf(const std::string& one, const std::string& other) {
  PrintMaker maker;
  return Similarity(maker.Make(one), maker.Make(other));
}

bool ShareABand(const std::string& one, const std::string& other) {
  PrintMaker maker;
  const auto a = BandsOf(maker.Make(one));
  const auto b = BandsOf(maker.Make(other));
  return std::any_of(a.begin(), a.end(),
                     [&b](int64_t band) { return std::find(b.begin(), b.end(), band) != b.end(); });
}

struct Measure {
  int right = 0;
  int wrong = 0;
  int missed = 0;
  double precision() const { return right / static_cast<double>(std::max(1, right + wrong)); }
  double recall() const { return right / static_cast<double>(std::max(1, right + missed)); }
};

TEST(Duplicates, PrecisionAndRecallOnLabelledPairs) {
  const auto rows = ReadTable("duplicates.tsv", 4);
  ASSERT_GE(rows.size(), 60u);
  std::map<std::string, Measure> measures;
  for (const auto& row : rows) {
    const double similarity = SimilarityOf(row[2], row[3]);
    // What a search would find: pairs without a common band are never compared.
    const bool found = similarity >= kLikelyDuplicate && ShareABand(row[2], row[3]);
    const bool same = row[1] == "same";
    for (const std::string& set : {row[0], std::string("all")}) {
      measures[set].right += found && same ? 1 : 0;
      measures[set].wrong += found && !same ? 1 : 0;
      measures[set].missed += !found && same ? 1 : 0;
    }
    if (found != same) {
      std::printf("%s %s %.2f: %s / %s\n", row[0].c_str(), row[1].c_str(), similarity,
                  row[2].c_str(), row[3].c_str());
    }
  }
  for (const auto& [set, measure] : measures) {
    std::printf("%s: precision %.3f, recall %.3f\n", set.c_str(), measure.precision(),
                measure.recall());
  }
  EXPECT_GE(measures["all"].precision(), 0.9);
  EXPECT_GE(measures["all"].recall(), 0.85);
  EXPECT_GE(measures["held"].precision(), 0.9);
  EXPECT_GE(measures["held"].recall(), 0.9);
}

TEST(Duplicates, SimilarityIsSymmetricAndOneForTheSameText) {
  for (const auto& row : ReadTable("duplicates.tsv", 4)) {
    EXPECT_DOUBLE_EQ(SimilarityOf(row[2], row[3]), SimilarityOf(row[3], row[2]));
    EXPECT_DOUBLE_EQ(SimilarityOf(row[2], row[2]), 1.0);
  }
  EXPECT_EQ(SimilarityOf("", ""), 0.0);
  EXPECT_EQ(SimilarityOf("и в на", "Провести смотр"), 0.0);
}

TEST(Duplicates, PairsOfADocumentBestFirst) {
  const std::vector<std::string> texts = {
      "Провести смотр школьных музеев", "Обновить стенды по охране труда",
      "Организовать проведение смотра школьных музеев до 1 мая 2024 года",
      "Провести смотр школьных музеев"};
  const auto pairs = FindDuplicates(texts);
  ASSERT_EQ(pairs.size(), 3u);
  for (const DuplicatePair& pair : pairs) {
    EXPECT_LT(pair.first, pair.second);
    EXPECT_NE(pair.first, 1u);
    EXPECT_NE(pair.second, 1u);
    EXPECT_GE(pair.similarity, 0.9);
  }
  EXPECT_GE(pairs[0].similarity, pairs[2].similarity);
  EXPECT_TRUE(FindDuplicates({}).empty());
}

TEST(Duplicates, AThousandEqualPointsAreBounded) {
  const std::vector<std::string> texts(1000, "Провести смотр школьных музеев");
  const auto pairs = FindDuplicates(texts);
  EXPECT_GE(pairs.size(), 1000u);
  EXPECT_LE(pairs.size(), 64u * 1000u);
}

}  // namespace
}  // namespace rezon::reader
