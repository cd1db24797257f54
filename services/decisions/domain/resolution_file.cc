#include "services/decisions/domain/resolution_file.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/util/json_util.h"
#include "rezon/decisions/v1/exchange.pb.h"
#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/correct.h"
#include "services/decisions/domain/digest.h"
#include "services/decisions/domain/names.h"
#include "services/decisions/domain/resolution_file_links.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::SourceSpan;

constexpr char kFormat[] = "rezon-resolution/1";
constexpr char kMark[] = "\"rezon-resolution/";
constexpr int kMostFilePoints = 20000;
constexpr std::size_t kMostTextBytes = 64u << 20;
constexpr std::size_t kMostLine = 4000;

std::string LocalName(int ordinal) { return absl::StrCat("points/", ordinal); }

pb::Resolution FactsForFile(const pb::Resolution& resolution) {
  pb::Resolution facts;
  facts.set_document_kind(resolution.document_kind());
  facts.set_display_name(resolution.display_name());
  if (resolution.has_event()) *facts.mutable_event() = resolution.event();
  if (resolution.has_letter()) *facts.mutable_letter() = resolution.letter();
  if (resolution.has_act()) *facts.mutable_act() = resolution.act();
  facts.set_territory(resolution.territory());
  *facts.mutable_warnings() = resolution.warnings();
  facts.set_reader_version(resolution.reader_version());
  *facts.mutable_corrected_fields() = resolution.corrected_fields();
  if (resolution.has_span()) *facts.mutable_span() = resolution.span();
  return facts;
}

void FillOrigin(const pb::Resolution& resolution, pb::ResolutionExport::Origin* origin) {
  origin->set_region(resolution.region());
  origin->set_resolution(resolution.name());
  origin->set_state(resolution.state());
  origin->set_revision(resolution.revision());
  origin->set_content_hash(resolution.content_hash());
  origin->set_adopt_date(resolution.adopt_date());
}

absl::Status Wrong(const std::string& field, std::string_view en, std::string_view ru) {
  return errors::InvalidField(field, en, ru);
}

absl::Status CheckLines(const std::string& field,
                        const google::protobuf::RepeatedPtrField<std::string>& lines) {
  for (int i = 0; i < lines.size(); ++i) {
    absl::Status wrong = CheckText(absl::StrCat(field, "[", i, "]"), lines[i], kMostLine, false);
    if (!wrong.ok()) return wrong;
  }
  return absl::OkStatus();
}

absl::Status CheckPlace(const std::string& field, const pb::Point& point, int ordinal,
                        std::size_t text_size) {
  if (point.ordinal() != ordinal || point.name() != LocalName(ordinal)) {
    return Wrong(field + ".name", "must be points/{ordinal}, counted from 1",
                 "Пункты файла пронумерованы не подряд.");
  }
  int above = 0;
  const bool read = absl::SimpleAtoi(
      point.parent().substr(std::min(point.parent().size(), LocalName(0).size() - 1)), &above);
  if (!point.parent().empty() &&
      (!read || above < 1 || above >= ordinal || point.parent() != LocalName(above))) {
    return Wrong(field + ".parent", "must be a point above",
                 "Вышестоящий пункт должен стоять в файле раньше.");
  }
  absl::Status wrong = CheckSpan(field + ".span", point.span(), text_size);
  for (const SourceSpan& span : point.spans()) {
    if (wrong.ok()) wrong = CheckSpan(field + ".spans", span, text_size);
  }
  for (const pb::Addressee& addressee : point.addressees()) {
    if (wrong.ok()) wrong = CheckSpan(field + ".addressees", addressee.span(), text_size);
  }
  if (wrong.ok()) wrong = CheckSpan(field + ".deadline.span", point.deadline().span(), text_size);
  return wrong;
}

