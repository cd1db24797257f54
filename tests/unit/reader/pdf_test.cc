// How the pages of a PDF become one text.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "services/decisions/reader/reader.h"
#include "tests/unit/reader/pdf_file.h"

namespace rezon::reader {
namespace {

constexpr double kSize = 12;

Document ReadPdf(const PdfFile& file) {
  auto document = Read(file.Bytes(), {});
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? *std::move(document) : Document{};
}

std::vector<std::string> Texts(const Document& document) {
  std::vector<std::string> texts;
  for (const Item& item : document.items) texts.push_back(item.label + "|" + item.text);
  return texts;
}

using Strings = std::vector<std::string>;

TEST(Pdf, TwoColumnsAreReadOneAfterTheOther) {
  PdfFile file;
  file.NewPage();
  file.Lines(150, 60, 14, {"РЕШЕНИЕ районного совещания", "от 5 марта 2024 года"});
  file.Lines(50, 120, kSize,
             {"Совещание рассмотрело итоги года и", "приняло во внимание мнения школ, отме-",
              "тив рост числа кружков и секций в", "районе за последние три года работы.",
              "Совещание решило:", "1. Школам обновить планы работы до",
              "1 мая 2024 года и согласовать их с"});
  file.Lines(310, 120, kSize,
             {"управлением образования района.", "2. Методическому центру провести",
              "обучение педагогов, которые ведут", "кружки технической направленно-",
              "сти, и представить сведения о нём.", "3. Управлению образования подгото-",
              "вить сводный отчёт о ходе работ."});
  const Document document = ReadPdf(file);
  EXPECT_EQ(Texts(document),
            (Strings{"1|Школам обновить планы работы до 1 мая 2024 года и согласовать их с "
                     "управлением образования района",
                     "2|Методическому центру провести обучение педагогов, которые ведут кружки "
                     "технической направленности, и представить сведения о нём",
                     "3|Управлению образования подготовить сводный отчёт о ходе работ"}));
  EXPECT_EQ(document.event.start, "2024-03-05");
}

TEST(Pdf, HeadingsAndMarginsGoAcrossTheColumns) {
  PdfFile file;
  for (int page = 0; page < 2; ++page) {
    file.NewPage();
    file.Line(50, 40, kSize, "Резолюция слёта");
    file.Line(50, 790, kSize, std::to_string(page + 1));
    if (page == 0) {
      file.Line(240, 70, kSize, "12 апреля 2024 года");
      file.Lines(50, 100, kSize,
                 {"Участники слёта решили:", "1. Школам провести недели книги и",
                  "представить отчёты о них в отдел", "образования до 1 июня 2024 года.",
                  "2. Музею открыть выставку находок", "и провести для школ района цикл"});
      file.Lines(310, 100, kSize,
                 {"встреч с участниками экспедиций,", "которые работали в нашем районе.",
                  "3. Архиву передать школам копии", "документов о первых учителях и",
                  "помочь оформить уголки истории", "в каждой школе нашего района и"});
    } else {
      file.Lines(50, 70, kSize,
                 {"в детских садах, где есть группы", "для старших дошкольников района.",
                  "4. Газете вести рубрику о слёте", "и его участниках весь этот год,",
                  "а весной выпустить особый номер", "о лучших находках и рассказах."});
      file.Lines(310, 70, kSize,
                 {"5. Отделу образования подготовить", "приказ об итогах слёта и наградить",
                  "его победителей грамотами отдела", "в конце учебного года на общем",
                  "празднике краеведов, который даст", "начало новому году поисков."});
    }
  }
  const Document document = ReadPdf(file);
  EXPECT_EQ(
      Texts(document),
      (Strings{("1|Школам провести недели книги и представить отчёты о них в отдел образования до "
                "1 июня 2024 года"),
               ("2|Музею открыть выставку находок и провести для школ района цикл встреч с "
                "участниками экспедиций, которые работали в нашем районе"),
               ("3|Архиву передать школам копии документов о первых учителях и помочь оформить "
                "уголки истории в каждой школе нашего района и в детских садах, где есть группы "
                "для старших дошкольников района"),
               ("4|Газете вести рубрику о слёте и его участниках весь этот год, а весной "
                "выпустить особый номер о лучших находках и рассказах"),
               ("5|Отделу образования подготовить приказ об итогах слёта и наградить его "
                "победителей грамотами отдела в конце учебного года на общем празднике "
                "краеведов, который даст начало новому году поисков")}));
}

TEST(Pdf, ATableOfMeasuresIsNoPairOfColumns) {
  PdfFile file;
  file.NewPage();
  file.Lines(50, 60, kSize, {"Совещание решило выполнить следующие мероприятия:"});
  const Strings measures = {"Провести смотр кабинетов", "Обновить планы работы",
                            "Издать сборник статей",    "Открыть музей школы",
                            "Собрать отзывы родителей", "Подвести итоги смотра"};
  file.Line(50, 100, kSize, "№");
  file.Line(90, 100, kSize, "Мероприятие");
  file.Line(300, 100, kSize, "Срок");
  file.Line(440, 100, kSize, "Ответственные");
  for (size_t i = 0; i < measures.size(); ++i) {
    const double down = 120 + 20 * static_cast<double>(i);
    file.Line(50, down, kSize, std::to_string(i + 1));
    file.Line(90, down, kSize, measures[i]);
    file.Line(300, down, kSize, "до 1 мая 2024 года");
    file.Line(440, down, kSize, "директора школ");
  }
  const Document document = ReadPdf(file);
  ASSERT_EQ(document.items.size(), measures.size()) << document.text;
  for (size_t i = 0; i < measures.size(); ++i) {
    EXPECT_EQ(document.items[i].text, measures[i]);
    EXPECT_EQ(document.items[i].deadline.end, "2024-05-01");
    ASSERT_EQ(document.items[i].responsible.size(), 1u);
    EXPECT_EQ(document.items[i].responsible[0].phrase, "директора школ");
  }
}

TEST(Pdf, WhatRepeatsOnPagesIsNoText) {
  PdfFile file;
  const Strings duties = {"1. Школам провести недели книги и пред-", "2. Музею открыть выставку.",
                          "3. Архиву передать копии."};
  const Strings tails = {"ставить отчёты о них.", "", ""};
  for (size_t page = 0; page < duties.size(); ++page) {
    file.NewPage();
    file.Line(50, 40, 10, "Резолюция слёта краеведов, проект");
    if (page == 0) file.Line(50, 80, kSize, "Участники решили:");
    if (page > 0 && !tails[page - 1].empty()) file.Line(50, 100, kSize, tails[page - 1]);
    file.Line(50, 120, kSize, duties[page]);
    file.Line(290, 800, 10, std::to_string(page + 1));
  }
  const Document document = ReadPdf(file);
  EXPECT_EQ(Texts(document), (Strings{"1|Школам провести недели книги и представить отчёты о них",
                                      "2|Музею открыть выставку", "3|Архиву передать копии"}));
  ASSERT_EQ(document.notes.size(), 1u);
  EXPECT_EQ(document.notes[0].kind, NoteKind::kHeader);
  EXPECT_EQ(document.notes[0].text, "Резолюция слёта краеведов, проект");
}

TEST(Pdf, FootnotesStandApart) {
  PdfFile file;
  for (int page = 0; page < 2; ++page) {
    file.NewPage();
    if (page == 0) {
      file.Lines(50, 60, kSize,
                 {"Участники чтений решили:", "1. Библиотекам составить каталог",
                  "изданий о родном крае и"});
      file.Line(50 + 23 * kSize / 2, 60 + 2 * 1.2 * kSize - 4, 7, "1");
      file.Lines(50, 700, 9,
                 {"1 Издания, что вышли до 2000 года, хранятся в архи-", "ве отдельно.",
                  "2 По состоянию на март."});
    } else {
      file.Lines(50, 60, kSize, {"разместить его на сайте.", "2. Музеям провести встречи."});
    }
    file.Line(290, 800, kSize, std::to_string(page + 1));
  }
  const Document document = ReadPdf(file);
  EXPECT_EQ(
      Texts(document),
      (Strings{"1|Библиотекам составить каталог изданий о родном крае и разместить его на сайте",
               "2|Музеям провести встречи"}));
  ASSERT_EQ(document.notes.size(), 2u);
  EXPECT_EQ(document.notes[0].kind, NoteKind::kFootnote);
  EXPECT_EQ(document.notes[0].label, "1");
  EXPECT_EQ(document.notes[0].text, "Издания, что вышли до 2000 года, хранятся в архиве отдельно.");
  EXPECT_EQ(document.notes[1].text, "По состоянию на март.");
}

}  // namespace
}  // namespace rezon::reader
