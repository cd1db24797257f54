// Where the reader stops: limits of ReadOptions, and bounds that keep its time in step with the
// length whatever the text is.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "services/decisions/reader/reader.h"
#include "services/decisions/reader/structure/tree.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {
namespace {

constexpr char kOpening[] = "РЕЗОЛЮЦИЯ\nрайонной конференции\n\nУчастники рекомендуют:\n";

std::string Times(const std::string& part, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += part;
  return text;
}

std::string ReasonOf(const absl::StatusOr<Document>& document) {
  if (document.ok()) return "none";
  EXPECT_EQ(document.status().code(), absl::StatusCode::kResourceExhausted);
  return GetReadError(document.status())->reason;
}

TEST(Limits, LinesParagraphsAndBytesOfTheText) {
  const std::string text = kOpening + Times("1. Провести занятие.\n", 50);
  ReadOptions options;
  EXPECT_EQ(ReasonOf(Read(text, options)), "none");
  options.max_lines = 40;
  EXPECT_EQ(ReasonOf(Read(text, options)), "FILE_TOO_LARGE");
  options = {};
  options.max_paragraphs = 40;
  EXPECT_EQ(ReasonOf(Read(text, options)), "FILE_TOO_LARGE");
  options = {};
  options.max_text_bytes = text.size() - 1;
  EXPECT_EQ(ReasonOf(Read(text, options)), "FILE_TOO_LARGE");
}

// A greeting and a number in front: every line may be a title, what is sent, or what is asked.
TEST(Limits, WhatLooksLikeALetterWithoutEndIsNone) {
  const std::string head = "05.03.2024 № 12\n\nДиректорам школ\n\nУважаемые коллеги!\n\n";
  for (const char* line : {"Решение конференции\n\n", "Направляем резолюцию конференции\n\n",
                           "Просим до 1 мая сообщить\n\n", "Приложение: на 1 л.\n\n"}) {
    const auto document = Read(head + Times(line, 100'000), {});
    ASSERT_TRUE(document.ok()) << document.status();
    EXPECT_NE(document->kind, DocumentKind::kCoverLetter) << line;
  }
}

TEST(Limits, LevelsBeyondTheDeepestAreItsEntries) {
  const auto document = Read(kOpening + Times("1. Провести работу:\n", 10'000), {});
  ASSERT_TRUE(document.ok()) << document.status();
  ASSERT_EQ(document->items.size(), 10'000u);
  std::vector<size_t> depth;
  for (const Item& item : document->items) {
    depth.push_back(item.parent == 0 ? 1 : depth[static_cast<size_t>(item.parent) - 1] + 1);
  }
  EXPECT_EQ(*std::max_element(depth.begin(), depth.end()), Tree::kMaxLevels);
  EXPECT_EQ(depth.back(), Tree::kMaxLevels);
}

TEST(Limits, AHeadingDoesNotHandDownWithoutEnd) {
  const std::string heading =
      kOpening + std::string("1. Управлению образования") + Times(", отделу культуры", 30) + ":\n";
  const auto some = Read(heading + Times("- провести работу;\n", 100), {});
  ASSERT_TRUE(some.ok()) << some.status();
  EXPECT_EQ(some->items.back().responsible.size(), 31u);
  EXPECT_EQ(ReasonOf(Read(heading + Times("- провести работу;\n", 40'000), {})), "FILE_TOO_LARGE");
}

TEST(Limits, CaptionsDoNotCoverAListWithoutEnd) {
  const std::string list = kOpening + std::string("1. Провести:\n") + Times("- работу;\n", 20'000);
  EXPECT_EQ(ReasonOf(Read(list + "\n" + Times("Срок: май.\n", 20), {})), "none");
  EXPECT_EQ(ReasonOf(Read(list + "\n" + Times("Срок: май.\n", 20'000), {})), "FILE_TOO_LARGE");
}

TEST(Limits, AParagraphIsReadAsFarAsItsTokensGo) {
  const std::string words = Times("слово ", kMaxTokens);
  const auto document = Read(kOpening + ("1. Провести " + words) + "до 1 мая 2026 года.\n", {});
  ASSERT_TRUE(document.ok()) << document.status();
  ASSERT_EQ(document->items.size(), 1u);
  EXPECT_GT(document->items[0].text.size(), words.size());
  EXPECT_EQ(document->items[0].deadline.kind, DeadlineKind::kNone);
}

TEST(Limits, CaptionsInOneParagraphBelongToItsPoint) {
  const auto document =
      Read(kOpening + ("1. Провести отчёт." + Times(" Срок: май 2026 года.", 500)) + "\n", {});
  ASSERT_TRUE(document.ok()) << document.status();
  ASSERT_EQ(document->items.size(), 1u);
  EXPECT_EQ(document->items[0].text, "Провести отчёт");
  EXPECT_EQ(document->items[0].deadline.end, "2026-05-31");
}

TEST(Limits, AnInitialAtTheVeryEndEndsTheSearchForAName) {
  const auto document = Read(std::string(kOpening) + "1. Провести час.\nГлава А.\n", {});
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(document->items.size(), 1u);
}

TEST(Limits, PointsInOneParagraphKeepTheirPlaces) {
  const auto document =
      Read(std::string(kOpening) + "1. Провести  час. 2. Вести\tсайт. 3. Ждать.\n", {});
  ASSERT_TRUE(document.ok()) << document.status();
  std::vector<std::string> texts;
  for (const Item& item : document->items) {
    texts.push_back(
        document->text.substr(item.text_span.begin, item.text_span.end - item.text_span.begin));
  }
  EXPECT_EQ(texts, (std::vector<std::string>{"Провести  час", "Вести\tсайт", "Ждать"}));
}

}  // namespace
}  // namespace rezon::reader
