#include "services/decisions/reader/reader.h"

#include <utility>

#include "services/decisions/reader/facts/event.h"
#include "services/decisions/reader/facts/letter.h"
#include "services/decisions/reader/intake/source.h"
#include "services/decisions/reader/points/items.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/points.h"
#include "services/decisions/reader/structure/zones.h"
#include "services/decisions/reader/text/clean.h"
#include "services/decisions/reader/text/lines.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

std::string BaseDate(const Document& document, const ReadOptions& options) {
  if (!options.base_date.empty()) return options.base_date;
  if (!document.act.date.empty()) return document.act.date;
  if (!document.event.end.empty()) return document.event.end;
  return document.letter ? document.letter->date : "";
}

DocumentKind KindOf(const Document& document) {
  if (document.letter) return DocumentKind::kCoverLetterWithResolution;
  if (document.event.form == EventForm::kRoundTable) return DocumentKind::kRoundTableOutcome;
  return DocumentKind::kResolution;
}

}  // namespace

absl::StatusOr<Document> Read(std::string_view bytes, const ReadOptions& options) {
  auto source = Intake(bytes, options);
  if (!source.ok()) return source.status();
  Document document;
  document.file_name = options.file_name;
  document.format = source->format;
  document.encoding = source->encoding;
  document.warnings = std::move(source->warnings);
  document.reader_version = kReaderVersion;
  document.text = Clean(source->text).text;
  if (Trim(document.text).empty()) return MakeReadError(ReadFailure::kEmpty);
  const std::string low = Fold(document.text);
  const Layout layout = SplitLines(document.text, source->paragraphs);
  std::vector<Block> blocks = MakeBlocks(document.text, low, layout);
  const Zones zones = FindZones(blocks);
  document.event = FindEvent(document.text, blocks, zones);
  document.letter = FindLetter(blocks, zones);
  if (document.event.form == EventForm::kNone) document.act = FindAct(blocks, zones);
  document.kind = KindOf(document);
  const uint32_t begin = zones.operative == Zones::kNone ? 0 : blocks[zones.operative].begin;
  const Points points = MakePoints(blocks, zones);
  document.items = MakeItems(points, BaseDate(document, options), options.regime);
  if (document.items.empty()) {
    document.warnings.push_back("В тексте не найдено ни одного пункта.");
  } else {
    document.operative = {begin, static_cast<uint32_t>(points.end)};
    if (!zones.formula) {
      document.warnings.push_back(
          "Слова, открывающие решение, не найдены: пункты определены по списку.");
    }
  }
  return document;
}

}  // namespace rezon::reader
