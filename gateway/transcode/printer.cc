#include "gateway/transcode/printer.h"

#include <google/protobuf/util/json_util.h>

#include <vector>

#include "absl/container/inlined_vector.h"
#include "gateway/transcode/scalars.h"
#include "gateway/transcode/wire.h"
#include "services/platform/errors/errors.h"
#include "services/platform/log/json.h"

namespace rezon::gateway {
namespace {

constexpr int kMaxNesting = 100;

// Where a field stands in a message.
struct Place {
  int count = 0;
  uint64_t value = 0;
  std::string_view bytes;
  // From its first occurrence on, for fields that occur several times.
  std::string_view rest;
};
using Places = absl::InlinedVector<Place, 40>;

class Printer {
 public:
  Printer(const Schema& schema, std::string* json) : schema_(schema), json_(*json) {}

  bool Message(const MessagePlan& plan, std::string_view message) {
    if (++depth_ > kMaxNesting) return false;
    const bool printed = AnyMessage(plan, message);
    --depth_;
    return printed;
  }

 private:
  bool AnyMessage(const MessagePlan& plan, std::string_view message) {
    Places places;
    switch (plan.kind) {
      case MessagePlan::Kind::kByProtobuf:
        return ByProtobuf(plan, message);
      case MessagePlan::Kind::kFieldMask:
        return Mask(message);
      default:
        break;
    }
    if (!Locate(plan, message, &places)) return false;
    switch (plan.kind) {
      case MessagePlan::Kind::kTimestamp:
        return AppendTimestamp(static_cast<int64_t>(places[0].value),
                               static_cast<int32_t>(places[1].value), &json_);
      case MessagePlan::Kind::kDuration:
        return AppendDuration(static_cast<int64_t>(places[0].value),
                              static_cast<int32_t>(places[1].value), &json_);
      case MessagePlan::Kind::kWrapper:
        return Singular(plan.fields[0], places[0]);
      default:
        return Fields(plan, places);
    }
  }

  // Finds each field's place. Numbers must stand where the contract has numbers.
  static bool Locate(const MessagePlan& plan, std::string_view message, Places* places) {
    places->resize(plan.fields.size());
    wire::Field field;
    while (!message.empty()) {
      const std::string_view before = message;
      if (!wire::TakeField(&message, &field)) return false;
      const int index = plan.IndexOf(field.number);
      if (index < 0) continue;
      const FieldPlan& known = plan.fields[static_cast<size_t>(index)];
      const bool packed = known.repeated && IsNumber(known.type) && field.is_bytes;
      if (!packed && field.is_bytes == IsNumber(known.type)) return false;
      Place& place = (*places)[static_cast<size_t>(index)];
      if (place.count++ == 0) place.rest = before;
      place.value = field.value;
      place.bytes = field.bytes;
    }
    return true;
  }

  bool Fields(const MessagePlan& plan, const Places& places) {
    json_.push_back('{');
    bool first = true;
    for (size_t i = 0; i < plan.fields.size(); ++i) {
      const FieldPlan& field = plan.fields[i];
      if (places[i].count == 0 && field.has_presence) continue;
      if (!first) json_.push_back(',');
      first = false;
      json_.append(field.key);
      if (!(field.map        ? Map(field, places[i])
            : field.repeated ? List(field, places[i])
                             : Singular(field, places[i]))) {
        return false;
      }
    }
    json_.push_back('}');
    return true;
  }

  bool Singular(const FieldPlan& field, const Place& place) {
    if (field.message == nullptr) return Scalar(field, place.value, place.bytes);
    if (place.count < 2) return Message(*field.message, place.bytes);
    // A message in several pieces is the pieces put together.
    std::string whole;
    EachOf(field, place, [&whole](const wire::Field& piece) {
      whole.append(piece.bytes);
      return true;
    });
    return Message(*field.message, whole);
  }

  bool Scalar(const FieldPlan& field, uint64_t value, std::string_view bytes) {
    if (IsNumber(field.type)) {
      AppendNumber(field, value, &json_);
    } else {
      AppendBytes(field, bytes, &json_);
    }
    return true;
  }

  // Calls `use` with each occurrence of a field; false when one of the calls is.
  template <typename Use>
  static bool EachOf(const FieldPlan& field, const Place& place, Use use) {
    std::string_view rest = place.rest;
    wire::Field piece;
    for (int left = place.count; left > 0;) {
      if (!wire::TakeField(&rest, &piece)) return false;
      if (piece.number != field.number) continue;
      if (!use(piece)) return false;
      --left;
    }
    return true;
  }

  bool List(const FieldPlan& field, const Place& place) {
    json_.push_back('[');
    bool first = true;
    auto comma = [this, &first] {
      if (!first) json_.push_back(',');
      first = false;
    };
    const bool printed = EachOf(field, place, [&](const wire::Field& piece) {
      if (piece.is_bytes && IsNumber(field.type)) return Packed(field, piece.bytes, comma);
      comma();
      if (field.message != nullptr) return Message(*field.message, piece.bytes);
      return Scalar(field, piece.value, piece.bytes);
    });
    json_.push_back(']');
    return printed;
  }

  template <typename Comma>
  bool Packed(const FieldPlan& field, std::string_view bytes, Comma comma) {
    const size_t width = FixedWidth(field.type);
    while (!bytes.empty()) {
      const auto value = width == 0 ? wire::TakeVarint(&bytes) : wire::TakeFixed(&bytes, width);
      if (!value) return false;
      comma();
      AppendNumber(field, *value, &json_);
    }
    return true;
  }

  bool Map(const FieldPlan& field, const Place& place) {
    json_.push_back('{');
    bool first = true;
    const bool printed = EachOf(field, place, [&](const wire::Field& piece) {
      Places entry;
      if (!Locate(*field.message, piece.bytes, &entry)) return false;
      if (!first) json_.push_back(',');
      first = false;
      return Key(field.message->fields[0], entry[0]) &&
             Singular(field.message->fields[1], entry[1]);
    });
    json_.push_back('}');
    return printed;
  }

  // Names are always in quotes.
  bool Key(const FieldPlan& field, const Place& place) {
    const size_t begin = json_.size();
    Scalar(field, place.value, place.bytes);
    if (json_[begin] != '"') {
      json_.insert(begin, 1, '"');
      json_.push_back('"');
    }
    json_.push_back(':');
    return true;
  }

  bool Mask(std::string_view message) {
    std::string paths;
    for (wire::Field path; !message.empty();) {
      if (!wire::TakeField(&message, &path) || !path.is_bytes) return false;
      if (!paths.empty()) paths.push_back(',');
      AppendCamelCase(path.bytes, &paths);
    }
    log::AppendJsonText(json_, paths);
    return true;
  }

  bool ByProtobuf(const MessagePlan& plan, std::string_view message) {
    std::string json;
    auto status = google::protobuf::util::BinaryToJsonString(&schema_.resolver(), plan.type_url,
                                                             std::string(message), &json);
    json_.append(json);
    return status.ok();
  }

  const Schema& schema_;
  std::string& json_;
  int depth_ = 0;
};

}  // namespace

absl::Status PrintJson(const Schema& schema, const MessagePlan& plan, std::string_view message,
                       std::string* json) {
  if (Printer(schema, json).Message(plan, message)) return absl::OkStatus();
  return errors::Internal("a message of " + plan.type_url + " cannot be printed as JSON");
}

}  // namespace rezon::gateway
