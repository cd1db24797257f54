#include <fstream>
#include <memory>

#include "gmock/gmock.h"
#include "google/api/annotations.pb.h"
#include "google/protobuf/descriptor.pb.h"
#include "gtest/gtest.h"
#include "tests/contract/api/rules.h"

namespace rezon::contract {
namespace {

using google::protobuf::FileDescriptor;
using google::protobuf::FileDescriptorProto;
using google::protobuf::ServiceDescriptor;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The descriptor set that the gateway serves by, with google.api.http read as an extension.
class ApiTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ifstream file(REZON_DESCRIPTORS, std::ios::binary);
    google::protobuf::FileDescriptorSet set;
    ASSERT_TRUE(set.ParseFromIstream(&file)) << REZON_DESCRIPTORS;
    for (const FileDescriptorProto& proto : set.file()) {
      const FileDescriptor* built = pool_.BuildFile(proto);
      ASSERT_NE(built, nullptr) << proto.name();
      if (proto.package().rfind("rezon.", 0) == 0) files_.push_back(built);
    }
    for (const FileDescriptor* file_descriptor : files_) {
      for (int i = 0; i < file_descriptor->service_count(); ++i) {
        if (IsPublic(*file_descriptor->service(i)))
          services_.push_back(file_descriptor->service(i));
      }
    }
  }

  // What a rule finds over every public method.
  template <typename Rule>
  Violations OverMethods(Rule rule) const {
    Violations out;
    for (const ServiceDescriptor* service : services_) {
      for (int i = 0; i < service->method_count(); ++i) {
        for (std::string& line : rule(*service->method(i))) out.push_back(std::move(line));
      }
    }
    return out;
  }

  google::protobuf::DescriptorPool pool_;
  std::vector<const FileDescriptor*> files_;
  std::vector<const ServiceDescriptor*> services_;
};

// One of each program, and RelationsService and LettersService beside DecisionsService.
TEST_F(ApiTest, SixPublicServices) { EXPECT_THAT(services_, SizeIs(6)); }

TEST_F(ApiTest, EveryPublicMethodHasItsHttpRule) {
  EXPECT_THAT(OverMethods(CheckHttpRule), IsEmpty());
}

TEST_F(ApiTest, EveryListIsPaged) { EXPECT_THAT(OverMethods(CheckPaging), IsEmpty()); }

TEST_F(ApiTest, EveryMutationTakesRequestIdEtagAndMask) {
  EXPECT_THAT(OverMethods(CheckMutation), IsEmpty());
}

TEST_F(ApiTest, PathsAreUnique) { EXPECT_THAT(CheckUniquePaths(services_), IsEmpty()); }

TEST_F(ApiTest, MessagesAndEnumsKeepTheConventions) {
  for (const FileDescriptor* file : files_) {
    for (int i = 0; i < file->message_type_count(); ++i) {
      EXPECT_THAT(CheckMessage(*file->message_type(i)), IsEmpty());
    }
    for (int i = 0; i < file->enum_type_count(); ++i) {
      EXPECT_THAT(CheckEnum(*file->enum_type(i)), IsEmpty());
    }
  }
}

// A contract that breaks every rule, so that the rules above are known to bite.
class BadContract : public ::testing::Test {
 protected:
  void SetUp() override {
    FileDescriptorProto proto;
    proto.set_name("bad.proto");
    proto.set_package("rezon.bad.v1");
    proto.set_syntax("proto3");
    auto* request = proto.add_message_type();
    request->set_name("Thing");
    AddField(request, "etag", 1);
    AddField(request, "name", 2);
    auto* kind = request->add_enum_type();
    kind->set_name("Kind");
    kind->add_value()->set_name("GOOD");
    kind->mutable_value(0)->set_number(0);
    service_ = proto.add_service();
    service_->set_name("BadService");
    AddMethod("ListThings")
        ->mutable_options()
        ->MutableExtension(google::api::http)
        ->set_get("/v1/x");
    AddMethod("PatchThing")
        ->mutable_options()
        ->MutableExtension(google::api::http)
        ->set_get("/v1/x");
    auto* stop = AddMethod("StopThing")->mutable_options()->MutableExtension(google::api::http);
    stop->set_post("/v1/{name=things/*}:stop");
    stop->set_body("nothing");
    AddMethod("GetThing");
    file_ = pool_.BuildFile(proto);
    ASSERT_NE(file_, nullptr);
  }

  static void AddField(google::protobuf::DescriptorProto* message, const std::string& name,
                       int number) {
    auto* field = message->add_field();
    field->set_name(name);
    field->set_number(number);
    field->set_type(google::protobuf::FieldDescriptorProto::TYPE_STRING);
    field->set_label(google::protobuf::FieldDescriptorProto::LABEL_OPTIONAL);
  }

  google::protobuf::MethodDescriptorProto* AddMethod(const std::string& name) {
    auto* method = service_->add_method();
    method->set_name(name);
    method->set_input_type(".rezon.bad.v1.Thing");
    method->set_output_type(".rezon.bad.v1.Thing");
    return method;
  }

  const google::protobuf::MethodDescriptor& Method(int index) const {
    return *file_->service(0)->method(index);
  }

  google::protobuf::DescriptorPool pool_;
  google::protobuf::ServiceDescriptorProto* service_ = nullptr;
  const FileDescriptor* file_ = nullptr;
};

TEST_F(BadContract, IsFoundOut) {
  EXPECT_THAT(CheckPaging(Method(0)), Contains(EndsWith("no int32 page_size")));
  EXPECT_THAT(CheckPaging(Method(0)), Contains(EndsWith("no next_page_token")));
  EXPECT_THAT(CheckHttpRule(Method(1)), Contains(EndsWith("is GET, not POST")));
  EXPECT_THAT(CheckHttpRule(Method(2)), Contains(EndsWith("body nothing is no field of Thing")));
  EXPECT_THAT(CheckHttpRule(Method(3)), ElementsAre(EndsWith("no google.api.http rule")));
  EXPECT_THAT(CheckMutation(Method(2)), ElementsAre(EndsWith("no request_id")));
  EXPECT_THAT(CheckUniquePaths({file_->service(0)}), SizeIs(1));
  EXPECT_THAT(CheckMessage(*file_->message_type(0)), SizeIs(2));
}

}  // namespace
}  // namespace rezon::contract
