#include "tests/unit/decisions/samples.h"

#include "services/decisions/domain/names.h"

namespace rezon::decisions {
namespace {

constexpr char kResolution[] = "01900000-0000-7000-8000-000000000000";

pb::Point& Add(Aggregate& draft, const std::string& text, bool actionable, int parent) {
  pb::Point& point = draft.points.emplace_back();
  const int ordinal = static_cast<int>(draft.points.size());
  point.set_name(SamplePoint(ordinal));
  point.set_ordinal(ordinal);
  point.set_label(std::to_string(ordinal));
  point.set_text(text);
  point.set_actionable(actionable);
  if (parent > 0) point.set_parent(SamplePoint(parent));
  point.mutable_deadline()->set_kind(rezon::common::v1::Deadline::KIND_NONE);
  point.set_etag("\"1\"");
  return point;
}

}  // namespace

std::string SamplePoint(int n) {
  return PointName(kResolution, "01900000-0000-7000-8000-00000000000" + std::to_string(n));
}

Aggregate SampleDraft() {
  Aggregate draft;
  draft.document_sha256 = std::string(64, 'a');
  pb::Resolution& resolution = draft.resolution;
  resolution.set_name(std::string("resolutions/") + kResolution);
  resolution.set_region("ru-xx");
  resolution.set_state(pb::Resolution::STATE_DRAFT);
  resolution.set_document_kind(pb::Resolution::DOCUMENT_KIND_RESOLUTION);
  resolution.set_display_name("Совещание");
  resolution.mutable_event()->set_end_date("2024-08-23");
  resolution.set_etag("\"1\"");
  Add(draft, "Органам управления образованием:", false, 0);
  Add(draft, "провести семинар", true, 1).add_addressees()->set_phrase("органам управления");
  Add(draft, "утвердить план", true, 1);
  Add(draft, "разместить материалы", true, 0).add_addressees()->set_phrase("органам управления");
  Count(draft);
  return draft;
}

}  // namespace rezon::decisions
