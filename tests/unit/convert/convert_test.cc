// With the real LibreOffice and tesseract where they are installed.
#include "services/decisions/convert/convert.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <string>

#include "services/decisions/convert/files.h"
#include "services/decisions/reader/error.h"

namespace rezon::convert {
namespace {

Clock::time_point Soon() { return Clock::now() + std::chrono::minutes(2); }

// Text of an rtf: characters beyond ASCII as \uN?.
std::string Rtf(const std::u16string& text) {
  std::string out;
  for (const char16_t c : text) {
    if (c == u'\n') {
      out += "\\par\n";
    } else if (c < 128) {
      out.push_back(static_cast<char>(c));
    } else {
      out += "\\u" + std::to_string(static_cast<int16_t>(c)) + "?";
    }
  }
  return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Liberation Serif;}}\\fs48 " + out + "\\par}";
}

constexpr char16_t kText[] =
    u"Конференция рекомендует:\n1. Провести семинар учителей до 1 мая 2024 года.\n"
    u"2. Обновить сайт школы.";

std::string ReasonOf(const absl::StatusOr<reader::Document>& document) {
  const auto error = reader::GetReadError(document.status());
  return error ? error->reason : document.status().ToString();
}

void ExpectPoints(const absl::StatusOr<reader::Document>& document) {
  ASSERT_TRUE(document.ok()) << document.status();
  ASSERT_EQ(document->items.size(), 2u) << document->text;
  EXPECT_EQ(document->items[0].label, "1");
  EXPECT_EQ(document->items[0].text, "Провести семинар учителей до 1 мая 2024 года");
  EXPECT_EQ(document->items[0].deadline.end, "2024-05-01");
}

TEST(Convert, WhatTheReaderReadsGoesThroughUnchanged) {
  ExpectPoints(
      ReadAny("Решили:\n1. Провести семинар учителей до 1 мая 2024 года.\n2. Обновить сайт.", {},
              Soon(), {"", "", ""}));
  EXPECT_EQ(ReasonOf(ReadAny("", {}, Soon(), {"", "", ""})), "FILE_EMPTY");
}

TEST(Convert, WithoutTheProgramsItSaysWhatToInstall) {
  const auto rtf = ReadAny(Rtf(kText), {}, Soon(), {"", "", ""});
  EXPECT_EQ(rtf.status().code(), absl::StatusCode::kUnimplemented);
  EXPECT_NE(rtf.status().message().find("libreoffice-writer-nogui"), std::string::npos);
  EXPECT_EQ(ReasonOf(rtf), "CONVERTER_MISSING");
  const auto scan = ReadAny("\x89PNG\r\n\x1A\n", {}, Soon(), {"", "", ""});
  EXPECT_EQ(scan.status().code(), absl::StatusCode::kUnimplemented);
  EXPECT_NE(scan.status().message().find("tesseract-ocr-rus"), std::string::npos);
  EXPECT_EQ(ReasonOf(scan), "RECOGNISER_MISSING");
}

TEST(Convert, AConverterThatFailsOrHangsIsAClearError) {
  EXPECT_EQ(ReasonOf(ReadAny(Rtf(kText), {}, Soon(), {"false", "", ""})), "CONVERSION_FAILED");
  EXPECT_EQ(ReasonOf(ReadAny(Rtf(kText), {}, Clock::now() + std::chrono::milliseconds(200),
                             {"yes", "", ""})),
            "CONVERSION_FAILED");
  EXPECT_EQ(ReasonOf(ReadAny("\x89PNG\r\n\x1A\n", {}, Soon(), {"", "false", ""})),
            "CONVERSION_FAILED");
}

TEST(Convert, RtfAndDocAreReadThroughLibreOffice) {
  const std::string office = FindProgram("soffice");
  if (office.empty()) GTEST_SKIP() << "LibreOffice is not installed (libreoffice-writer-nogui)";
  const auto rtf = ReadAny(Rtf(kText), {}, Soon());
  ExpectPoints(rtf);
  EXPECT_EQ(rtf->format, reader::Format::kRtf);
  const PrivateFolder folder;
  ASSERT_TRUE(WriteFile(folder.path() + "/a.rtf", Rtf(kText)));
  Bounds bounds;
  bounds.deadline = Soon();
  ASSERT_TRUE(RunProgram({office, "-env:UserInstallation=file://" + folder.path() + "/profile",
                          "--headless", "--convert-to", "doc", "a.rtf"},
                         folder.path(), bounds)
                  .ok());
  const auto doc = ReadAny(ReadFile(folder.path() + "/a.doc").value_or(""), {}, Soon());
  ExpectPoints(doc);
  EXPECT_EQ(doc->format, reader::Format::kDoc);
}

TEST(Convert, AScanIsRecognisedAndMarkedSo) {
  const std::string office = FindProgram("soffice");
  const std::string painter = FindProgram("pdftoppm");
  if (office.empty() || painter.empty() || FindProgram("tesseract").empty()) {
    GTEST_SKIP() << "needs libreoffice-writer-nogui, poppler-utils, tesseract-ocr, -rus";
  }
  const PrivateFolder folder;
  ASSERT_TRUE(WriteFile(folder.path() + "/a.rtf", Rtf(kText)));
  Bounds bounds;
  bounds.deadline = Soon();
  ASSERT_TRUE(RunProgram({office, "-env:UserInstallation=file://" + folder.path() + "/profile",
                          "--headless", "--convert-to", "pdf", "a.rtf"},
                         folder.path(), bounds)
                  .ok());
  ASSERT_TRUE(RunProgram({painter, "-r", "200", "-png", "-singlefile", "a.pdf", "page"},
                         folder.path(), bounds)
                  .ok());
  const auto scan = ReadAny(ReadFile(folder.path() + "/page.png").value_or(""), {}, Soon());
  ExpectPoints(scan);
  EXPECT_TRUE(scan->recognised);
  EXPECT_LE(scan->items[0].confidence, 0.8);
  ASSERT_FALSE(scan->warnings.empty());
  EXPECT_NE(scan->warnings[0].find("распознан"), std::string::npos);
}

}  // namespace
}  // namespace rezon::convert
