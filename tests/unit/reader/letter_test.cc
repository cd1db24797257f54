#include <gtest/gtest.h>

#include <string>

#include "services/decisions/reader/reader.h"
#include "tests/unit/reader/office_xml.h"
#include "tests/unit/reader/pdf_file.h"

namespace rezon::reader {
namespace {

constexpr char kLetterHead[] =
    "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ\nАДМИНИСТРАЦИИ РЕЧНОГО РАЙОНА\n\n"
    "ул. Садовая, д. 3, г. Речной, 600000\nтел. (40000) 2-22-22\n\n"
    "15.09.2023 № 01-12/418\n\nНа № _____ от _____\n\n"
    "Руководителям\nобразовательных организаций\n\nДиректору\nметодического центра\n\n";
constexpr char kLetterBody[] =
    "Уважаемые коллеги!\n\n"
    "Направляем для исполнения резолюцию районной конференции «Школа и семья» от 12.09.2023 "
    "(прилагается).\n"
    "Просим до 1 октября сообщить о принятых мерах на адрес управления. Благодарим за работу.\n\n"
    "Приложение: на 2 л. в 1 экз.\n\n"
    "Начальник управления                                  П.П. Серов\n\n";
constexpr char kSentResolution[] =
    "РЕЗОЛЮЦИЯ\nрайонной конференции «Школа и семья»\n\n12 сентября 2023 года\n\n"
    "Конференция рекомендует:\n"
    "1. Управлению образования провести семинар до 1 декабря 2023 года.\n"
    "2. Руководителям школ обновить планы работы с родителями.\n\n"
    "Председатель конференции                              И.И. Белов\n\n";

Document ReadLetterFile(const std::string& bytes) {
  auto document = Read(bytes, {});
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? *std::move(document) : Document{};
}

std::string WordsAt(const Document& document, const Span& span) {
  return document.text.substr(span.begin, span.end - span.begin);
}

void ExpectTheLetter(const Document& document) {
  ASSERT_TRUE(document.letter);
  const Letter& letter = *document.letter;
  EXPECT_EQ(letter.number, "01-12/418");
  EXPECT_EQ(letter.date, "2023-09-15");
  EXPECT_EQ(letter.issuer, "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ РЕЧНОГО РАЙОНА");
  EXPECT_EQ(letter.signatory, "П.П. Серов");
  ASSERT_EQ(letter.addressees.size(), 2u);
  EXPECT_EQ(letter.addressees[0], "Руководителям образовательных организаций");
  EXPECT_EQ(letter.addressees[1], "Директору методического центра");
  EXPECT_EQ(letter.annex.act, "резолюция");
  EXPECT_EQ(letter.annex.date, "2023-09-12");
  EXPECT_EQ(letter.annex.title, "районной конференции «Школа и семья»");
  EXPECT_NE(WordsAt(document, letter.annex.span).find("резолюцию районной"), std::string::npos);
  ASSERT_EQ(letter.requests.size(), 1u);
  EXPECT_EQ(letter.requests[0].text,
            "Просим до 1 октября сообщить о принятых мерах на адрес управления");
  EXPECT_EQ(WordsAt(document, letter.requests[0].span), letter.requests[0].text);
  EXPECT_EQ(letter.requests[0].deadline.printed, "до 1 октября");
  EXPECT_EQ(letter.requests[0].deadline.end, "2023-10-01");
}

void ExpectTheResolution(const Document& document) {
  ASSERT_EQ(document.items.size(), 2u);
  EXPECT_EQ(document.items[0].deadline.end, "2023-12-01");
  EXPECT_EQ(document.event.name, "Районная конференция «Школа и семья»");
  EXPECT_EQ(document.event.start, "2023-09-12");
  const std::string own = WordsAt(document, document.resolution);
  EXPECT_TRUE(own.starts_with("РЕЗОЛЮЦИЯ")) << own;
  EXPECT_TRUE(own.ends_with("И.И. Белов")) << own;
}

TEST(Letter, OneFileWithTheLetterFirstIsTwoDocuments) {
  const Document document =
      ReadLetterFile(std::string(kLetterHead) + kLetterBody + kSentResolution);
  EXPECT_EQ(document.kind, DocumentKind::kCoverLetterWithResolution);
  ExpectTheLetter(document);
  ExpectTheResolution(document);
  EXPECT_TRUE(WordsAt(document, document.letter->span).ends_with("П.П. Серов"));
  EXPECT_LE(document.letter->span.end, document.resolution.begin);
}

TEST(Letter, OneFileWithTheLetterBehindTheResolutionIsTwoDocuments) {
  const Document document =
      ReadLetterFile(std::string(kSentResolution) + kLetterHead + kLetterBody);
  EXPECT_EQ(document.kind, DocumentKind::kCoverLetterWithResolution);
  ExpectTheLetter(document);
  ExpectTheResolution(document);
  EXPECT_TRUE(WordsAt(document, document.letter->span).starts_with("УПРАВЛЕНИЕ"));
  EXPECT_LE(document.resolution.end, document.letter->span.begin);
}

TEST(Letter, ALetterAloneHasNoPoints) {
  const Document document = ReadLetterFile(std::string(kLetterHead) + kLetterBody);
  EXPECT_EQ(document.kind, DocumentKind::kCoverLetter);
  ExpectTheLetter(document);
  EXPECT_TRUE(document.items.empty());
  EXPECT_TRUE(document.relations.empty());
  EXPECT_TRUE(document.warnings.empty());
  EXPECT_EQ(document.event.form, EventForm::kNone);
  EXPECT_EQ(document.resolution.end, 0u);
  EXPECT_EQ(std::string(Name(document.kind)), "cover_letter");
}

TEST(Letter, WhatALetterListsItAsksAndDecidesNothing) {
  const Document document = ReadLetterFile(
      std::string(kLetterHead) +
      "Уважаемые коллеги!\n\nПо итогам состоявшейся 12 сентября 2023 года районной конференции "
      "«Школа и семья» направляем резолюцию. В срок до 20 октября 2023 года просим:\n"
      "1) обсудить резолюцию на педагогических советах;\n"
      "2) представить планы.\n\n"
      "Приложение:\nРезолюция конференции на 3 л.\n\nНачальник управления П.П. Серов\n");
  EXPECT_EQ(document.kind, DocumentKind::kCoverLetter);
  EXPECT_TRUE(document.items.empty());
  ASSERT_TRUE(document.letter);
  EXPECT_EQ(document.letter->annex.date, "2023-09-12");
  EXPECT_NE(document.letter->annex.title.find("районной конференции «Школа и семья»"),
            std::string::npos);
  ASSERT_EQ(document.letter->requests.size(), 2u);
  EXPECT_EQ(document.letter->requests[1].text, "представить планы");
}

TEST(Letter, AnOpenGreetingDoesNotMakeAResolutionALetter) {
  const Document alone = ReadLetterFile(kSentResolution);
  EXPECT_EQ(alone.kind, DocumentKind::kResolution);
  EXPECT_FALSE(alone.letter);
  ExpectTheResolution(alone);
  const Document greeted = ReadLetterFile(
      "Уважаемые коллеги!\n\nУчастники районной конференции обсудили планы и рекомендуют:\n"
      "1. Провести семинар.\n2. Издать сборник.\n\nПриложение: фотографии.\n");
  EXPECT_EQ(greeted.kind, DocumentKind::kResolution);
  EXPECT_EQ(greeted.items.size(), 2u);
  const Document appeal =
      ReadLetterFile(std::string(kSentResolution) +
                     "Обращение участников конференции\n\nУважаемые родители!\n\n"
                     "Приходите в школы чаще.\n");
  EXPECT_EQ(appeal.kind, DocumentKind::kResolution);
  EXPECT_FALSE(appeal.letter);
  EXPECT_EQ(appeal.items.size(), 2u);
}

TEST(Letter, ANumberMayStandBeforeItsDay) {
  const Document document = ReadLetterFile(
      "Комитет по образованию\n\nИсх. № 77-к от 3 апреля 2024 г.\n\nДиректорам школ\n\n"
      "Направляем решение районного совещания от 1 апреля 2024 года № 4 для исполнения.\n\n"
      "Председатель комитета А.А. Ильин\n");
  ASSERT_TRUE(document.letter);
  EXPECT_EQ(document.kind, DocumentKind::kCoverLetter);
  EXPECT_EQ(document.letter->number, "77-к");
  EXPECT_EQ(document.letter->date, "2024-04-03");
  EXPECT_EQ(document.letter->signatory, "А.А. Ильин");
  EXPECT_EQ(document.letter->annex.act, "решение");
  EXPECT_EQ(document.letter->annex.number, "4");
  EXPECT_EQ(document.letter->annex.date, "2024-04-01");
}

// Lines as Word's paragraphs; a break before the second document.
std::string LetterDocx(const std::string& first, const std::string& second) {
  auto paragraphs = [](const std::string& text) {
    std::string xml;
    for (size_t at = 0; at < text.size();) {
      const size_t end = text.find('\n', at);
      xml += "<w:p><w:r><w:t xml:space=\"preserve\">" + text.substr(at, end - at) +
             "</w:t></w:r></w:p>";
      at = end + 1;
    }
    return xml;
  };
  return MakeDocxOf(
      paragraphs(first) + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" + paragraphs(second), {});
}

TEST(Letter, InDocxALetterBeforeOrBehindAPageBreakIsTheSame) {
  for (const Document& document :
       {ReadLetterFile(LetterDocx(std::string(kLetterHead) + kLetterBody, kSentResolution)),
        ReadLetterFile(LetterDocx(kSentResolution, std::string(kLetterHead) + kLetterBody))}) {
    EXPECT_EQ(document.kind, DocumentKind::kCoverLetterWithResolution);
    ExpectTheLetter(document);
    ExpectTheResolution(document);
  }
  EXPECT_EQ(ReadLetterFile(LetterDocx(std::string(kLetterHead), kLetterBody)).kind,
            DocumentKind::kCoverLetter);
}

// A text on a page of its own, a line below the other.
void AddPage(const std::string& text, PdfFile* file) {
  constexpr double kLetterSize = 11;
  file->NewPage();
  double down = 60;
  for (size_t at = 0; at < text.size(); down += 14) {
    const size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    if (!line.empty()) file->Line(40, down, kLetterSize, line);
    at = end + 1;
  }
}

TEST(Letter, InAPdfLetterAndResolutionStandOnPagesOfTheirOwn) {
  const std::string letter =
      "Управление образования\nРечного района\n\n15.09.2023 № 418\n\n"
      "Руководителям школ\n\nУважаемые коллеги!\n\n"
      "Направляем резолюцию районной конференции «Школа и семья» от 12.09.2023\n"
      "для исполнения. Просим сообщить о принятых мерах.\n\nНачальник П.П. Серов\n";
  const std::string resolution =
      "РЕЗОЛЮЦИЯ\nрайонной конференции «Школа и семья»\n12 сентября 2023 года\n\n"
      "Конференция рекомендует:\n"
      "1. Управлению образования провести семинар до 1 декабря 2023 года.\n"
      "2. Руководителям школ обновить планы работы с родителями.\n";
  for (const bool letter_first : {true, false}) {
    PdfFile file;
    AddPage(letter_first ? letter : resolution, &file);
    AddPage(letter_first ? resolution : letter, &file);
    const Document document = ReadLetterFile(file.Bytes());
    EXPECT_EQ(document.kind, DocumentKind::kCoverLetterWithResolution) << document.text;
    ASSERT_TRUE(document.letter);
    EXPECT_EQ(document.letter->number, "418");
    EXPECT_EQ(document.letter->signatory, "П.П. Серов");
    EXPECT_EQ(document.letter->annex.date, "2023-09-12");
    EXPECT_EQ(document.letter->requests.size(), 1u);
    EXPECT_EQ(document.items.size(), 2u) << document.text;
  }
  PdfFile alone;
  AddPage(letter, &alone);
  EXPECT_EQ(ReadLetterFile(alone.Bytes()).kind, DocumentKind::kCoverLetter);
}

}  // namespace
}  // namespace rezon::reader
