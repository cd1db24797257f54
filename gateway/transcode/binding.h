#pragma once

#include <google/protobuf/descriptor.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "gateway/transcode/plan.h"
#include "gateway/transcode/router.h"
#include "gateway/transcode/schema.h"
#include "gateway/transcode/template.h"

namespace rezon::gateway {

// Fields from the request's root to a leaf; all but the last are singular messages.
using FieldPath = std::vector<const google::protobuf::FieldDescriptor*>;

// One HTTP rule of one method, with everything looked up once. Immutable.
struct Binding {
  enum class Kind {
    kUnary,         // one message each way
    kServerStream,  // answers as lines of JSON
    kUpload,        // the HTTP body is the bytes of an HttpBody, sent as a stream
  };

  const google::protobuf::MethodDescriptor* method = nullptr;
  Kind kind = Kind::kUnary;
  // "/rezon.decisions.v1.DecisionsService/GetPoint".
  std::string rpc_path;
  // "rezon.decisions.v1": decides which service answers.
  std::string package;
  std::string http_method;
  // The template as written, for spans and metrics.
  std::string route;
  PathTemplate path;
  // One for each variable of the path.
  std::vector<FieldPath> variables;
  // The HTTP body is the whole request ("*"), one field of it, or must be empty (neither).
  bool body_is_request = false;
  const google::protobuf::FieldDescriptor* body_field = nullptr;
  // The answer is a google.api.HttpBody: bytes with a type of their own.
  bool raw_response = false;
  // Where If-Match and Idempotency-Key go; empty or null when the request has no such field.
  FieldPath etag;
  const google::protobuf::FieldDescriptor* request_id = nullptr;
  // The FieldMask that says which fields of the body are meant, or null.
  const google::protobuf::FieldDescriptor* update_mask = nullptr;
  // Number of the field "etag" of the answer, 0 when it has none.
  int response_etag = 0;
  // How the answer is printed; owned by Bindings.
  const MessagePlan* response = nullptr;
};

// All rules of a schema but those of the packages rezon.feed.*, and the router over them.
class Bindings {
 public:
  // Fails on a rule that cannot be served: an unknown field, a bad template, two rules on one path,
  // client streaming without an HttpBody, response_body.
  static absl::StatusOr<std::unique_ptr<Bindings>> Build(const Schema& schema);

  const Router& router() const { return router_; }
  const std::vector<std::unique_ptr<Binding>>& all() const { return bindings_; }

 private:
  Router router_;
  Plans plans_;
  std::vector<std::unique_ptr<Binding>> bindings_;
};

// Finds "a.b.c" from a message on, by proto or JSON names; empty when a part does not exist or an
// inner one is not a singular message.
FieldPath ResolveFieldPath(const google::protobuf::Descriptor* message,
                           const std::vector<std::string>& names);
// A field by its proto or JSON name, or null.
const google::protobuf::FieldDescriptor* FindField(const google::protobuf::Descriptor* message,
                                                   const std::string& name);

}  // namespace rezon::gateway
