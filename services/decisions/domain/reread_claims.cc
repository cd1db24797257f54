#include "services/decisions/domain/reread_claims.h"

#include <algorithm>
#include <cstddef>

#include "services/decisions/domain/correct.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::SourceSpan;

std::size_t InCommon(const pb::Point& point, const SourceSpan& span) {
  if (point.spans_size() == 0) return Overlap(point.span(), span);
  std::size_t common = 0;
  for (const SourceSpan& part : point.spans()) common += Overlap(part, span);
  return common;
}

}  // namespace

Claims::Claims(const Aggregate& aggregate, const std::vector<pb::Point>& removed,
               const Carrier& carrier)
    : aggregate_(aggregate) {
  for (const pb::Point& point : aggregate.points) {
    if (!IsCorrected(point, "text")) continue;
    if (point.spans_size() == 0) places_.push_back(point.span());
    places_.insert(places_.end(), point.spans().begin(), point.spans().end());
  }
  for (const pb::Point& point : removed) {
    places_.push_back(carrier.Carry(point.span()));
    removed_texts_.insert(point.text());
  }
}

bool Claims::Hold(const pb::Point& read) const {
  if (removed_texts_.count(read.text()) != 0) return true;
  std::size_t covered = 0;
  for (const SourceSpan& place : places_) covered += Overlap(place, read.span());
  const auto size = static_cast<std::size_t>(read.span().end() - read.span().begin());
  return size > 0 && covered * 2 >= size;
}

const pb::Point* Claims::OwnerOf(const pb::Point& read) const {
  const pb::Point* owner = nullptr;
  for (const pb::Point& point : aggregate_.points) {
    if (!IsCorrected(point, "text") || point.span().begin() >= point.span().end()) continue;
    const std::size_t common = InCommon(point, read.span());
    const auto least = static_cast<std::size_t>(std::min(
        read.span().end() - read.span().begin(), point.span().end() - point.span().begin()));
    if (common > 0 && common * 2 >= least) owner = &point;
  }
  return owner;
}

std::vector<pb::Point> Claims::OwnersOf(const pb::Point& read) const {
  std::vector<pb::Point> owners;
  for (const pb::Point& point : aggregate_.points) {
    if (IsCorrected(point, "text") && InCommon(point, read.span()) > 0) owners.push_back(point);
  }
  return owners;
}

}  // namespace rezon::decisions
