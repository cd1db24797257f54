#include "tests/unit/decisions/reread_samples.h"

#include <gtest/gtest.h>

#include "services/decisions/domain/edit.h"
#include "services/decisions/domain/names.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

constexpr char kReadResolution[] = "01900000-0000-7000-8000-000000000000";

}  // namespace

std::string ReadName(int n) {
  return PointName(kReadResolution, "01900000-0000-7000-8000-0000000000" + std::to_string(n));
}

Aggregate ReadLines(const std::vector<Line>& lines, int first, std::string* text) {
  Aggregate draft;
  draft.resolution.set_name(std::string("resolutions/") + kReadResolution);
  draft.resolution.set_state(pb::Resolution::STATE_DRAFT);
  draft.resolution.set_display_name("Совещание");
  draft.resolution.set_reader_version("reader/" + std::to_string(first));
  for (const Line& line : lines) {
    pb::Point& point = draft.points.emplace_back();
    const int n = static_cast<int>(draft.points.size());
    point.set_name(ReadName(first + n));
    point.set_ordinal(n);
    point.set_label(std::to_string(n));
    point.set_text(line.text);
    point.set_actionable(true);
    if (line.parent > 0) point.set_parent(ReadName(first + line.parent));
    point.mutable_span()->set_begin(static_cast<std::int64_t>(text->size()));
    *text += line.text + "\n";
    point.mutable_span()->set_end(static_cast<std::int64_t>(text->size()) - 1);
    point.add_addressees()->set_phrase("школам");
    point.mutable_deadline()->set_kind(rezon::common::v1::Deadline::KIND_NONE);
    point.set_etag("\"1\"");
    point.set_rule("reader");
  }
  Count(draft);
  return draft;
}

const std::vector<Line> kLines = {{"Органам управления образованием"},
                                  {"провести семинар для учителей; подготовить сборник", 1},
                                  {"утвердить план работы на год", 1},
                                  {"разместить материалы совещания на сайтах"}};

std::vector<pb::PointDifference::Kind> PointKinds(const pb::ReReadResolutionResponse& answer) {
  std::vector<pb::PointDifference::Kind> kinds;
  for (const auto& difference : answer.differences()) kinds.push_back(difference.kind());
  return kinds;
}

pb::ReReadResolutionResponse ReReadWorld::Again(const std::vector<Line>& lines) {
  Reading reading;
  reading.text_before = text;
  reading.fresh = ReadLines(lines, 50, &reading.text);
  if (change) change(reading.fresh);
  reading.removed = removed;
  draft.corrections.clear();
  draft.changed_points.clear();
  draft.relations_changed = draft.suggestions_changed = false;
  auto answer = TakeReading(draft, reading, {"petrova", {}});
  EXPECT_TRUE(answer.ok()) << answer.status();
  text = reading.text;
  return *answer;
}

void ReReadWorld::Delete(int n) {
  removed.push_back(At(n));
  EXPECT_TRUE(DropPoint(draft, ReadName(10 + n), "", kClerk).ok());
}

void ReReadWorld::Correct(int n, const pb::Point& fields) {
  pb::Point given = fields;
  given.set_name(ReadName(10 + n));
  EXPECT_TRUE(ChangePoint(draft, given, google::protobuf::FieldMask(), kClerk).ok());
}

std::vector<std::string> ReReadWorld::Texts() const {
  std::vector<std::string> texts;
  for (const pb::Point& point : draft.points) texts.push_back(point.text());
  return texts;
}

}  // namespace rezon::decisions
