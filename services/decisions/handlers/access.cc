#include "services/decisions/handlers/access.h"

#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "services/decisions/domain/digest.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"

namespace rezon::decisions {
namespace {

std::string Deterministic(const google::protobuf::Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

}  // namespace

absl::Status CheckMayWrite(const server::CallContext& call) {
  if (call.principal().HasAnyRole({"operator", "controller", "integration"})) {
    return absl::OkStatus();
  }
  return errors::PermissionDenied("ROLE_REQUIRED", "needs operator, controller or integration",
                                  "Изменять резолюции может оператор или контролёр.");
}

absl::StatusOr<server::RequestKey> MakeKeyOf(std::string_view method, const std::string& request_id,
                                             std::string_view content) {
  server::RequestKey key;
  key.method = std::string(method);
  key.id = absl::AsciiStrToLower(request_id);
  if (!key.id.empty() && !ids::IsUuid(key.id)) {
    return errors::InvalidField("request_id", "must be a UUID",
                                "Номер запроса должен быть в виде UUID.");
  }
  key.hash = absl::HexStringToBytes(Sha256Hex(content));
  return key;
}

absl::StatusOr<server::RequestKey> MakeKey(std::string_view method, const std::string& request_id,
                                           const google::protobuf::Message& request) {
  std::unique_ptr<google::protobuf::Message> copy(request.New());
  copy->CopyFrom(request);
  if (auto* field = copy->GetDescriptor()->FindFieldByName("request_id")) {
    copy->GetReflection()->ClearField(copy.get(), field);
  }
  return MakeKeyOf(method, request_id, Deterministic(*copy));
}

}  // namespace rezon::decisions
