#include "services/decisions/reader/reader.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "services/decisions/reader/facts/event.h"
#include "services/decisions/reader/facts/letter.h"
#include "services/decisions/reader/facts/parties.h"
#include "services/decisions/reader/facts/signer.h"
#include "services/decisions/reader/intake/source.h"
#include "services/decisions/reader/points/items.h"
#include "services/decisions/reader/points/labels_check.h"
#include "services/decisions/reader/relations/relations.h"
#include "services/decisions/reader/structure/block_tokens.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/letter.h"
#include "services/decisions/reader/structure/points.h"
#include "services/decisions/reader/structure/zones.h"
#include "services/decisions/reader/suggestions/suggestions.h"
#include "services/decisions/reader/text/clean.h"
#include "services/decisions/reader/text/lines.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr double kMostRecognised = 0.8;  // confidence of a point that was recognised, at most

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

// The blocks are views of `text`, of `low`, its Fold, and of the pool.
absl::StatusOr<std::vector<Block>> BlocksOf(std::string_view text, std::string_view low,
                                            bool paragraphs, const ReadOptions& options,
                                            ParagraphPool* pool) {
  if (text.size() > options.max_text_bytes) return MakeReadError(ReadFailure::kTooLarge);
  const Layout layout = SplitLines(text, paragraphs, options.max_lines);
  if (layout.lines.size() > options.max_lines) {
    return MakeReadError(ReadFailure::kTooLarge, "too many lines");
  }
  std::vector<Block> blocks = MakeBlocks(text, low, layout, options.max_paragraphs, pool);
  if (blocks.size() > options.max_paragraphs) {
    return MakeReadError(ReadFailure::kTooLarge, "too many paragraphs");
  }
  return blocks;
}

void MarkRecognised(double sure, Document* document) {
  document->recognised = true;
  for (Item& item : document->items) item.confidence *= std::clamp(sure, 0.0, kMostRecognised);
  document->warnings.insert(document->warnings.begin(),
                            "Текст распознан с изображения (уверенность " +
                                std::to_string(static_cast<int>(std::clamp(sure, 0.0, 1.0) * 100)) +
                                " %): сверьте каждый пункт с подлинником.");
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
  document.notes = std::move(source->notes);
  CleanText clean = Clean(source->plain ? bytes : std::string_view(source->text));
  document.text = std::move(clean.text);
  document.source_map = ComposeMap(clean.map, source->runs);
  source->text = std::string();
  if (Trim(document.text).empty()) return MakeReadError(ReadFailure::kEmpty);
  const std::string low = Fold(document.text);
  ParagraphPool pool;
  auto made = BlocksOf(document.text, low, source->paragraphs, options, &pool);
  if (!made.ok()) return made.status();
  std::vector<Block> blocks = *std::move(made);
  if (IsLetterAlone(blocks)) {
    document.kind = DocumentKind::kCoverLetter;
    document.letter = ReadLetter(blocks, 0, blocks.size(), options.regime);
    if (options.recognised) MarkRecognised(*options.recognised, &document);
    return document;
  }
  const size_t trailing = FindTrailingLetter(blocks);
  if (trailing < blocks.size()) {
    document.letter = ReadLetter(blocks, trailing, blocks.size(), options.regime);
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(trailing), blocks.end());
  }
  const Zones zones = FindZones(blocks);
  BlockTokens tokens(blocks);
  document.event = FindEvent(document.text, blocks, zones, &tokens);
  if (!document.letter) document.letter = FindLetter(blocks, zones, options.regime);
  const bool behind = zones.letter && zones.heading != Zones::kNone;
  document.resolution = {blocks[behind ? zones.heading : 0].begin, blocks.back().end};
  if (document.event.form == EventForm::kNone) document.act = FindAct(blocks, zones);
  document.kind = KindOf(document);
  const uint32_t begin = zones.operative == Zones::kNone ? 0 : blocks[zones.operative].begin;
  const auto signer = FindSigner(blocks, zones);
  Points points = MakePoints(blocks, zones, &pool, options.annexed_plan);
  if (document.event.form != EventForm::kNone) {
    document.event.parties = FindParties(blocks, zones, &tokens);
  }
  document.relations = FindRelations(blocks, zones, &tokens);
  document.suggestions = FindSuggestions(blocks, zones, &tokens);
  blocks = {};
  const auto end = static_cast<uint32_t>(points.end);
  PointRelations relations;
  auto items =
      MakeItems(std::move(points), BaseDate(document, options), options.regime, signer, &relations);
  for (Relation& relation : relations.Take()) document.relations.push_back(std::move(relation));
  if (!items) return MakeReadError(ReadFailure::kTooLarge, "lists repeat too much");
  document.items = *std::move(items);
  if (document.items.empty()) {
    document.warnings.push_back("В тексте не найдено ни одного пункта.");
  } else {
    std::string numbering = CheckLabels(&document.items);
    if (!numbering.empty()) document.warnings.push_back(std::move(numbering));
    document.operative = {begin, end};
    if (!zones.formula) {
      document.warnings.push_back(
          "Слова, открывающие решение, не найдены: пункты определены по списку.");
    }
  }
  if (options.recognised) MarkRecognised(*options.recognised, &document);
  return document;
}

}  // namespace rezon::reader
