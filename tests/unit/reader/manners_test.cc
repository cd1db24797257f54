// Manners in which real papers are set, one test each.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/decisions/reader/reader.h"

namespace rezon::reader {
namespace {

using Strings = std::vector<std::string>;

Document ReadOk(const std::string& text) {
  auto document = Read(text, {});
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? *std::move(document) : Document{};
}

// «parent label|text|who;who|end of the term» of each point.
Strings Points(const Document& document) {
  Strings points;
  for (const Item& item : document.items) {
    std::string who;
    for (const Responsible& one : item.responsible) who += (who.empty() ? "" : ";") + one.phrase;
    points.push_back(std::to_string(item.parent) + " " + item.label + "|" + item.text + "|" + who +
                     "|" + item.deadline.end);
  }
  return points;
}

TEST(Manners, ATermAndExecutorsBehindDashes) {
  EXPECT_EQ(Points(ReadOk("Совещание решило:\n1. Провести смотр – март 2025 г. – директора школ.\n"
                          "2. Издать сборник – методический центр – до 1 мая 2025 г.\n"
                          "3. Школам – центрам досуга – вести запись.\n")),
            (Strings{"0 1|Провести смотр – март 2025 г. – директора школ|директора школ|2025-03-31",
                     "0 2|Издать сборник – методический центр – до 1 мая 2025 г|методический "
                     "центр|2025-05-01",
                     "0 3|Школам – центрам досуга – вести запись|Школам – центрам досуга|"}));
}

TEST(Manners, WhoIsObligedStandsInTheAccusative) {
  EXPECT_EQ(
      Points(ReadOk("РАСПОРЯЖЕНИЕ\n\nВ связи с праздником:\n1. Обязать:\n"
                    "- директора школы Белова И.И. открыть зал;\n"
                    "- начальника отдела составить список.\n2. Организацию питания обеспечить.\n")),
      (Strings{"0 1|Обязать:||",
               "1 -|директора школы Белова И.И. открыть зал|директора школы Белова И.И.|",
               "1 -|начальника отдела составить список|начальника отдела|",
               "0 2|Организацию питания обеспечить||"}));
}

TEST(Manners, AHeadingNamesToWhomItIsAddressed) {
  EXPECT_EQ(Points(ReadOk("Форум выработал предложения:\n\nВ адрес правительства области:\n"
                          "- увеличить пособие;\n\nВ адрес школ:\n- открыть клубы.\n")),
            (Strings{"0 |В адрес правительства области:|правительства области|",
                     "1 -|увеличить пособие|правительства области|", "0 |В адрес школ:|школ|",
                     "3 -|открыть клубы|школ|"}));
}

TEST(Manners, NewWordingInQuotationMarksIsNoPoint) {
  const auto points = Points(ReadOk(
      "ПРИКАЗ\n\nприказываю:\n1. Пункт 2 изложить в следующей редакции:\n"
      "«2. Отделу кадров вести учёт:\n2.1. ежемесячно;\n2.2. ежегодно.».\n2. Школам знать.\n"));
  ASSERT_EQ(points.size(), 2u);
  EXPECT_EQ(points[1], "0 2|Школам знать|Школам|");
}

TEST(Manners, ListsToBeTickedOffNestByTheirIndent) {
  EXPECT_EQ(Points(ReadOk("## Решили:\n\n- [ ] провести занятия:\n  - для учителей;\n"
                          "  - для родителей;\n- [x] издать памятку.\n")),
            (Strings{"0 -|провести занятия:||", "1 -|для учителей||", "1 -|для родителей||",
                     "0 -|издать памятку||"}));
}

TEST(Manners, PagesNumbersAreNoText) {
  EXPECT_EQ(Points(ReadOk("Проект решения                    страница 1 из 2\n\n"
                          "Совещание решило:\n1. Школам обеспечить консульти-\n\n"
                          "Проект решения                    страница 2 из 2\n\n"
                          "рование родителей и учителей по всем вопро-\nсам приёма в школу.\n"
                          "2. Музею открыть зал для всех учеников райо-\nна.\n")),
            (Strings{"0 1|Школам обеспечить консультирование родителей и учителей по всем "
                     "вопросам приёма в школу|Школам|",
                     "0 2|Музею открыть зал для всех учеников района|Музею|"}));
}

TEST(Manners, EveryQuestionOfARecordHasItsDecision) {
  EXPECT_EQ(Points(ReadOk("Протокол заседания совета\n\nПо первому вопросу слушали Белову И.И.\n"
                          "Решение:\n1. Школам провести смотр.\n\n"
                          "По второму вопросу выступил Котов А.А. с докладом.\nРешение:\n"
                          "1. Опыт школы одобрить.\n2. Школам вести запись.\n")),
            (Strings{"0 1|Школам провести смотр|Школам|", "0 1|Опыт школы одобрить||",
                     "0 2|Школам вести запись|Школам|"}));
}

TEST(Manners, AHeadInTwoColumnsIsReadColumnByColumn) {
  const Document document = ReadOk(
      "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ            Директорам школ,\nЛУГОВОГО РАЙОНА"
      "                   заведующим детскими садами\n\n12.03.2024 № 15\n\nУважаемые коллеги!\n\n"
      "Направляем решение совещания.\n\nНачальник                          И.И. Белова\n\n"
      "РЕШЕНИЕ\nрайонного совещания\n\nСовещание решило:\n1. Провести смотр.\n");
  ASSERT_TRUE(document.letter.has_value());
  EXPECT_EQ(document.letter->issuer, "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЛУГОВОГО РАЙОНА");
  EXPECT_EQ(document.letter->addressees, (Strings{"Директорам школ, заведующим детскими садами"}));
}

TEST(Manners, ALineThatIsNoTermTakesNoTermAway) {
  EXPECT_EQ(Points(ReadOk("Участники решили:\n1. Провести форум в октябре 2024 года.\n"
                          "Срок действия резолюции – до следующего форума.\n"
                          "2. Издать сборник до 1 мая 2025 года.\nСрок: по мере надобности.\n")),
            (Strings{"0 1|Провести форум в октябре 2024 года. Срок действия резолюции – до "
                     "следующего форума||2024-10-31",
                     "0 2|Издать сборник до 1 мая 2025 года||2025-05-01"}));
}

TEST(Manners, PartsThatAreNumberedHeadTheirPoints) {
  EXPECT_EQ(Points(ReadOk("Предложения в резолюцию конференции\n\nСекция 1. Школа\n"
                          "1. Создать реестр классов.\n2. Школам проводить каникулы.\n\n"
                          "Секция 2. Кадры\n3. Колледжу готовить педагогов.\n")),
            (Strings{"0 |Секция 1. Школа||", "1 1|Создать реестр классов||",
                     "1 2|Школам проводить каникулы|Школам|", "0 |Секция 2. Кадры||",
                     "4 3|Колледжу готовить педагогов|Колледжу|"}));
}

TEST(Manners, ALineThatAsksForMoreGoesOn) {
  EXPECT_EQ(Points(ReadOk("Решили:\n1. Школам провести беседы в срок до\n10.09.2024.\n"
                          "2. Издать памятку (отв. Белов\nИ.И.)\n3. Передать архив школе города\n"
                          "Лесной.\n")),
            (Strings{"0 1|Школам провести беседы в срок до 10.09.2024|Школам|2024-09-10",
                     "0 2|Издать памятку (отв. Белов И.И.)|Белов И.И.|",
                     "0 3|Передать архив школе города Лесной||"}));
}

TEST(Manners, TabsBehindLabelsMakeNoColumns) {
  EXPECT_EQ(Points(ReadOk("Совет решил:\n\nI.\tШколам провести смотр.\nII.\tМузею открыть зал.\n"
                          "а)\tвести запись;\nб)\tсобрать отзывы.\nIII.\tИздать сборник.\n"
                          "Отв.: музей\tСрок: май 2025 года\n")),
            (Strings{"0 I|Школам провести смотр|Школам|", "0 II|Музею открыть зал|Музею|",
                     "2 а)|вести запись|Музею|", "2 б)|собрать отзывы|Музею|",
                     "0 III|Издать сборник|музей|2025-05-31"}));
}

TEST(Manners, RowsStandUnderTheSectionOfTheirTable) {
  EXPECT_EQ(
      Points(ReadOk("Приняты решения:\n\n| Что сделать | Кто | Когда |\n|---|---|---|\n"
                    "| Блок 1. Учёба | | |\n| Провести занятия | школы | май 2025 года |\n"
                    "| Издать памятку | музей | до 1 июня 2025 года |\n| Блок 2. Отдых | | |\n"
                    "| Открыть площадки | клубы | июнь 2025 года |\n")),
      (Strings{"0 |Блок 1. Учёба||", "1 |Провести занятия|школы|2025-05-31",
               "1 |Издать памятку|музей|2025-06-01", "0 |Блок 2. Отдых||",
               "4 |Открыть площадки|клубы|2025-06-30"}));
}

TEST(Manners, TheEventMayBeNamedAboveOrBelowTheTitle) {
  const char kPoints[] = "\n\nУчастники решили:\n1. Провести смотр.\n";
  Document document = ReadOk(std::string("Круглый стол «Чтение вслух»\n\nИтоговые рекомендации\n\n"
                                         "с. Малые Броды, 5 мая 2024 года") +
                             kPoints);
  EXPECT_EQ(document.event.name, "Круглый стол «Чтение вслух»");
  EXPECT_EQ(document.event.start, "2024-05-05");
  EXPECT_EQ(document.event.territory, "село Малые Броды");
  document = ReadOk(std::string("ИТОГИ\nV областного форума приёмных семей\n\n5–6 мая 2024 года") +
                    kPoints);
  EXPECT_EQ(document.event.name, "V областной форум приёмных семей");
  EXPECT_EQ(document.event.end, "2024-05-06");
  document = ReadOk(std::string("АДМИНИСТРАЦИЯ БРОДСКОГО РАЙОНА\n\nПРОТОКОЛ\nзаседания коллегии\n\n"
                                "5 мая 2024 года") +
                    kPoints);
  EXPECT_EQ(document.event.territory, "Бродский район");
  EXPECT_EQ(document.event.level, EventLevel::kMunicipal);
}

}  // namespace
}  // namespace rezon::reader
