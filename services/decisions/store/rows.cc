#include "services/decisions/store/rows.h"

#include "absl/strings/str_split.h"
#include "google/protobuf/util/json_util.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/life.h"
#include "services/decisions/domain/names.h"
#include "services/platform/ids/names.h"
#include "services/platform/log/log.h"

namespace rezon::decisions::store {
namespace {

std::string Day(const db::Result& rows, int row, int column) {
  return rows.IsNull(row, column) ? "" : rows.Text(row, column);
}

}  // namespace

void SetTime(absl::Time time, google::protobuf::Timestamp* out) {
  const std::int64_t micros = absl::ToUnixMicros(time);
  std::int64_t seconds = micros / 1000000;
  std::int64_t rest = micros % 1000000;
  if (rest < 0) {
    rest += 1000000;
    --seconds;
  }
  out->set_seconds(seconds);
  out->set_nanos(static_cast<std::int32_t>(rest) * 1000);
}

void SetContents(const std::string& resolution, const std::string& letter, pb::Document* document) {
  document->set_resolution(resolution);
  document->set_letter(letter);
  document->set_kind(letter.empty()       ? pb::Document::KIND_RESOLUTION
                     : resolution.empty() ? pb::Document::KIND_COVER_LETTER
                                          : pb::Document::KIND_COVER_LETTER_WITH_RESOLUTION);
}

pb::Document ReadDocument(const db::Result& rows, int row, int first) {
  pb::Document document;
  int c = first;
  document.set_name(names::Join("documents", rows.Text(row, c++)));
  document.set_region(rows.Text(row, c++));
  document.set_file_name(rows.Text(row, c++));
  document.set_media_type(rows.Text(row, c++));
  document.set_encoding(rows.Text(row, c++));
  document.set_size_bytes(rows.Int(row, c++));
  document.set_sha256(rows.Text(row, c++));
  SetTime(rows.Time(row, c++), document.mutable_create_time());
  document.set_creator(rows.Text(row, c++));
  auto resolution = rows.OptionalText(row, c++);
  auto letter = rows.OptionalText(row, c++);
  SetContents(resolution ? names::Join("resolutions", *resolution) : "",
              letter ? names::Join("letters", *letter) : "", &document);
  return document;
}

pb::Resolution ReadResolution(const db::Result& rows, int row, int first) {
  pb::Resolution resolution;
  int c = first;
  FromJson(rows.View(row, first + 7), &resolution);
  resolution.set_name(names::Join("resolutions", rows.Text(row, c++)));
  resolution.set_region(rows.Text(row, c++));
  if (auto document = rows.OptionalText(row, c++)) {
    resolution.set_document(names::Join("documents", *document));
  }
  resolution.set_state(StateOf(rows.View(row, c++)));
  pb::Resolution::DocumentKind kind = pb::Resolution::DOCUMENT_KIND_UNSPECIFIED;
  pb::Resolution::DocumentKind_Parse(rows.Text(row, c++), &kind);
  resolution.set_document_kind(kind);
  resolution.set_display_name(rows.Text(row, c++));
  resolution.set_territory(rows.Text(row, c++));
  ++c;  // detail
  resolution.set_point_count(static_cast<int>(rows.Int(row, c++)));
  resolution.set_actionable_count(static_cast<int>(rows.Int(row, c++)));
  resolution.set_unresolved_count(static_cast<int>(rows.Int(row, c++)));
  resolution.set_revision(static_cast<int>(rows.Int(row, c++)));
  resolution.set_content_hash(rows.Text(row, c++));
  resolution.set_adopt_date(Day(rows, row, c++));
  resolution.set_reader_version(rows.Text(row, c++));
  SetTime(rows.Time(row, c++), resolution.mutable_create_time());
  SetTime(rows.Time(row, c++), resolution.mutable_update_time());
  resolution.set_etag(MakeEtag(rows.Int(row, c++)));
  for (absl::string_view id : absl::StrSplit(rows.Text(row, c++), ' ', absl::SkipEmpty())) {
    resolution.add_letters(names::Join("letters", {id.data(), id.size()}));
  }
  return resolution;
}

pb::Point ReadPoint(const db::Result& rows, int row, int first) {
  pb::Point point;
  int c = first;
  FromJson(rows.View(row, first + 7), &point);
  const std::string id = rows.Text(row, c++);
  const std::string resolution = rows.Text(row, c++);
  point.set_name(PointName(resolution, id));
  point.set_ordinal(static_cast<int>(rows.Int(row, c++)));
  if (auto parent = rows.OptionalText(row, c++)) point.set_parent(PointName(resolution, *parent));
  point.set_label(rows.Text(row, c++));
  point.set_text(rows.Text(row, c++));
  point.set_actionable(rows.Bool(row, c++));
  ++c;  // detail
  point.set_corrector(rows.Text(row, c++));
  point.set_etag(MakeEtag(rows.Int(row, c++)));
  return point;
}

std::string ResolutionDetail(const pb::Resolution& resolution) {
  pb::Resolution detail;
  if (resolution.has_event()) *detail.mutable_event() = resolution.event();
  if (resolution.has_letter()) *detail.mutable_letter() = resolution.letter();
  if (resolution.has_act()) *detail.mutable_act() = resolution.act();
  if (resolution.has_span()) *detail.mutable_span() = resolution.span();
  *detail.mutable_warnings() = resolution.warnings();
  *detail.mutable_corrected_fields() = resolution.corrected_fields();
  return ToJson(detail);
}

std::string PointDetail(const pb::Point& point) {
  pb::Point detail = point;
  for (int field : {pb::Point::kNameFieldNumber, pb::Point::kOrdinalFieldNumber,
                    pb::Point::kParentFieldNumber, pb::Point::kLabelFieldNumber,
                    pb::Point::kTextFieldNumber, pb::Point::kActionableFieldNumber,
                    pb::Point::kCorrectorFieldNumber, pb::Point::kEtagFieldNumber}) {
    detail.GetReflection()->ClearField(&detail, pb::Point::descriptor()->FindFieldByNumber(field));
  }
  return ToJson(detail);
}

std::string ToJson(const google::protobuf::Message& message) {
  std::string json;
  auto status = google::protobuf::util::MessageToJsonString(message, &json);
  if (!status.ok()) {
    log::Error("a resource cannot be written as JSON", {{"error", status.ToString()}});
  }
  return json;
}

void FromJson(std::string_view json, google::protobuf::Message* message) {
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  auto status =
      google::protobuf::util::JsonStringToMessage({json.data(), json.size()}, message, options);
  if (!status.ok()) log::Error("a stored resource is damaged", {{"error", status.ToString()}});
}

std::string LastId(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  return std::string(slash == std::string_view::npos ? name : name.substr(slash + 1));
}

}  // namespace rezon::decisions::store
