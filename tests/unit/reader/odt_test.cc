#include <gtest/gtest.h>

#include <string>

#include "services/decisions/reader/reader.h"
#include "tests/unit/reader/office_xml.h"

namespace rezon::reader {
namespace {

constexpr char kOdtStyles[] =
    "<text:list-style style:name=\"L1\">"
    "<text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"
    "<text:list-level-style-number text:level=\"2\" style:num-format=\"1\" style:num-suffix=\".\" "
    "text:display-levels=\"2\"/>"
    "<text:list-level-style-bullet text:level=\"3\" text:bullet-char=\"–\"/></text:list-style>"
    "<text:list-style style:name=\"L2\"><text:list-level-style-number text:level=\"1\" "
    "style:num-format=\"а, б, .., аа, аб, ... (ru)\" style:num-suffix=\")\"/></text:list-style>"
    "<style:style style:name=\"P1\" style:list-style-name=\"L1\"/>";

std::string OdtItem(const std::string& content, const std::string& attributes = "") {
  return "<text:list-item" + attributes + ">" + content + "</text:list-item>";
}

std::string OdtPlain(const std::string& text) { return "<text:p>" + text + "</text:p>"; }

std::string OdtList(const std::string& items, const std::string& attributes) {
  return "<text:list " + attributes + ">" + items + "</text:list>";
}

Document ReadOdtOk(const std::string& text, const std::string& styles = "") {
  auto document = Read(MakeOdt(kOdtStyles, text, styles), {});
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? *std::move(document) : Document();
}

TEST(Odt, LevelsRestartAndShowTheOnesAbove) {
  const std::string style = "text:style-name=\"L1\"";
  const std::string inner = OdtList(
      OdtItem(OdtPlain("два")) + OdtItem(OdtPlain("три") + OdtList(OdtItem(OdtPlain("черта")), "")),
      "");
  EXPECT_EQ(
      ReadOdtOk(
          OdtList(OdtItem(OdtPlain("раз") + inner) + OdtItem(OdtPlain("четыре") + inner), style))
          .text,
      "1. раз\n1.1. два\n1.2. три\n– черта\n2. четыре\n2.1. два\n2.2. три\n– черта\n");
}

TEST(Odt, ListsGoOnStartAtANumberAndTakeTheirStyleFromTheParagraph) {
  const std::string style = "text:style-name=\"L1\" ";
  EXPECT_EQ(
      ReadOdtOk(OdtList(OdtItem(OdtPlain("а")), style + "xml:id=\"one\"") + OdtPlain("между") +
                OdtList(OdtItem(OdtPlain("б")), style + "text:continue-list=\"one\"") +
                OdtList(OdtItem(OdtPlain("в"), " text:start-value=\"9\""), style) +
                OdtList(OdtItem("<text:p text:style-name=\"P1\">г</text:p>"), "") +
                OdtList(OdtItem(OdtPlain("д")), "text:style-name=\"L2\""))
          .text,
      "1. а\nмежду\n2. б\n9. в\n1. г\nа) д\n");
}

TEST(Odt, HeadingsAreNumberedByTheOutlineStyle) {
  const std::string outline =
      "<office:styles><text:outline-style><text:outline-level-style text:level=\"1\" "
      "style:num-format=\"I\" style:num-suffix=\".\"/></text:outline-style></office:styles>";
  EXPECT_EQ(ReadOdtOk("<text:h text:outline-level=\"1\">Часть</text:h>"
                      "<text:h text:outline-level=\"1\">Часть</text:h>",
                      outline)
                .text,
            "I. Часть\nII. Часть\n");
}

TEST(Odt, NotesMarginsAndFramesAreKeptApart) {
  const Document document = ReadOdtOk(
      "<text:tracked-changes><text:changed-region><text:deletion>" + OdtPlain("удалено") +
          "</text:deletion></text:changed-region></text:tracked-changes>" + OdtPlain("Решили:") +
          "<text:p>1. Провести семинар<text:note text:note-class=\"footnote\"><text:note-citation>*"
          "</text:note-citation><text:note-body>" +
          OdtPlain("Для всех.") +
          "</text:note-body></text:note>."
          "<draw:frame><draw:text-box>" +
          OdtPlain("В рамке.") + "</draw:text-box></draw:frame></text:p>",
      "<office:master-styles><style:master-page><style:header>" + OdtPlain("Бланк") +
          "</style:header><style:footer>" + OdtPlain("Низ") +
          "</style:footer></style:master-page>"
          "</office:master-styles>");
  EXPECT_EQ(document.text, "Решили:\n1. Провести семинар.\nВ рамке.\n");
  ASSERT_EQ(document.notes.size(), 3u);
  EXPECT_EQ(document.notes[0].text, "Бланк");
  EXPECT_EQ(document.notes[1].kind, NoteKind::kFooter);
  EXPECT_EQ(document.notes[2].label, "*");
  EXPECT_EQ(document.notes[2].text, "Для всех.");
}

TEST(Odt, MacrosAreRefused) {
  const auto refused = Read(
      MakeZip({{"content.xml", "<office:document-content/>"}, {"Basic/Standard/Module1.xml", "x"}}),
      {});
  const auto error = GetReadError(refused.status());
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->failure, ReadFailure::kMacros);
}

}  // namespace
}  // namespace rezon::reader
