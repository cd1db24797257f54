#include <gtest/gtest.h>

#include <string>

#include "services/decisions/reader/reader.h"
#include "tests/unit/reader/office_file.h"

namespace rezon::reader {
namespace {

std::string P(const std::string& text, const std::string& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") +
         "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

std::string Numbered(const std::string& text, int level, int number = 1) {
  return P(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                     std::to_string(number) + "\"/></w:numPr>");
}

constexpr char kOutline[] =
    "<w:abstractNum w:abstractNumId=\"0\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
    "<w:lvlText w:val=\"%1.\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"russianLower\"/>"
    "<w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
    "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

ReadFailure FailureOf(const std::string& bytes, const ReadOptions& options = {}) {
  const auto document = Read(bytes, options);
  EXPECT_FALSE(document.ok());
  const auto error = GetReadError(document.status());
  EXPECT_TRUE(error.has_value()) << document.status();
  EXPECT_FALSE(error->message.empty());
  return error->failure;
}

TEST(Intake, DocxLabelsAreComputedFromItsNumbering) {
  const auto document =
      Read(MakeDocx(P("Конференция рекомендует:") + Numbered("Школам:", 0) +
                        Numbered("обновить планы;", 1) + Numbered("провести уроки.", 1) +
                        Numbered("Издать сборник.", 0) + P("Совет решил:") +
                        Numbered("Обновить сайт.", 0, 2),
                    kOutline),
           {});
  ASSERT_TRUE(document.ok()) << document.status();
  std::string labels;
  for (const Item& item : document->items) labels += item.label + " ";
  EXPECT_EQ(labels, "1 а) б) 2 1 ");
  EXPECT_EQ(document->items[1].parent, 1);
  EXPECT_EQ(document->format, Format::kDocx);
}

TEST(Intake, DocxTrackedChangesAreReadAsAccepted) {
  const auto document =
      Read(MakeDocx(P("Решили:") +
                    "<w:p><w:r><w:t>1. Провести </w:t></w:r><w:del><w:r><w:delText>семинар"
                    "</w:delText></w:r></w:del><w:ins><w:r><w:t>форум</w:t></w:r></w:ins>"
                    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>тайно</w:t></w:r></w:p>"),
           {});
  ASSERT_TRUE(document.ok());
  ASSERT_EQ(document->items.size(), 1u);
  EXPECT_EQ(document->items[0].text, "Провести форум");
}

TEST(Intake, DocxTableOfMeasuresBecomesPoints) {
  const auto cell = [](const std::string& text) { return "<w:tc>" + P(text) + "</w:tc>"; };
  const auto row = [&](const std::string& a, const std::string& b, const std::string& c,
                       const std::string& d) {
    return "<w:tr>" + cell(a) + cell(b) + cell(c) + cell(d) + "</w:tr>";
  };
  const auto document =
      Read(MakeDocx(P("Совещание решило:") + "<w:tbl>" +
                    row("№", "Мероприятие", "Срок", "Ответственный") +
                    row("1", "Провести семинар", "до 1 мая 2024 года", "методический центр") +
                    row("2", "Вести сайт", "постоянно", "школы, центр") + "</w:tbl>"),
           {});
  ASSERT_TRUE(document.ok());
  ASSERT_EQ(document->items.size(), 2u);
  EXPECT_EQ(document->items[0].text, "Провести семинар");
  EXPECT_EQ(document->items[0].deadline.end, "2024-05-01");
  EXPECT_EQ(document->items[1].deadline.kind, DeadlineKind::kStanding);
  ASSERT_EQ(document->items[1].responsible.size(), 2u);
  EXPECT_EQ(document->items[1].responsible[1].phrase, "центр");
}

TEST(Intake, OdtListsAreNumbered) {
  const std::string content =
      "<office:document-content><office:automatic-styles><text:list-style style:name=\"L1\">"
      "<text:list-level-style-number text:level=\"1\" style:num-format=\"1\" "
      "style:num-suffix=\".\"/></text:list-style></office:automatic-styles><office:body>"
      "<office:text><text:p>Участники предлагают:</text:p><text:list text:style-name=\"L1\">"
      "<text:list-item><text:p>Создать клуб.</text:p></text:list-item>"
      "<text:list-item><text:p>Вести<text:s text:c=\"2\"/>дневник.</text:p></text:list-item>"
      "</text:list></office:text></office:body></office:document-content>";
  const auto document = Read(
      MakeZip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}}),
      {});
  ASSERT_TRUE(document.ok()) << document.status();
  ASSERT_EQ(document->items.size(), 2u);
  EXPECT_EQ(document->items[1].label, "2");
  EXPECT_EQ(document->items[1].text, "Вести дневник");
}

TEST(Intake, EightBitAndSixteenBitTexts) {
  // «Решили: 1. Провести семинар.» in Windows-1251 and KOI8-R.
  const std::string windows =
      "\xD0\xE5\xF8\xE8\xEB\xE8:\n1. \xCF\xF0\xEE\xE2\xE5\xF1\xF2\xE8 "
      "\xF1\xE5\xEC\xE8\xED\xE0\xF0.\n";
  const std::string koi =
      "\xF2\xC5\xDB\xC9\xCC\xC9:\n1. \xF0\xD2\xCF\xD7\xC5\xD3\xD4\xC9 "
      "\xD3\xC5\xCD\xC9\xCE\xC1\xD2.\n";
  for (const auto& [bytes, encoding] :
       {std::pair(windows, "windows-1251"), std::pair(koi, "KOI8-R")}) {
    const auto document = Read(bytes, {});
    ASSERT_TRUE(document.ok()) << encoding << document.status();
    EXPECT_EQ(document->encoding, encoding);
    ASSERT_EQ(document->items.size(), 1u);
    EXPECT_EQ(document->items[0].text, "Провести семинар");
  }
}

TEST(Intake, DamagedFilesGiveAClearError) {
  const std::string docx = MakeDocx(P("Решили:") + P("1. Провести семинар."));
  EXPECT_EQ(FailureOf(docx.substr(0, docx.size() / 2)), ReadFailure::kTruncated);
  EXPECT_EQ(FailureOf(""), ReadFailure::kEmpty);
  EXPECT_EQ(FailureOf(" \n\t\n"), ReadFailure::kEmpty);
  EXPECT_EQ(FailureOf(MakeZip({{"a.txt", "x"}})), ReadFailure::kUnknownFormat);
  EXPECT_EQ(FailureOf(MakeZip({{"word/document.xml", "<w:document><w:body>"}})),
            ReadFailure::kTruncated);
  EXPECT_EQ(FailureOf("%PDF-1.4 nothing"), ReadFailure::kTruncated);
  EXPECT_EQ(FailureOf(std::string("\x01\x02\x03\xFE\x05\x06\x07\x0E\x0F", 9)),
            ReadFailure::kUnknownFormat);
  EXPECT_EQ(FailureOf("{\\rtf1 text}"), ReadFailure::kConverterMissing);
}

TEST(Intake, ProtectedFilesAreNamedSo) {
  EXPECT_EQ(FailureOf(MakeZip({{"word/document.xml", "<w:document/>"}}, "secret")),
            ReadFailure::kEncrypted);
  std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  for (const char c : std::string("EncryptedPackage")) ole += std::string{c, '\0'};
  EXPECT_EQ(FailureOf(ole), ReadFailure::kEncrypted);
}

TEST(Intake, BombsAreRefused) {
  EXPECT_EQ(FailureOf(MakeDocx(P(std::string(40 << 20, 'a')))), ReadFailure::kBomb);
  std::string deep;
  for (int i = 0; i < 10000; ++i) deep += "<w:tbl><w:tr><w:tc>";
  deep += P("x");
  for (int i = 0; i < 10000; ++i) deep += "</w:tc></w:tr></w:tbl>";
  EXPECT_EQ(FailureOf(MakeDocx(deep)), ReadFailure::kBomb);
  ReadOptions options;
  options.max_bytes = 10;
  EXPECT_EQ(FailureOf("Решили: 1. Провести семинар.", options), ReadFailure::kTooLarge);
  const std::string entities =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
      "<w:document><w:body><w:p><w:r><w:t>&b;&b;&b;</w:t></w:r></w:p></w:body></w:document>";
  const auto document = Read(MakeZip({{"word/document.xml", entities}}), {});
  if (document.ok()) {
    EXPECT_LT(document->text.size(), 100u);
  }
}

}  // namespace
}  // namespace rezon::reader
