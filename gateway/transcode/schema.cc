#include "gateway/transcode/schema.h"

#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/util/type_resolver_util.h>

#include <fstream>
#include <map>
#include <sstream>
#include <utility>

// Links the extension google.api.http and the error details into the generated pool.
#include "google/api/annotations.pb.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace rezon::gateway {
namespace {

namespace pb = google::protobuf;

constexpr char kPrefix[] = "type.googleapis.com";

// Asks the loaded types first and those linked into the program second: a descriptor set need not
// import google/rpc for the gateway to print error details.
class LayeredResolver : public pb::util::TypeResolver {
 public:
  explicit LayeredResolver(const pb::DescriptorPool* loaded)
      : loaded_(pb::util::NewTypeResolverForDescriptorPool(kPrefix, loaded)),
        linked_(pb::util::NewTypeResolverForDescriptorPool(kPrefix,
                                                           pb::DescriptorPool::generated_pool())) {}

  pb::util::Status ResolveMessageType(const std::string& url, pb::Type* type) override {
    auto status = loaded_->ResolveMessageType(url, type);
    return status.ok() ? status : linked_->ResolveMessageType(url, type);
  }

  pb::util::Status ResolveEnumType(const std::string& url, pb::Enum* type) override {
    auto status = loaded_->ResolveEnumType(url, type);
    return status.ok() ? status : linked_->ResolveEnumType(url, type);
  }

 private:
  std::unique_ptr<pb::util::TypeResolver> loaded_;
  std::unique_ptr<pb::util::TypeResolver> linked_;
};

class FirstError : public pb::DescriptorPool::ErrorCollector {
 public:
  void AddError(const std::string& file, const std::string& element, const pb::Message*,
                ErrorLocation, const std::string& message) override {
    if (text_.empty()) text_ = file + ": " + element + ": " + message;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace

Schema::Schema() : pool_(std::make_unique<pb::DescriptorPool>()) {}
Schema::~Schema() = default;

std::string TypeUrl(std::string_view full_name) {
  return std::string(kPrefix) + "/" + std::string(full_name);
}

absl::StatusOr<std::unique_ptr<Schema>> Schema::FromFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || !(bytes << file.rdbuf())) {
    return absl::NotFoundError("cannot read the descriptor set " + path);
  }
  return FromBytes(std::move(bytes).str());
}

absl::StatusOr<std::unique_ptr<Schema>> Schema::FromBytes(std::string_view bytes) {
  google::api::http.number();  // keeps the extension linked
  google::rpc::ErrorInfo::descriptor();
  google::rpc::Status::descriptor();
  pb::FileDescriptorSet set;
  if (!set.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) || set.file().empty()) {
    return absl::InvalidArgumentError("not a descriptor set");
  }
  std::unique_ptr<Schema> schema(new Schema);
  FirstError error;
  for (const auto& file : set.file()) {
    const auto* built = schema->pool_->BuildFileCollectingErrors(file, &error);
    if (built == nullptr) return absl::InvalidArgumentError(error.text());
    for (int i = 0; i < built->service_count(); ++i) schema->services_.push_back(built->service(i));
  }
  schema->resolver_ = std::make_unique<LayeredResolver>(schema->pool_.get());
  return schema;
}

}  // namespace rezon::gateway
