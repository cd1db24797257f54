#include "services/decisions/reader/reader.h"

#include <gtest/gtest.h>

#include <string>

#include "gateway/cli/golden.h"
#include "services/decisions/reader/text/clean.h"

namespace rezon::reader {
namespace {

constexpr char kResolution[] =
    "РЕЗОЛЮЦИЯ\nрайонной конференции «Школа и семья»\n\n3 марта 2021 года\n\n"
    "В конференции приняли участие 120 человек. Конференция прошла в очном формате.\n\n"
    "Конференция рекомендует:\n\n"
    "1. Управлению образования, методическому центру:\n"
    "1.1. Провести семинар (до 1 июня 2021 года).\n"
    "1.3. Вести сайт.\n"
    "2. Создавать условия:\n"
    "- для обучения;\n"
    "- для отдыха.\n\n"
    "Ответственные: директора школ.\n"
    "Сроки: постоянно.\n\n"
    "2. Контроль возложить на начальника управления образования.\n\n"
    "Председатель                           И.И. Белов\n"
    "Приложение\n1. Не пункт.\n";

Document ReadOk(const std::string& text) {
  auto document = Read(text, {});
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? *std::move(document) : Document{};
}

std::string At(const Document& document, const Span& span) {
  return document.text.substr(span.begin, span.end - span.begin);
}

TEST(Reader, AResolutionOfManyShapes) {
  const Document document = ReadOk(kResolution);
  ASSERT_EQ(document.items.size(), 7u);
  EXPECT_EQ(document.event.name, "Районная конференция «Школа и семья»");
  EXPECT_EQ(document.event.start, "2021-03-03");
  EXPECT_EQ(document.event.participants, 120);
  EXPECT_EQ(document.event.mode, EventMode::kInPerson);
  const auto& items = document.items;
  EXPECT_EQ(items[0].responsible.size(), 2u);
  EXPECT_FALSE(items[0].actionable);
  EXPECT_EQ(items[1].parent, 1);
  EXPECT_EQ(items[1].responsible_from, ResponsibleFrom::kParentHeading);
  EXPECT_EQ(items[1].deadline.end, "2021-06-01");
  EXPECT_EQ(items[1].text, "Провести семинар");
  for (int i : {3, 4, 5}) {
    EXPECT_EQ(items[i].responsible_from, ResponsibleFrom::kResponsibleLine) << i;
    EXPECT_EQ(items[i].deadline.kind, DeadlineKind::kStanding) << i;
  }
  EXPECT_TRUE(items[6].responsible.at(0).controller);
}

TEST(Reader, NumbersThatRepeatOrAreMissingAreSaid) {
  const Document document = ReadOk(kResolution);
  ASSERT_EQ(document.items.size(), 7u);
  ASSERT_EQ(document.items[2].warnings.size(), 1u);
  EXPECT_NE(document.items[2].warnings[0].find("пропущен номер 1.2"), std::string::npos);
  ASSERT_EQ(document.items[6].warnings.size(), 1u);
  EXPECT_NE(document.items[6].warnings[0].find("повторяется"), std::string::npos);
}

TEST(Reader, EveryFieldPointsAtTheCharactersItWasReadFrom) {
  const Document document = ReadOk(kResolution);
  for (const Item& item : document.items) {
    EXPECT_EQ(At(document, item.text_span).substr(0, item.text.size()), item.text);
    EXPECT_TRUE(At(document, item.span).starts_with(item.printed_label)) << item.ordinal;
    for (const Responsible& who : item.responsible) {
      EXPECT_EQ(At(document, who.span), who.phrase);
    }
    if (!item.deadline.printed.empty()) {
      EXPECT_EQ(At(document, item.deadline.span), item.deadline.printed);
    }
  }
}

TEST(Reader, WrappedLinesMakeTheSamePoints) {
  const Document document = ReadOk(
      "Совещание решило:\n1. Продолжить работу по распростра-\nнению опыта наставничества и\n"
      "провести научно-\nпрактическую конференцию до\n1 мая 2024 года.\n2. Издать сборник\n"
      "методических материалов.\n");
  ASSERT_EQ(document.items.size(), 2u);
  EXPECT_EQ(document.items[0].text,
            "Продолжить работу по распространению опыта наставничества и провести "
            "научно-практическую конференцию до 1 мая 2024 года");
  EXPECT_EQ(document.items[0].deadline.end, "2024-05-01");
}

TEST(Reader, FormulasInEveryShape) {
  for (const std::string formula :
       {"Конференция рекомендует:", "п о с т а н о в л я е т :", "ПРИКАЗЫВАЮ:", "РЕШИЛИ:",
        "По итогам совещания предложено:", "Участники считают необходимым рекомендовать:",
        "Учитывая изложенное, совещание решило принять следующее решение:",
        "На основании вышеизложенного конференция рекомендует."}) {
    const Document document = ReadOk("Состоялось обсуждение.\n\n" + formula +
                                     "\n\n1. Провести семинар.\n2. Издать сборник.");
    EXPECT_EQ(document.items.size(), 2u) << formula;
  }
  const Document inside = ReadOk("Участники предлагают: 1. Создать клуб. 2. Вести дневник.");
  ASSERT_EQ(inside.items.size(), 2u);
  EXPECT_EQ(inside.items[1].text, "Вести дневник");
  const Document none = ReadOk("О планах.\n\n1. Провести семинар.\n2. Издать сборник.\n");
  EXPECT_EQ(none.items.size(), 2u);
  EXPECT_FALSE(none.warnings.empty());
}

TEST(Reader, PreambleListsAreNoPoints) {
  const Document document = ReadOk(
      "На совещании были рассмотрены вопросы:\n- питание;\n- охрана труда.\n\n"
      "Совещание рекомендует:\n- обновить планы;\n- провести проверку.\n\n"
      "Участники выразили уверенность в успехе.\n");
  ASSERT_EQ(document.items.size(), 2u);
  EXPECT_EQ(document.items[0].text, "обновить планы");
}

TEST(Reader, TextWithoutPointsIsNoErrorButAWarning) {
  const Document document = ReadOk("Просто текст о погоде и природе.");
  EXPECT_TRUE(document.items.empty());
  EXPECT_FALSE(document.warnings.empty());
}

TEST(Reader, GoldenHasEveryFieldOfTheSchema) {
  const std::string json = cli::GoldenJson(ReadOk(kResolution));
  for (const char* key :
       {"document", "document_kind", "event", "letter", "items", "ordinal", "label", "parent",
        "text", "actionable", "responsible", "responsible_from", "deadline", "printed", "kind",
        "start", "end", "figures"}) {
    EXPECT_NE(json.find("\"" + std::string(key) + "\""), std::string::npos) << key;
  }
}

TEST(Clean, ArtefactsGoAndTheWayBackStays) {
  const std::string source =
      "\xEF\xBB\xBF[bookmark: _GoBack]## **Ре\xC2\xADзолюция**\r\n1\\. a &quot;b";
  const CleanText clean = Clean(source);
  EXPECT_EQ(clean.text, "Резолюция\n1. a \"b");
  for (const std::string part : {"золюция", "1", "a ", "b"}) {
    const size_t at = clean.text.find(part);
    EXPECT_EQ(source.substr(clean.SourceOffset(static_cast<uint32_t>(at)), 1), part.substr(0, 1));
  }
}

TEST(Reader, InitialsAtTheEndOfALineEndTheLookForThePerson) {
  const Document document = ReadOk("Решили:\n1. Провести семинар.\n\nБелов И.\n");
  EXPECT_EQ(document.items.size(), 1u);
}

TEST(Reader, LabelsWithNothingBehindThemAreRead) {
  for (const char* text : {"1.\n2.\n", "1.", "-\n-\n", "1.\n\nРешили:\n1.\n2.\n"}) {
    EXPECT_TRUE(Read(text, {}).ok()) << text;
  }
}

}  // namespace
}  // namespace rezon::reader
