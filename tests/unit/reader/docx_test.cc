#include <gtest/gtest.h>

#include <string>

#include "services/decisions/reader/reader.h"
#include "tests/unit/reader/office_xml.h"

namespace rezon::reader {
namespace {

Document ReadDocxOk(const std::string& bytes) {
  auto document = Read(bytes, {});
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? *std::move(document) : Document();
}

std::string NumberingPart(const std::string& content) {
  return "<w:numbering>" + content + "</w:numbering>";
}

std::string DocxText(const std::string& body, const OfficeParts& others = {}) {
  return ReadDocxOk(MakeDocxOf(body, others)).text;
}

TEST(Docx, NumberFormatsAndBullets) {
  const OfficeParts parts = {
      {"word/numbering.xml",
       NumberingPart(WordAbstract(1, WordLevel(0, "upperRoman", "%1.") +
                                         WordLevel(1, "decimal", "%1.%2.", "<w:isLgl/>") +
                                         WordLevel(2, "russianLower", "%3)") +
                                         WordLevel(3, "bullet", "\xEF\x82\xB7")) +
                     WordNumber(1, 1))}};
  EXPECT_EQ(
      DocxText(WordListed("Раздел", 1) + WordListed("Пункт", 1, 1) + WordListed("Часть", 1, 2) +
                   WordListed("Часть", 1, 2) + WordListed("Черта", 1, 3) + WordListed("Раздел", 1) +
                   WordListed("Пункт", 1, 1),
               parts),
      "I. Раздел\n1.1. Пункт\nа) Часть\nб) Часть\n• Черта\nII. Раздел\n2.1. Пункт\n");
}

TEST(Docx, AStartOverrideCountsAnewAndASecondNumberOfOneListGoesOn) {
  const std::string start =
      "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>";
  const OfficeParts parts = {
      {"word/numbering.xml",
       NumberingPart(WordAbstract(1, WordLevel(0, "decimal", "%1)")) + WordNumber(1, 1) +
                     WordNumber(2, 1) + WordNumber(3, 1, start))}};
  EXPECT_EQ(
      DocxText(WordListed("а", 1) + WordListed("б", 2) + WordListed("в", 3) + WordListed("г", 3),
               parts),
      "1) а\n2) б\n7) в\n8) г\n");
}

TEST(Docx, ALevelThatIsToldNotToRestartGoesOn) {
  const OfficeParts parts = {
      {"word/numbering.xml",
       NumberingPart(
           WordAbstract(1, WordLevel(0, "decimal", "%1.") +
                               WordLevel(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>")) +
           WordNumber(1, 1))}};
  EXPECT_EQ(DocxText(WordListed("а", 1) + WordListed("б", 1, 1) + WordListed("в", 1) +
                         WordListed("г", 1, 1),
                     parts),
            "1. а\n1) б\n2. в\n2) г\n");
}

TEST(Docx, StylesGiveNumbersAlsoByInheritanceAndByDefault) {
  const OfficeParts parts = {
      {"word/styles.xml",
       "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"Item\"><w:pPr><w:numPr>"
       "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" "
       "w:default=\"1\" w:styleId=\"Own\"><w:basedOn w:val=\"Item\"/></w:style></w:styles>"},
      {"word/numbering.xml",
       NumberingPart(WordAbstract(1, WordLevel(0, "decimal", "%1.")) + WordNumber(1, 1))}};
  EXPECT_EQ(DocxText(WordParagraph("а", "<w:pStyle w:val=\"Item\"/>") + WordParagraph("б") +
                         WordParagraph("в", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
                     parts),
            "1. а\n2. б\nв\n");
}

TEST(Docx, ANumberingStyleLendsItsLevels) {
  const OfficeParts parts = {
      {"word/numbering.xml",
       NumberingPart(
           WordAbstract(1, "<w:numStyleLink w:val=\"List\"/>") +
           WordAbstract(2, "<w:styleLink w:val=\"List\"/>" + WordLevel(0, "russianLower", "%1.")) +
           WordNumber(1, 1))}};
  EXPECT_EQ(DocxText(WordListed("один", 1) + WordListed("два", 1), parts), "а. один\nб. два\n");
}

TEST(Docx, HeadersFootersAndNotesAreKeptApart) {
  const Document document = ReadDocxOk(MakeDocxOf(
      WordParagraph("Решили:") + "<w:p>" + WordRun("1. Провести семинар") +
          "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + WordRun(".") + "</w:p>",
      {{"word/header1.xml", "<w:hdr>" + WordParagraph("Бланк центра") + "</w:hdr>"},
       {"word/header2.xml", "<w:hdr>" + WordParagraph("Бланк центра") + "</w:hdr>"},
       {"word/footer1.xml", "<w:ftr>" + WordParagraph("Исполнитель Белова") + "</w:ftr>"},
       {"word/footnotes.xml", "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\">" +
                                  WordParagraph("черта") + "</w:footnote><w:footnote w:id=\"2\">" +
                                  WordParagraph("Для учителей.") + "</w:footnote></w:footnotes>"},
       {"word/endnotes.xml", "<w:endnotes><w:endnote w:id=\"1\">" + WordParagraph("Конец.") +
                                 "</w:endnote></w:endnotes>"}}));
  EXPECT_EQ(document.text, "Решили:\n1. Провести семинар.\n");
  ASSERT_EQ(document.notes.size(), 4u);
  EXPECT_EQ(document.notes[0].kind, NoteKind::kHeader);
  EXPECT_EQ(document.notes[0].text, "Бланк центра");
  EXPECT_EQ(document.notes[1].text, "Исполнитель Белова");
  EXPECT_EQ(document.notes[2].kind, NoteKind::kFootnote);
  EXPECT_EQ(document.notes[2].label, "1");
  EXPECT_EQ(document.notes[2].text, "Для учителей.");
  EXPECT_STREQ(Name(document.notes[3].kind), "endnote");
}

TEST(Docx, MovedAndDeletedTextIsLeftOutAndParagraphsJoinWhereTheirMarkWasDeleted) {
  const std::string gone_mark = "<w:rPr><w:del w:id=\"1\"/></w:rPr>";
  EXPECT_EQ(DocxText("<w:p><w:moveFrom>" + WordRun("старое место") + "</w:moveFrom>" +
                     WordRun("Решили") + "<w:del><w:r><w:delText> нет</w:delText></w:r></w:del>" +
                     "<w:moveTo>" + WordRun(" новое место") + "</w:moveTo></w:p>" +
                     WordParagraph("1. Провести ", gone_mark) + WordParagraph("семинар.")),
            "Решили новое место\n1. Провести семинар.\n");
}

TEST(Docx, TextBoxesAreReadOnceAfterTheirParagraph) {
  const std::string box = "<w:txbxContent>" + WordParagraph("В рамке.") + "</w:txbxContent>";
  EXPECT_EQ(DocxText("<w:p>" + WordRun("Снаружи.") +
                     "<w:r><mc:AlternateContent><mc:Choice><w:drawing>"
                     "<wps:txbx>" +
                     box +
                     "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                     "<v:textbox>" +
                     box +
                     "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
                     "</w:r></w:p><w:p><w:r><w:pict><v:textbox>" +
                     box + "</v:textbox></w:pict></w:r></w:p>"),
            "Снаружи.\nВ рамке.\n\nВ рамке.\n");
}

TEST(Docx, ThePlaceOfAByteIsItsParagraph) {
  const Document document = ReadDocxOk(
      MakeDocxOf(WordParagraph("Решили:") + "<w:tbl><w:tr><w:tc>" + WordParagraph("В ячейке") +
                     "</w:tc></w:tr></w:tbl>" + WordParagraph("1.  Провести семинар."),
                 {}));
  const auto at = [&](const std::string& what) {
    return document.source_map.At(static_cast<uint32_t>(document.text.find(what)));
  };
  EXPECT_EQ(at("Решили"), (SourcePlace{0, 0}));
  EXPECT_EQ(at("ячейке"), (SourcePlace{1, 3}));
  EXPECT_EQ(at("семинар"), (SourcePlace{2, 21}));
}

// Found by fuzzing: half a letter at the end of a paragraph was read past its end.
TEST(Docx, BytesThatAreNoCharactersBecomeQuestionMarks) {
  EXPECT_EQ(DocxText(WordParagraph("Реши\xD0") + WordParagraph("\xE2\x80") +
                     WordParagraph("1. Создать \xFF совет.")),
            "Реши?\n??\n1. Создать ? совет.\n");
  EXPECT_EQ(DocxText(WordParagraph("1. Создать &#xD800; совет.")), "1. Создать ??? совет.\n");
}

TEST(Docx, MacrosAreRefused) {
  const auto refused =
      Read(MakeDocxOf(WordParagraph("Решили:"), {{"word/vbaProject.bin", "x"}}), {});
  const auto error = GetReadError(refused.status());
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->reason, "FILE_HAS_MACROS");
}

}  // namespace
}  // namespace rezon::reader
