#include "services/decisions/domain/canonical.h"

#include <gtest/gtest.h>

#include "services/decisions/domain/digest.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

TEST(DigestTest, KnownVector) {
  // FIPS 180-4, the example of one block.
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(CanonicalTest, FormIsFixed) {
  Aggregate aggregate = SampleDraft();
  aggregate.points.resize(1);
  aggregate.resolution.clear_event();
  EXPECT_EQ(CanonicalJson(aggregate),
            "{\"adopt_date\":\"\",\"document_kind\":\"DOCUMENT_KIND_RESOLUTION\","
            "\"document_sha256\":\"" +
                std::string(64, 'a') +
                "\",\"event\":{\"end\":\"\",\"figures\":[],\"form\":\"\",\"level\":\"\","
                "\"mode\":\"\",\"name\":\"\",\"participants\":null,\"start\":\"\","
                "\"territory\":\"\"},\"form\":1,\"letter\":null,\"points\":[{\"actionable\":false,"
                "\"addressees\":[],\"deadline\":{\"end\":\"\",\"kind\":\"KIND_NONE\","
                "\"printed\":\"\",\"recurrence\":\"\",\"start\":\"\"},\"label\":\"1\","
                "\"parent\":0,\"responsible_from\":\"RESPONSIBLE_FROM_UNSPECIFIED\","
                "\"text\":\"Органам управления образованием:\"}],\"region\":\"ru-xx\","
                "\"revision\":0,\"territory\":\"\",\"title\":\"Совещание\"}");
}

TEST(CanonicalTest, ParentsAreOrdinals) {
  EXPECT_NE(CanonicalJson(SampleDraft()).find("\"label\":\"2\",\"parent\":1"), std::string::npos);
}

TEST(CanonicalTest, IdsAndReadingDetailsDoNotCount) {
  Aggregate one = SampleDraft();
  Aggregate other = SampleDraft();
  other.resolution.set_name("resolutions/01900000-0000-7000-8000-00000000ffff");
  other.resolution.set_etag("\"9\"");
  other.points[1].set_confidence(0.5);
  other.points[1].set_rule("another");
  other.points[1].mutable_addressees(0)->set_score(0.7);
  EXPECT_EQ(ContentHash(one, ""), ContentHash(other, ""));
}

TEST(CanonicalTest, EveryDecisionCounts) {
  const std::string before = ContentHash(SampleDraft(), "");
  Aggregate text = SampleDraft();
  text.points[3].set_text("разместить материалы на сайте");
  EXPECT_NE(ContentHash(text, ""), before);
  Aggregate target = SampleDraft();
  target.points[3].mutable_addressees(0)->add_targets("organisations/1");
  EXPECT_NE(ContentHash(target, ""), before);
  Aggregate file = SampleDraft();
  file.document_sha256 = std::string(64, 'b');
  EXPECT_NE(ContentHash(file, ""), before);
  EXPECT_NE(ContentHash(SampleDraft(), std::string(64, 'c')), before);
}

}  // namespace
}  // namespace rezon::decisions
