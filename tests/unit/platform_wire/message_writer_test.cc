#include "services/platform/wire/message_writer.h"

#include <gtest/gtest.h>

#include <limits>

#include "rezon/assignments/v1/resources.pb.h"

namespace rezon::wire {
namespace {

using assignments::v1::Assignment;
using common::v1::Deadline;

// The same fields in the order of their numbers, as protobuf writes them.
TEST(MessageWriter, WritesWhatProtobufWrites) {
  Assignment expected;
  expected.set_name("assignments/1");
  expected.set_point_ordinal(-3);
  expected.set_point_text(std::string(300, 'x'));
  expected.mutable_deadline()->set_kind(Deadline::KIND_DATE);
  expected.mutable_deadline()->set_printed("до 1 марта");
  expected.set_overdue(true);
  expected.mutable_create_time()->set_seconds(std::numeric_limits<std::int64_t>::max());

  std::string bytes;
  MessageWriter writer(bytes);
  writer.Text(Assignment::kNameFieldNumber, {"assignments/", "1"});
  writer.Int(Assignment::kPointOrdinalFieldNumber, -3);
  writer.Text(Assignment::kPointTextFieldNumber, std::string(300, 'x'));
  writer.Message(Assignment::kDeadlineFieldNumber, [](MessageWriter& deadline) {
    deadline.Int(Deadline::kKindFieldNumber, Deadline::KIND_DATE);
    deadline.AppendedText(Deadline::kPrintedFieldNumber,
                          [](std::string& out) { out += "до 1 марта"; });
  });
  writer.Int(Assignment::kOverdueFieldNumber, true);
  writer.Message(Assignment::kCreateTimeFieldNumber, [](MessageWriter& time) {
    time.Int(google::protobuf::Timestamp::kSecondsFieldNumber,
             std::numeric_limits<std::int64_t>::max());
  });
  EXPECT_EQ(bytes, expected.SerializeAsString());
}

TEST(MessageWriter, LengthsOfEveryWidth) {
  for (std::size_t size : {1, 127, 128, 129, 16383, 16384, 16385, 3'000'000}) {
    Assignment expected;
    expected.set_region(std::string(size, 'a'));
    expected.mutable_deadline()->set_rule(std::string(size, 'b'));
    expected.set_etag("\"7\"");
    std::string bytes;
    MessageWriter writer(bytes);
    writer.AppendedText(Assignment::kRegionFieldNumber,
                        [size](std::string& out) { out.append(size, 'a'); });
    writer.Message(Assignment::kDeadlineFieldNumber, [size](MessageWriter& deadline) {
      deadline.Text(Deadline::kRuleFieldNumber, std::string(size, 'b'));
    });
    writer.Text(Assignment::kEtagFieldNumber, "\"7\"");
    EXPECT_EQ(bytes, expected.SerializeAsString()) << size;
  }
}

TEST(MessageWriter, EmptyValuesAreLeftOutButMessagesStay) {
  std::string bytes;
  MessageWriter writer(bytes);
  writer.Text(Assignment::kNameFieldNumber, "");
  writer.Text(Assignment::kPointFieldNumber, {"", ""});
  writer.AppendedText(Assignment::kRegionFieldNumber, [](std::string&) {});
  writer.Int(Assignment::kPointOrdinalFieldNumber, 0);
  EXPECT_TRUE(bytes.empty());
  writer.Message(Assignment::kDeadlineFieldNumber, [](MessageWriter&) {});
  Assignment read;
  ASSERT_TRUE(read.ParseFromString(bytes));
  EXPECT_TRUE(read.has_deadline());
}

}  // namespace
}  // namespace rezon::wire
