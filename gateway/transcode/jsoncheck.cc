#include "gateway/transcode/jsoncheck.h"

#include <algorithm>
#include <set>
#include <utility>

#include "gateway/transcode/binding.h"
#include "gateway/transcode/jsonscan.h"
#include "gateway/transcode/text.h"
#include "services/platform/errors/errors.h"

namespace rezon::gateway {
namespace {

namespace pb = google::protobuf;

constexpr int kMaxDepth = 64;

// Messages whose JSON is not an object of their fields.
bool HasOwnJson(const pb::Descriptor* message) {
  return message->file()->package() == "google.protobuf" &&
         message->well_known_type() != pb::Descriptor::WELLKNOWNTYPE_UNSPECIFIED;
}

class Checker {
 public:
  explicit Checker(std::string_view text) : scan_(text) {}

  absl::Status Run(const pb::Descriptor* message,
                   std::vector<const pb::FieldDescriptor*>* top_level) {
    scan_.SkipSpace();
    if (scan_.Peek() != '{') return Malformed("expected an object");
    top_level_ = top_level;
    if (!Object(message)) return std::move(error_);
    scan_.SkipSpace();
    if (!scan_.AtEnd()) return Malformed("something follows the object");
    return absl::OkStatus();
  }

 private:
  // `message` is null where the fields are not known: maps, Struct, Any.
  bool Value(const pb::Descriptor* message) {
    scan_.SkipSpace();
    switch (scan_.Peek()) {
      case '{':
        return Object(message);
      case '[':
        return Array(message);
      case '"':
        return scan_.String(nullptr) || Fail("a string is broken");
      case 't':
        return scan_.Word("true") || Fail("expected a value");
      case 'f':
        return scan_.Word("false") || Fail("expected a value");
      case 'n':
        return scan_.Word("null") || Fail("expected a value");
      default:
        return scan_.Number() || Fail("expected a value");
    }
  }

  bool Object(const pb::Descriptor* message) {
    if (++depth_ > kMaxDepth) return Fail("nested too deeply");
    scan_.Take('{');
    scan_.SkipSpace();
    std::set<std::string> seen;
    if (!scan_.Take('}')) {
      do {
        if (!Member(message, &seen)) return false;
        scan_.SkipSpace();
      } while (scan_.Take(','));
      if (!scan_.Take('}')) return Fail("expected , or }");
    }
    --depth_;
    return true;
  }

  bool Member(const pb::Descriptor* message, std::set<std::string>* seen) {
    scan_.SkipSpace();
    std::string name;
    if (!scan_.String(&name)) return Fail("expected a name in double quotes");
    scan_.SkipSpace();
    if (!scan_.Take(':')) return Fail("expected a colon");
    const pb::FieldDescriptor* field = nullptr;
    if (message != nullptr) {
      field = FindField(message, name);
      if (field == nullptr) return Unknown(name);
      if (depth_ == 1 && top_level_ != nullptr) top_level_->push_back(field);
    }
    const size_t size = path_.size();
    path_.append(path_.empty() ? "" : ".").append(field != nullptr ? field->name() : name);
    if (!seen->insert(field != nullptr ? field->name() : name).second) return Twice();
    if (!Value(InnerMessage(field))) return false;
    path_.resize(size);
    return true;
  }

  bool Array(const pb::Descriptor* message) {
    if (++depth_ > kMaxDepth) return Fail("nested too deeply");
    scan_.Take('[');
    scan_.SkipSpace();
    const size_t size = path_.size();
    if (!scan_.Take(']')) {
      int index = 0;
      do {
        path_.append("[").append(std::to_string(index++)).append("]");
        if (!Value(message)) return false;
        path_.resize(size);
        scan_.SkipSpace();
      } while (scan_.Take(','));
      if (!scan_.Take(']')) return Fail("expected , or ]");
    }
    --depth_;
    return true;
  }

  static const pb::Descriptor* InnerMessage(const pb::FieldDescriptor* field) {
    if (field == nullptr || field->message_type() == nullptr || field->is_map()) return nullptr;
    return HasOwnJson(field->message_type()) ? nullptr : field->message_type();
  }

  bool Fail(const char* what) {
    error_ = Malformed(what);
    return false;
  }
  bool Unknown(const std::string& name) {
    const std::string path = path_.empty() ? name : path_ + "." + name;
    error_ = errors::InvalidField(path, "unknown field", "неизвестное поле");
    return false;
  }
  bool Twice() {
    error_ = errors::InvalidField(path_, "the field is given twice", "поле указано дважды");
    return false;
  }
  absl::Status Malformed(const char* what) const {
    return errors::InvalidArgument(
        "JSON_MALFORMED", std::string("the body is not valid JSON: ") + what,
        "Тело запроса не является правильным JSON.", {{"offset", std::to_string(scan_.offset())}});
  }

  JsonScan scan_;
  int depth_ = 0;
  std::string path_;
  absl::Status error_;
  std::vector<const pb::FieldDescriptor*>* top_level_ = nullptr;
};

}  // namespace

absl::Status CheckJson(std::string_view text, const pb::Descriptor* message,
                       std::vector<const pb::FieldDescriptor*>* top_level) {
  if (!IsUtf8(text)) {
    return errors::InvalidArgument("JSON_MALFORMED", "the body is not UTF-8",
                                   "Тело запроса не в кодировке UTF-8.");
  }
  return Checker(text).Run(message, top_level);
}

}  // namespace rezon::gateway