absl::Status CheckFilePoint(const std::string& field, const pb::Point& point) {
  for (absl::Status wrong : {CheckPoint(field, point),
                             CheckText(field + ".corrector", point.corrector(), kMostLine, false),
                             CheckText(field + ".rule", point.rule(), 200, false),
                             CheckLines(field + ".warnings", point.warnings())}) {
    if (!wrong.ok()) return wrong;
  }
  for (const std::string& corrected : point.corrected_fields()) {
    if (PointFields().count(corrected) == 0) {
      return Wrong(field + ".corrected_fields", "names a field that is none",
                   "Названо неизвестное поле пункта.");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckDocument(const pb::ResolutionExport& file) {
  const pb::Document& document = file.document();
  for (absl::Status wrong :
       {CheckText("file.document.file_name", document.file_name(), 255, true),
        CheckText("file.document.media_type", document.media_type(), 255, true),
        CheckText("file.document.encoding", document.encoding(), 100, false),
        CheckText("file.document.text", document.text(), kMostTextBytes, false)}) {
    if (!wrong.ok()) return wrong;
  }
  if (!IsSha256(document.sha256())) {
    return Wrong("file.document.sha256", "must be 64 lower-case hexadecimal digits",
                 "Отпечаток документа записан неверно.");
  }
  if (!file.content().empty() && Sha256Hex(file.content()) != document.sha256()) {
    return Wrong("file.content", "is not what sha256 says",
                 "Содержимое документа не соответствует его отпечатку: файл повреждён.");
  }
  return absl::OkStatus();
}

absl::Status CheckFile(const pb::ResolutionExport& file) {
  if (file.format() != kFormat) {
    return Wrong("file.format", absl::StrCat("must be ", kFormat),
                 "Файл выгружен другой версией и не может быть прочитан.");
  }
  for (absl::Status wrong :
       {CheckDocument(file), CheckFacts("file.resolution", file.resolution()),
        CheckLines("file.resolution.warnings", file.resolution().warnings()),
        CheckText("file.resolution.reader_version", file.resolution().reader_version(), 100, false),
        CheckSpan("file.resolution.span", file.resolution().span(),
                  file.document().text().size())}) {
    if (!wrong.ok()) return wrong;
  }
  if (file.points_size() > kMostFilePoints) {
    return Wrong("file.points", "are more than 20000", "В файле больше 20000 пунктов.");
  }
  for (int i = 0; i < file.points_size(); ++i) {
    const std::string field = absl::StrCat("file.points[", i, "]");
    for (absl::Status wrong :
         {CheckPlace(field, file.points(i), i + 1, file.document().text().size()),
          CheckFilePoint(field, file.points(i))}) {
      if (!wrong.ok()) return wrong;
    }
  }
  return CheckLinks(file);
}

Aggregate MakeAggregate(const pb::ResolutionExport& file, const DraftNames& names) {
  Aggregate draft;
  draft.resolution = FactsForFile(file.resolution());
  draft.resolution.set_name(names::Join("resolutions", names.resolution_id));
  draft.resolution.set_region(names.region);
  draft.resolution.set_document(names::Join("documents", names.document_id));
  draft.resolution.set_state(pb::Resolution::STATE_DRAFT);
  draft.document_sha256 = file.document().sha256();
  std::map<std::string, std::string> real;
  for (const pb::Point& point : file.points()) {
    real[point.name()] = PointName(names.resolution_id, names.new_id());
  }
  for (const pb::Point& point : file.points()) {
    pb::Point& made = draft.points.emplace_back(point);
    made.set_name(real[point.name()]);
    if (!point.parent().empty()) made.set_parent(real[point.parent()]);
    made.clear_etag();
    draft.Touch(made);
  }
  ReadLinks(file, real, names.new_id, draft);
  Count(draft);
  return draft;
}

}  // namespace

absl::Status CheckSpan(std::string_view field, const SourceSpan& span, std::size_t size) {
  if (span.begin() >= 0 && span.begin() <= span.end() &&
      static_cast<std::uint64_t>(span.end()) <= size) {
    return absl::OkStatus();
  }
  return errors::InvalidField(field, "is outside the document's text",
                              "Место пункта выходит за текст документа.");
}

bool IsSha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

pb::Document DocumentForFile(pb::Document document) {
  for (int field : {pb::Document::kNameFieldNumber, pb::Document::kRegionFieldNumber,
                    pb::Document::kCreateTimeFieldNumber, pb::Document::kCreatorFieldNumber,
                    pb::Document::kKindFieldNumber, pb::Document::kResolutionFieldNumber,
                    pb::Document::kLetterFieldNumber}) {
    document.GetReflection()->ClearField(&document,
                                         pb::Document::descriptor()->FindFieldByNumber(field));
  }
  return document;
}

std::string WriteResolutionFile(const Aggregate& aggregate, const pb::Document& document,
                                std::string_view content,
                                const std::vector<CarriedLetter>& letters) {
  pb::ResolutionExport file;
  file.set_format(kFormat);
  FillOrigin(aggregate.resolution, file.mutable_origin());
  *file.mutable_document() = DocumentForFile(document);
  if (content.size() <= kMostContent) file.set_content(std::string(content));
  *file.mutable_resolution() = FactsForFile(aggregate.resolution);
  std::map<std::string, std::string> local;
  for (const pb::Point& point : aggregate.points) {
    local[point.name()] = LocalName(static_cast<int>(local.size()) + 1);
  }
  for (const pb::Point& point : aggregate.points) {
    pb::Point& written = *file.add_points();
    written = point;
    written.set_name(local[point.name()]);
    written.set_ordinal(file.points_size());
    if (!point.parent().empty()) written.set_parent(local[point.parent()]);
    written.clear_etag();
  }
  WriteLinks(aggregate, local, file);
  WriteLetters(letters, aggregate.resolution.name(), &file);
  std::string json;
  if (!google::protobuf::util::MessageToJsonString(file, &json).ok()) return "";
  // nlohmann's default object is a std::map: its keys come out in byte order.
  return nlohmann::json::parse(json).dump();
}

bool IsResolutionFile(std::string_view bytes) {
  const std::size_t start = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return start != std::string_view::npos && bytes[start] == '{' &&
         bytes.find(kMark) != std::string_view::npos;
}

absl::StatusOr<ResolutionFile> ReadResolutionFile(std::string_view bytes, const DraftNames& names) {
  bytes.remove_prefix(std::min(bytes.find('{'), bytes.size()));
  pb::ResolutionExport file;
  const auto parsed =
      google::protobuf::util::JsonStringToMessage({bytes.data(), bytes.size()}, &file);
  if (!parsed.ok()) {
    return Wrong("file", absl::StrCat("is no resolution file: ", std::string(parsed.message())),
                 "Файл не является выгрузкой резолюции или повреждён.");
  }
  if (absl::Status wrong = CheckFile(file); !wrong.ok()) return wrong;
  ResolutionFile read;
  read.document = DocumentForFile(file.document());
  read.draft = MakeAggregate(file, names);
  auto letters = ReadLetters(file);
  if (!letters.ok()) return letters.status();
  read.letters = *std::move(letters);
  for (const CarriedLetter& one : read.letters) {
    if (one.same_file()) read.draft.letter = one.letter;
  }
  read.content = std::move(*file.mutable_content());
  return read;
}

}  // namespace rezon::decisions
