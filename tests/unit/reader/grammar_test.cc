// Forms that clerks give to decisions: tables, protocols, run-in lists, captions, formulas.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "services/decisions/reader/reader.h"

namespace rezon::reader {
namespace {

Document ReadOk(const std::string& text, bool annexed_plan = false) {
  ReadOptions options;
  options.annexed_plan = annexed_plan;
  auto document = Read(text, options);
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? *std::move(document) : Document{};
}

// «label>parent text» of every item.
std::vector<std::string> Outline(const Document& document) {
  std::vector<std::string> out;
  for (const Item& item : document.items) {
    out.push_back(item.label + ">" + std::to_string(item.parent) + " " + item.text);
  }
  return out;
}

std::vector<std::string> Names(const Item& item) {
  std::vector<std::string> out;
  for (const Responsible& who : item.responsible) out.push_back(who.phrase);
  return out;
}

using Strings = std::vector<std::string>;

constexpr char kHead[] = "РЕЗОЛЮЦИЯ\nрайонной конференции «Школа»\n3 марта 2021 года\n\n";

TEST(Grammar, ATableSetWithBlanksIsReadByItsColumns) {
  const Document document =
      ReadOk(std::string(kHead) +
             "Конференция решила:\n\n"
             "1. Утвердить перечень мер:\n\n"
             " №    Мероприятие                 Срок                  Ответственные\n"
             " 1.1  Обновить памятки            до 08.11.2024         педагоги\n"
             " 1.2  Обобщить опыт семей,        I квартал 2025 года   методический кабинет,\n"
             "      ожидающих места                                   директора\n\n"
             "2. Школам провести сверку.\n");
  EXPECT_EQ(Outline(document),
            (Strings{"1>0 Утвердить перечень мер:", "1.1>1 Обновить памятки",
                     "1.2>1 Обобщить опыт семей, ожидающих места", "2>0 Школам провести сверку"}));
  ASSERT_EQ(document.items.size(), 4u);
  EXPECT_EQ(document.items[1].deadline.end, "2024-11-08");
  EXPECT_EQ(Names(document.items[2]), (Strings{"методический кабинет", "директора"}));
  EXPECT_EQ(document.items[2].responsible_from, ResponsibleFrom::kOwn);
  EXPECT_EQ(document.items[2].deadline.start, "2025-01-01");
  const Span& span = document.items[2].responsible[0].span;
  EXPECT_EQ(document.text.substr(span.begin, span.end - span.begin), "методический кабинет");
}

TEST(Grammar, AnAnnexedPlanIsReadOnlyOnRequest) {
  const std::string text = std::string(kHead) +
                           "Конференция решила:\n1. Утвердить план (приложение).\n\n"
                           "Председатель                И.И. Белов\n\nПриложение\n\n"
                           "№\tМероприятие\tСрок\tОтветственный\n"
                           "1\tОпрос учеников\tфевраль 2025 г.\tшколы\n"
                           "2\tВыборы советов\tмарт 2025 г.\tшколы\n";
  EXPECT_EQ(ReadOk(text).items.size(), 1u);
  const Document document = ReadOk(text, true);
  ASSERT_EQ(document.items.size(), 3u);
  EXPECT_EQ(document.items[1].rule, "annex.row");
  EXPECT_EQ(document.items[2].deadline.end, "2025-03-31");
  EXPECT_EQ(Names(document.items[2]), Strings{"школы"});
}

TEST(Grammar, ARowWithNothingButALabelIsNoPointAndCoversNone) {
  const Document document = ReadOk(
      "| № | Мероприятие | Срок | Ответственный |\n"
      "|---|---|---|---|\n"
      "| | а) | май 2025 г. | библиотеки |\n"
      "| 1 | Опрос учеников | февраль 2025 г. | школы |\n");
  ASSERT_EQ(document.items.size(), 1u);
  EXPECT_EQ(document.items[0].deadline.end, "2025-02-28");
  EXPECT_EQ(Names(document.items[0]), Strings{"школы"});
}

TEST(Grammar, AProtocolsHearingsAndVotesAreNoPoints) {
  const Document document = ReadOk(
      "ПРОТОКОЛ № 4\nзаседания методического совета\n12 марта 2024 г.\n\n"
      "1. По первому вопросу СЛУШАЛИ: Белову О.П., методиста.\nРЕШИЛИ:\n"
      "1.1. Информацию принять к сведению.\n"
      "Голосовали: «за» - единогласно.\n"
      "2. СЛУШАЛИ: Петрова С.С.\nРЕШИЛИ:\n2.1. Утвердить план работы.\n");
  EXPECT_EQ(Outline(document),
            (Strings{"1.1>0 Информацию принять к сведению", "2.1>0 Утвердить план работы"}));
}

TEST(Grammar, ListsThatRunOnInOneParagraph) {
  const Document document = ReadOk(std::string(kHead) +
                                   "Конференция решила:\n"
                                   "1. Отделу образования: 1.1. утвердить план; 1.2. провести "
                                   "смотр. 2. Школам обновить сайты.\n");
  EXPECT_EQ(Outline(document), (Strings{"1>0 Отделу образования:", "1.1>1 утвердить план",
                                        "1.2>1 провести смотр", "2>0 Школам обновить сайты"}));
}

TEST(Grammar, ABracketMayHoldTheTermAndTheExecutors) {
  const Document document =
      ReadOk(std::string(kHead) +
             "Конференция решила:\n"
             "1. Издать сборник (срок – до 1 мая 2021 года, отв. Белов И.И.).\n"
             "2. Провести смотр (май 2021 г., методический кабинет).\n"
             "3. Собрать заявки (до 15 ноября).\n"
             "4. Издать книгу (отв. Белов И.И.).\n");
  EXPECT_EQ(Outline(document),
            (Strings{"1>0 Издать сборник", "2>0 Провести смотр",
                     "3>0 Собрать заявки (до 15 ноября)", "4>0 Издать книгу (отв. Белов И.И.)"}));
  ASSERT_EQ(document.items.size(), 4u);
  EXPECT_EQ(document.items[0].deadline.printed, "до 1 мая 2021 года");
  EXPECT_EQ(Names(document.items[0]), Strings{"Белов И.И."});
  EXPECT_EQ(Names(document.items[1]), Strings{"методический кабинет"});
  EXPECT_EQ(document.items[1].deadline.end, "2021-05-31");
}

TEST(Grammar, CaptionsOfOneLineArePartedAndControlIsKeptApart) {
  const Document document = ReadOk(std::string(kHead) +
                                   "Конференция решила:\n"
                                   "1. Издать сборник.\n"
                                   "Ответственный: Белов И.И., срок: до 1 мая 2021 года\n"
                                   "Контроль: Петров П.П.\n");
  ASSERT_EQ(document.items.size(), 1u);
  const Item& item = document.items[0];
  EXPECT_EQ(Names(item), (Strings{"Белов И.И.", "Петров П.П."}));
  EXPECT_FALSE(item.responsible[0].controller);
  EXPECT_TRUE(item.responsible[1].controller);
  EXPECT_EQ(item.deadline.end, "2021-05-01");
}

TEST(Grammar, WhoSignsControlsWhatHeKeepsToHimself) {
  const Document document = ReadOk(
      "ПРИКАЗ\n15.09.2023 № 21\n\nВ целях безопасности приказываю:\n"
      "1. Утвердить график.\n2. Контроль исполнения приказа оставляю за собой.\n\n"
      "Начальник управления                       Т.П. Белова\n");
  ASSERT_EQ(document.items.size(), 2u);
  ASSERT_EQ(document.items[1].responsible.size(), 1u);
  EXPECT_EQ(document.items[1].responsible[0].phrase, "Начальник управления Т.П. Белова");
  EXPECT_TRUE(document.items[1].responsible[0].signer);
  EXPECT_TRUE(document.items[1].responsible[0].controller);
}

TEST(Grammar, DutiesOfOnePointAreProposedAsParts) {
  const Document document = ReadOk(std::string(kHead) +
                                   "Конференция решила:\n"
                                   "1. Разработать план работы. Провести семинар для педагогов.\n"
                                   "2. Школам обновить сайты, назначить ответственных лиц.\n"
                                   "3. Издать сборник, посвящённый юбилею района.\n");
  ASSERT_EQ(document.items.size(), 3u);
  ASSERT_EQ(document.items[0].parts.size(), 2u);
  EXPECT_EQ(document.items[0].parts[1].text, "Провести семинар для педагогов");
  const Span& span = document.items[0].parts[0].span;
  EXPECT_EQ(document.text.substr(span.begin, span.end - span.begin), "Разработать план работы");
  ASSERT_EQ(document.items[1].parts.size(), 2u);
  EXPECT_EQ(document.items[1].parts[1].text, "назначить ответственных лиц");
  EXPECT_TRUE(document.items[2].parts.empty());
}

TEST(Grammar, TheWholeGatheringsDecisionOutranksAWishInThePreamble) {
  const Document document = ReadOk(std::string(kHead) +
                                   "Участники дискуссии предлагают коллегам:\n"
                                   "- не бояться ошибок;\n- обсуждать опыты.\n\n"
                                   "Работа шла два дня.\n\n"
                                   "Конференция постановляет:\n1. Утвердить план.\n");
  EXPECT_EQ(Outline(document), Strings{"1>0 Утвердить план"});
}

TEST(Grammar, FormulasOfManyKinds) {
  for (const char* formula :
       {"Конференция решила:", "участники РЕШИЛИ:", "Р Е Ш И Л И :", "п о с т а н о в л я е т:",
        "Собрание РЕШИЛО", "Участники пришли к следующим выводам и рекомендациям:",
        "Участники пришли к выводу о необходимости:", "По итогам работы выработаны рекомендации:",
        "Участники предлагают следующее:",
        "Обсуждение позволило сформулировать следующие предложения.", "Конференция обращается:"}) {
    const Document document = ReadOk(std::string(kHead) + "Обсуждались итоги года.\n\n" + formula +
                                     "\n\n1. Издать сборник.\n2. Провести смотр.\n");
    EXPECT_EQ(Outline(document), (Strings{"1>0 Издать сборник", "2>0 Провести смотр"})) << formula;
  }
}

TEST(Grammar, LabelsOfEveryStyleMakeOneTree) {
  struct Style {
    const char* outer;
    const char* inner;
    const char* last;
    const char* outer_label;
    const char* inner_label;
  };
  for (const Style& style :
       {Style{"1. ", "1.1. ", "- ", "1", "1.1"}, Style{"I. ", "1) ", "• ", "I", "1)"},
        Style{"1) ", "а) ", "– ", "1)", "а)"}, Style{"1 . ", "1.1 . ", "* ", "1", "1.1"},
        Style{"§ 1. ", "1. ", "➢ ", "§ 1", "1"}, Style{"1.", "1.1.", "▪", "1", "1.1"},
        Style{"1.\n", "1.1.\n", "—\n", "1", "1.1"}}) {
    const Document document = ReadOk(std::string(kHead) + "Конференция решила:\n" + style.outer +
                                     "Отделу образования:\n" + style.inner + "создать условия:\n" +
                                     style.last + "для учёбы;\n");
    EXPECT_EQ(Outline(document),
              (Strings{std::string(style.outer_label) + ">0 Отделу образования:",
                       std::string(style.inner_label) + ">1 создать условия:", "->2 для учёбы"}))
        << style.outer;
  }
}

TEST(Grammar, NumbersWithoutAMarkWhereAllPointsHaveThem) {
  const Document document = ReadOk(std::string(kHead) +
                                   "Конференция решила:\n1 Утвердить план\n2 Провести смотр\n"
                                   "3 Издать сборник\n");
  EXPECT_EQ(Outline(document),
            (Strings{"1>0 Утвердить план", "2>0 Провести смотр", "3>0 Издать сборник"}));
}

TEST(Grammar, TheNumbersOfADocumentAreDescribedInOneSentence) {
  const Document document = ReadOk(std::string(kHead) +
                                   "Конференция решила:\n1. Издать сборник.\n2. Провести смотр.\n"
                                   "4. Вести сайт.\n5. Создать клуб:\nа) для школ;\nв) для садов.\n"
                                   "5. Открыть центр.\n");
  const std::string wanted = "Нумерация пунктов: номера 3 нет, буквы б) нет, номер 5 повторяется.";
  EXPECT_NE(std::find(document.warnings.begin(), document.warnings.end(), wanted),
            document.warnings.end());
}

TEST(Grammar, HowTheEventWasHeldIsReadFromManyPlaces) {
  const auto mode = [](const std::string& preamble) {
    return ReadOk(std::string(kHead) + preamble + "\n\nКонференция решила:\n1. Вести сайт.\n")
        .event.mode;
  };
  EXPECT_EQ(mode("Конференция проходила очно в актовом зале."), EventMode::kInPerson);
  EXPECT_EQ(mode("Форма проведения: дистанционная (вебинар)."), EventMode::kRemote);
  EXPECT_EQ(mode("Встреча прошла в режиме видео-конференц-связи."), EventMode::kRemote);
  EXPECT_EQ(mode("Работа велась в смешанном формате."), EventMode::kMixed);
  EXPECT_EQ(mode("Обсуждались онлайн-уроки."), EventMode::kNone);
}

TEST(Grammar, AHeadingInCapitalsGivesANameInSmallLetters) {
  const Document document = ReadOk(
      "РЕШЕНИЕ\nСОВЕЩАНИЯ ЗАВЕДУЮЩИХ ДЕТСКИМИ САДАМИ ДУБОВСКОГО МУНИЦИПАЛЬНОГО РАЙОНА\n"
      "22.10.2024\n\nСовещание решило:\n1. Вести сайт.\n");
  EXPECT_EQ(document.event.name,
            "Совещание заведующих детскими садами Дубовского муниципального района");
  EXPECT_EQ(document.event.territory, "Дубовский муниципальный район");
}

}  // namespace
}  // namespace rezon::reader
