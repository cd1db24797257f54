#include "gateway/transcode/printer.h"

#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "rezon/echo/v1/echo.pb.h"
#include "tests/unit/gateway/echo_schema.h"

namespace rezon::gateway {
namespace {

namespace pb = rezon::echo::v1;
using Json = nlohmann::json;

const MessagePlan& PlanOf(const std::string& name) {
  static Plans plans;
  return *plans.Make(EchoSchema::Get().schema->pool().FindMessageTypeByName(name));
}

// What we print, or "failed".
std::string Print(const google::protobuf::Message& type, const std::string& bytes) {
  std::string json;
  const auto status =
      PrintJson(*EchoSchema::Get().schema, PlanOf(type.GetDescriptor()->full_name()), bytes, &json);
  return status.ok() ? json : "failed";
}

// What protobuf prints of the same message.
Json Reference(const google::protobuf::Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.always_print_primitive_fields = true;
  std::string json;
  EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &json, options).ok());
  return Json::parse(json);
}

void ExpectSame(const google::protobuf::Message& message) {
  EXPECT_EQ(Json::parse(Print(message, message.SerializeAsString())), Reference(message))
      << message.ShortDebugString();
}

TEST(PrinterTest, EmptyMessagesShowTheirFields) {
  ExpectSame(pb::Thing());
  ExpectSame(pb::ListThingsResponse());
  ExpectSame(pb::ListThingsRequest());
}

TEST(PrinterTest, EveryKindOfFieldAsProtobufPrintsIt) {
  pb::Thing thing;
  thing.set_name("things/1");
  thing.set_display_name("«Приказ»\n\"\\\t\x01 📄");
  thing.set_color(pb::Thing::COLOR_BLUE);
  thing.set_big(std::numeric_limits<int64_t>::min());
  thing.set_real(-0.1);
  thing.set_flag(true);
  thing.mutable_part()->set_number(-1);
  thing.mutable_part()->mutable_inner()->mutable_inner();
  for (int i = 0; i < 3; ++i) thing.add_parts()->set_number(i);
  (*thing.mutable_labels())["ключ"] = "значение";
  (*thing.mutable_labels())[""] = "";
  thing.mutable_time()->set_seconds(-1);
  thing.mutable_time()->set_nanos(500'000);
  thing.mutable_maybe()->set_value(0);
  thing.set_data(std::string("\0\xFF\x10", 3));
  ExpectSame(thing);
  pb::ListThingsResponse response;
  *response.add_things() = thing;
  response.add_things();
  auto* request = response.mutable_request();
  for (int64_t n : {int64_t{-1}, int64_t{0}, std::numeric_limits<int64_t>::max()}) {
    request->add_numbers(n);
  }
  request->add_colors(pb::Thing::COLOR_RED);
  request->add_colors(static_cast<pb::Thing::Color>(77));
  request->mutable_read_mask()->add_paths("display_name");
  request->mutable_read_mask()->add_paths("part.number");
  request->mutable_limit()->set_value(-5);
  ExpectSame(response);
}

TEST(PrinterTest, Times) {
  pb::Thing thing;
  for (int64_t seconds : {int64_t{0}, int64_t{951'782'400}, int64_t{-62'135'596'800},
                          int64_t{253'402'300'799}, int64_t{1'714'521'599}}) {
    for (int32_t nanos : {0, 1, 1'000, 120'000'000, 999'999'999}) {
      thing.mutable_time()->set_seconds(seconds);
      thing.mutable_time()->set_nanos(nanos);
      ExpectSame(thing);
    }
  }
  for (int64_t seconds : {int64_t{-62'135'596'801}, int64_t{253'402'300'800}}) {
    thing.mutable_time()->set_seconds(seconds);
    EXPECT_EQ(Print(thing, thing.SerializeAsString()), "failed");
  }
}

TEST(PrinterTest, RealNumbers) {
  pb::Thing thing;
  for (double real :
       {0.0, 1.0, 1e21, 1e-7, 0.1 + 0.2, 1.0 / 3, -2.5e300, std::numeric_limits<double>::infinity(),
        -std::numeric_limits<double>::infinity()}) {
    thing.set_real(real);
    ExpectSame(thing);
  }
}

TEST(PrinterTest, PiecesOfAMessageAreOneMessage) {
  pb::Thing first, second;
  first.mutable_part()->set_number(7);
  first.add_parts()->set_number(1);
  first.set_name("first");
  second.mutable_part()->set_text("t");
  second.add_parts()->set_number(2);
  second.set_name("second");
  const std::string bytes = first.SerializeAsString() + second.SerializeAsString();
  pb::Thing merged;
  ASSERT_TRUE(merged.ParseFromString(bytes));
  EXPECT_EQ(Json::parse(Print(merged, bytes)), Reference(merged));
}

TEST(PrinterTest, UnknownFieldsAreLeftOut) {
  const std::string unknown("\xA2\x06\x01x", 4);  // field 100
  EXPECT_EQ(Json::parse(Print(pb::Thing(), unknown)), Reference(pb::Thing()));
}

TEST(PrinterTest, BytesThatAreNoMessageFail) {
  pb::Thing thing;
  thing.set_name("things/1");
  thing.mutable_part()->set_text("text");
  const std::string bytes = thing.SerializeAsString();
  EXPECT_EQ(Print(thing, bytes.substr(0, bytes.size() - 1)), "failed");
  EXPECT_EQ(Print(thing, std::string("\x0A\xFF", 2)), "failed");  // length beyond the end
  EXPECT_EQ(Print(thing, std::string("\x08\x01", 2)), "failed");  // a number for a name
  EXPECT_EQ(Print(thing, std::string("\x0B", 1)), "failed");      // a group
  EXPECT_EQ(Print(thing, std::string("\x01", 1)), "failed");      // field 0
  EXPECT_EQ(Print(thing, std::string(12, '\xFF')), "failed");     // a varint without end
  pb::Part deep;
  for (int i = 0; i < 200; ++i) {
    pb::Part outer;
    *outer.mutable_inner() = deep;
    deep = outer;
  }
  EXPECT_EQ(Print(deep, deep.SerializeAsString()), "failed");
}

}  // namespace
}  // namespace rezon::gateway
