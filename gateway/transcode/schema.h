#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/type_resolver.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace rezon::gateway {

// The contracts the gateway offers, loaded from a FileDescriptorSet that holds its own imports
// (share/rezon.pb). Immutable after loading; thread-safe.
class Schema {
 public:
  static absl::StatusOr<std::unique_ptr<Schema>> FromFile(const std::string& path);
  static absl::StatusOr<std::unique_ptr<Schema>> FromBytes(std::string_view bytes);
  ~Schema();

  const google::protobuf::DescriptorPool& pool() const { return *pool_; }
  // All services of the loaded files, in file order.
  const std::vector<const google::protobuf::ServiceDescriptor*>& services() const {
    return services_;
  }
  // Types for JSON: the loaded ones, and the standard error details beside them.
  google::protobuf::util::TypeResolver& resolver() const { return *resolver_; }

 private:
  Schema();
  std::unique_ptr<google::protobuf::DescriptorPool> pool_;
  std::vector<const google::protobuf::ServiceDescriptor*> services_;
  std::unique_ptr<google::protobuf::util::TypeResolver> resolver_;
};

// "type.googleapis.com/<full name>", as json_util wants types named.
std::string TypeUrl(std::string_view full_name);

}  // namespace rezon::gateway
