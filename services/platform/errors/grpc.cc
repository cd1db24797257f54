#include "services/platform/errors/grpc.h"

#include <grpcpp/support/status.h>

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "services/platform/log/log.h"

namespace rezon::errors {
namespace {

constexpr size_t kMaxMessageBytes = 512;
constexpr size_t kMaxLocalizedBytes = 1024;
constexpr absl::string_view kTypePrefix = "type.googleapis.com/";

// Cuts a UTF-8 text to at most `most` bytes without splitting a character.
std::string Cut(std::string text, size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  text.resize(most);
  return text;
}

bool Masked(absl::StatusCode code) {
  return code == absl::StatusCode::kInternal || code == absl::StatusCode::kUnknown ||
         code == absl::StatusCode::kDataLoss;
}

absl::Status Mask(const absl::Status& status) {
  const std::string reference = ids::NewUuid();
  log::Error("internal error", {{"reference", reference},
                                {"code", absl::StatusCodeToString(status.code())},
                                {"error", std::string(status.message())}});
  absl::Status masked(status.code(), absl::StrCat("internal error, reference ", reference));
  google::rpc::ErrorInfo info;
  info.set_reason("INTERNAL");
  (*info.mutable_metadata())["reference"] = reference;
  google::rpc::LocalizedMessage message;
  message.set_locale("ru");
  message.set_message(absl::StrCat("Внутренняя ошибка. Сообщите номер ", reference));
  masked.SetPayload(absl::StrCat(kTypePrefix, "google.rpc.ErrorInfo"),
                    absl::Cord(info.SerializeAsString()));
  masked.SetPayload(absl::StrCat(kTypePrefix, "google.rpc.LocalizedMessage"),
                    absl::Cord(message.SerializeAsString()));
  return masked;
}

struct Details {
  google::rpc::ErrorInfo info;
  google::rpc::BadRequest bad_request;
  google::rpc::LocalizedMessage localized;
  std::vector<std::pair<std::string, std::string>> others;
};

Details Collect(const absl::Status& status, std::string_view domain) {
  Details details;
  status.ForEachPayload([&](absl::string_view url, const absl::Cord& payload) {
    const std::string bytes(payload);
    if (url == "type.googleapis.com/google.rpc.ErrorInfo") {
      details.info.ParseFromString(bytes);
    } else if (url == "type.googleapis.com/google.rpc.BadRequest") {
      details.bad_request.ParseFromString(bytes);
    } else if (url == "type.googleapis.com/google.rpc.LocalizedMessage") {
      details.localized.ParseFromString(bytes);
    } else if (url.substr(0, kTypePrefix.size()) == kTypePrefix) {
      details.others.emplace_back(std::string(url), bytes);
    }
  });
  if (details.info.reason().empty()) {
    details.info.set_reason(absl::StatusCodeToString(status.code()));
  }
  if (details.info.domain().empty()) details.info.set_domain(std::string(domain));
  return details;
}

void Pack(google::rpc::Status& out, const std::string& type, const std::string& bytes) {
  auto* any = out.add_details();
  any->set_type_url(absl::StrCat(kTypePrefix, type));
  any->set_value(bytes);
}

google::rpc::Status Build(const absl::Status& status, const Details& details) {
  google::rpc::Status out;
  out.set_code(static_cast<int>(status.code()));
  out.set_message(Cut(std::string(status.message()), kMaxMessageBytes));
  Pack(out, "google.rpc.ErrorInfo", details.info.SerializeAsString());
  if (details.bad_request.field_violations_size() > 0) {
    Pack(out, "google.rpc.BadRequest", details.bad_request.SerializeAsString());
  }
  if (!details.localized.message().empty()) {
    Pack(out, "google.rpc.LocalizedMessage", details.localized.SerializeAsString());
  }
  for (const auto& [url, bytes] : details.others) {
    auto* any = out.add_details();
    any->set_type_url(url);
    any->set_value(bytes);
  }
  return out;
}

// Leaves out what does not fit, the least useful first: foreign details, last violations, metadata.
std::string Fit(const absl::Status& status, Details details) {
  details.localized.set_message(Cut(details.localized.message(), kMaxLocalizedBytes));
  std::string bytes = Build(status, details).SerializeAsString();
  int omitted = 0;
  while (bytes.size() > kMaxDetailsBytes) {
    if (!details.others.empty()) {
      details.others.pop_back();
    } else if (details.bad_request.field_violations_size() > 0) {
      details.bad_request.mutable_field_violations()->RemoveLast();
    } else if (!details.info.metadata().empty()) {
      details.info.clear_metadata();
    } else {
      break;
    }
    (*details.info.mutable_metadata())["omitted"] = absl::StrCat(++omitted);
    bytes = Build(status, details).SerializeAsString();
  }
  return bytes;
}

}  // namespace

grpc::Status ToGrpc(const absl::Status& status, std::string_view domain) {
  if (status.ok()) return grpc::Status::OK;
  const absl::Status shown = Masked(status.code()) ? Mask(status) : status;
  return grpc::Status(static_cast<grpc::StatusCode>(shown.code()),
                      Cut(std::string(shown.message()), kMaxMessageBytes),
                      Fit(shown, Collect(shown, domain)));
}

absl::Status FromGrpc(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  absl::Status out(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
  google::rpc::Status details;
  if (details.ParseFromString(status.error_details())) {
    for (const auto& any : details.details()) {
      out.SetPayload(any.type_url(), absl::Cord(any.value()));
    }
  }
  return out;
}

}  // namespace rezon::errors
