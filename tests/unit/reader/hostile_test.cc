// Input made to hurt: each is refused for the right reason within 2 s and 512 MB.
#include <gtest/gtest.h>
#include <zlib.h>

#include <string>
#include <utility>
#include <vector>

#include "services/decisions/reader/reader.h"
#include "tests/unit/reader/bounded.h"
#include "tests/unit/reader/office_xml.h"

namespace rezon::reader {
namespace {

std::string Repeated(const std::string& piece, size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

std::string Deflated(const std::string& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  compress(reinterpret_cast<Bytef*>(out.data()), &size,
           reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
  out.resize(size);
  return out;
}

// A PDF of one page with this content stream; `trailer` goes into its trailer.
std::string MakePdf(const std::string& content, const std::string& trailer = "") {
  const std::string packed = Deflated(content);
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<<"
         "/F 5 0 R>>>>>>endobj\n"
         "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n4 0 obj<</Length " +
         std::to_string(packed.size()) + "/Filter/FlateDecode>>stream\n" + packed +
         "\nendstream endobj\ntrailer<</Root 1 0 R" + trailer + ">>\n%%EOF\n";
}

constexpr char kShow[] = "BT /F 12 Tf 50 700 Td (1. Hold a seminar) Tj ET\n";

TEST(Hostile, PackedBombs) {
  const std::string body(100 << 20, 'a');
  EXPECT_EQ(ReadBounded(MakeDocxOf(WordParagraph(body), {})), "FILE_UNPACKS_TOO_LARGE");
  EXPECT_EQ(ReadBounded(MakeZip({{"content.xml", body}})), "FILE_UNPACKS_TOO_LARGE");
  EXPECT_EQ(ReadBounded(MakePdf(Repeated(kShow, (100 << 20) / sizeof kShow))),
            "FILE_UNPACKS_TOO_LARGE");
}

TEST(Hostile, XmlOfMoreElementsThanMemory) {
  EXPECT_EQ(ReadBounded(MakeDocxOf(Repeated("<a/> ", 4 << 20), {})), "FILE_UNPACKS_TOO_LARGE");
  EXPECT_EQ(ReadBounded(MakeOdt("", "<a " + Repeated("b='' ", 4 << 20) + "/>")),
            "FILE_UNPACKS_TOO_LARGE");
}

TEST(Hostile, ManyParts) {
  OfficeParts parts;
  for (int i = 0; i < 12000; ++i) parts.emplace_back("word/x" + std::to_string(i), "");
  EXPECT_EQ(ReadBounded(MakeDocxOf("", parts)), "FILE_UNPACKS_TOO_LARGE");
}

TEST(Hostile, EntityBombs) {
  std::string entities = "<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">";
  for (int i = 1; i < 12; ++i) {
    entities += "<!ENTITY a" + std::to_string(i) + " \"" +
                Repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  }
  entities += "]>";
  EXPECT_EQ(
      ReadBounded(MakeZip({{"word/document.xml", entities + "<w:document>&a11;</w:document>"}})),
      "FILE_UNPACKS_TOO_LARGE");
  EXPECT_EQ(ReadBounded(MakeZip({{"content.xml", entities + "<x>&a11;</x>"}})),
            "FILE_UNPACKS_TOO_LARGE");
}

TEST(Hostile, ListsAndTablesOfTenThousandLevels) {
  constexpr size_t kLevels = 10000;
  EXPECT_EQ(ReadBounded(MakeOdt("", Repeated("<text:list><text:list-item>", kLevels) +
                                        "<text:p>x</text:p>" +
                                        Repeated("</text:list-item></text:list>", kLevels))),
            "FILE_UNPACKS_TOO_LARGE");
  EXPECT_EQ(ReadBounded(MakeDocxOf(Repeated("<w:tbl><w:tr><w:tc>", kLevels) + WordParagraph("x") +
                                       Repeated("</w:tc></w:tr></w:tbl>", kLevels),
                                   {})),
            "FILE_UNPACKS_TOO_LARGE");
  std::string text = "Решили:\n";
  std::string label;
  for (size_t i = 0; i < 2000; ++i) text += (label += "1.") + " Провести семинар.\n";
  EXPECT_EQ(ReadBounded(text), "OK");
}

TEST(Hostile, LinesOfAHundredMegabytes) {
  EXPECT_EQ(ReadBounded(std::string(100 << 20, 'a')), "FILE_TOO_LARGE");
  EXPECT_EQ(ReadBounded(std::string(100 << 20, '\n')), "FILE_TOO_LARGE");
  EXPECT_EQ(ReadBounded(Repeated("слово ", (100 << 20) / 11)), "FILE_TOO_LARGE");
}

TEST(Hostile, LinesAsLongAsAnUploadMayBe) {
  constexpr size_t kUpload = 32u << 20;
  for (const std::string piece :
       {"а", "слово ", "1. Провести смотр. ", "«", "(", "а, ", "до 1 мая 2024 года "}) {
    EXPECT_EQ(ReadBounded("Решили: " + Repeated(piece, kUpload / piece.size() - 10)), "OK")
        << piece;
  }
}

TEST(Hostile, TruncatedFiles) {
  const std::string pdf = MakePdf(kShow);
  const std::string odt = MakeOdt("", "<text:p>Решили:</text:p>");
  const std::string docx = MakeDocxOf(WordParagraph("Решили:"), {});
  ASSERT_EQ(ReadBounded(pdf), "OK");
  ASSERT_EQ(ReadBounded(odt), "OK");
  EXPECT_EQ(ReadBounded(pdf.substr(0, 40)), "FILE_TRUNCATED");
  EXPECT_EQ(ReadBounded(odt.substr(0, odt.size() - 30)), "FILE_TRUNCATED");
  EXPECT_EQ(ReadBounded(docx.substr(0, docx.size() / 2)), "FILE_TRUNCATED");
  std::string damaged = docx;
  for (size_t i = 60; i < 80; ++i) damaged[i] = '\x55';
  EXPECT_EQ(ReadBounded(damaged), "FILE_TRUNCATED");
}

TEST(Hostile, EncryptedFiles) {
  const std::string key(32, 'k');
  EXPECT_EQ(ReadBounded(MakePdf(kShow, "/ID[(a)(b)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" +
                                           key + ")/U(" + key + ")>>")),
            "FILE_ENCRYPTED");
  EXPECT_EQ(ReadBounded(MakeZip(
                {{"content.xml", "x"},
                 {"META-INF/manifest.xml", "<manifest:file-entry><manifest:encryption-data/>"}})),
            "FILE_ENCRYPTED");
  EXPECT_EQ(ReadBounded(MakeZip({{"word/document.xml", "<w:document/>"}}, "secret")),
            "FILE_ENCRYPTED");
}

TEST(Hostile, PagesWithoutText) {
  EXPECT_EQ(ReadBounded(MakePdf("0 0 m 100 100 l S\n")), "TEXT_LAYER_MISSING");
  EXPECT_EQ(ReadBounded("\x89PNG\r\n\x1A\n...."), "TEXT_LAYER_MISSING");
}

}  // namespace
}  // namespace rezon::reader
