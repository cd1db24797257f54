// Tables of what opens a decision, labels its points, and stands below them.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/decisions/reader/reader.h"
#include "tests/unit/reader/table.h"

namespace rezon::reader {
namespace {

constexpr char kPreamble[] =
    "РЕЗОЛЮЦИЯ\nрайонной педагогической конференции «Новая школа»\n\n12 марта 2024 года\n\n"
    "В работе конференции приняли участие 100 педагогов. Конференция отмечает:\n"
    "- рост числа участников;\n- интерес педагогов к теме.\n\n"
    "Работа секций прошла на высоком уровне.\n\n";

std::vector<Item> ItemsOf(const std::string& text) {
  auto document = Read(text, {});
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? std::move(document->items) : std::vector<Item>{};
}

std::vector<std::string> TextsOf(const std::vector<Item>& items) {
  std::vector<std::string> texts;
  for (const Item& item : items) texts.push_back(item.text);
  return texts;
}

TEST(Forms, WhateverOpensTheDecision) {
  using Strings = std::vector<std::string>;
  const auto rows = ReadTable("openings.tsv", 1);
  ASSERT_GE(rows.size(), 100u);
  const auto read = [](const std::string& formula, const char* points) {
    return TextsOf(
        ItemsOf(kPreamble + formula + "\n\n" + points + "\nРезолюция принята единогласно.\n"));
  };
  for (const auto& row : rows) {
    EXPECT_EQ(read(row[0], "- повышение качества подготовки;\n- развитие наставничества.\n"),
              (Strings{"повышение качества подготовки", "развитие наставничества"}))
        << row[0];
    EXPECT_EQ(read(row[0], "1. Провести семинар.\n2. Издать сборник.\n"),
              (Strings{"Провести семинар", "Издать сборник"}))
        << row[0];
    EXPECT_EQ(read(row[0], "провести семинар;\nиздать сборник.\n"),
              (Strings{"провести семинар", "издать сборник"}))
        << row[0];
    EXPECT_EQ(read(row[0], "Управлению образования:\n- провести семинар;\n- издать сборник.\n"),
              (Strings{"Управлению образования:", "провести семинар", "издать сборник"}))
        << row[0];
  }
}

TEST(Forms, WhateverLabelsThePoints) {
  const std::vector<std::string> tasks = {
      "Управлению образования провести семинар по вопросам наставничества.",
      "Директорам школ обновить планы работы до 1 мая 2025 года.", "Создать рабочую группу.",
      "Методическому центру издать сборник материалов."};
  const auto rows = ReadTable("labels.tsv", 8);
  ASSERT_GE(rows.size(), 35u);
  for (const auto& row : rows) {
    for (const char* opening : {"Участники рекомендуют:", "В ней приняло участие 40 человек."}) {
      std::string text = "РЕЗОЛЮЦИЯ\nрайонной конференции\n\n" + std::string(opening) + "\n\n";
      for (size_t i = 0; i < tasks.size(); ++i) text += row[i] + " " + tasks[i] + "\n";
      const auto items = ItemsOf(text);
      ASSERT_EQ(items.size(), tasks.size()) << row[0] << " " << opening;
      for (size_t i = 0; i < tasks.size(); ++i) {
        EXPECT_EQ(items[i].text + ".", tasks[i]) << row[i];
        EXPECT_EQ(items[i].label, row[4 + i]) << row[i];
      }
    }
  }
}

TEST(Forms, LabelsOfAnotherTextAreNone) {
  for (const char* line :
       {"Пункт 3 решения от 1 марта 2020 года признать утратившим силу.",
        "№ 1 и № 2 передать помещения школы.", "2 – 3 раза в год проводить встречи.",
        "А. С. Пушкину посвятить неделю чтения.", "г. Лесному передать архив."}) {
    const auto items =
        ItemsOf("РЕЗОЛЮЦИЯ\nрайонной конференции\n\nУчастники решили:\n\n1. Провести слёт.\n2. " +
                std::string(line) + "\n");
    ASSERT_EQ(items.size(), 2u) << line;
    EXPECT_EQ(items[1].text + ".", line);
  }
}

TEST(Forms, SubpointsStandUnderTheirPoint) {
  const auto items = ItemsOf(
      "РЕШЕНИЕ\nсовещания\n\nПункт 1. Управлению образования:\nп. 1.1. провести опрос;\n"
      "п. 1.2. обобщить ответы.\nПункт 2. Школам вести дневник.\n");
  ASSERT_EQ(items.size(), 4u);
  EXPECT_EQ(items[0].label, "Пункт 1");
  EXPECT_EQ(items[2].label, "п. 1.2");
  EXPECT_EQ(items[2].parent, 1);
  EXPECT_EQ(items[2].responsible.at(0).phrase, "Управлению образования");
  EXPECT_EQ(items[3].parent, 0);
}

TEST(Forms, WhateverStandsBelowAPoint) {
  const auto rows = ReadTable("captions.tsv", 2);
  ASSERT_GE(rows.size(), 40u);
  for (const auto& row : rows) {
    const auto items = ItemsOf(
        "РЕЗОЛЮЦИЯ\nрайонной конференции\n\nУчастники рекомендуют:\n\n1. Провести семинар.\n" +
        row[0] + "\n2. Издать сборник.\n");
    ASSERT_EQ(items.size(), 2u) << row[0];
    EXPECT_EQ(items[0].text, "Провести семинар") << row[0];
    std::string who;
    for (const Responsible& one : items[0].responsible) {
      who += (who.empty() ? "" : " | ") + one.phrase;
    }
    const std::string got =
        row[1].starts_with("who=") ? "who=" + who : "end=" + items[0].deadline.end;
    EXPECT_EQ(got, row[1]) << row[0];
  }
}

}  // namespace
}  // namespace rezon::reader
