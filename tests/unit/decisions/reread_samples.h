#ifndef REZON_TESTS_UNIT_DECISIONS_REREAD_SAMPLES_H_
#define REZON_TESTS_UNIT_DECISIONS_REREAD_SAMPLES_H_

#include <functional>
#include <string>
#include <vector>

#include "services/decisions/domain/reread.h"

namespace rezon::decisions {

// Name of a point of the sample document by its two digits.
std::string ReadName(int n);

// One line of a document: a point at the top, or below the point of line `parent`.
struct Line {
  std::string text;
  int parent = 0;
};

// A document whose lines are its points, read; names count from `first`, and the lines go behind
// `text`.
Aggregate ReadLines(const std::vector<Line>& lines, int first, std::string* text);

// What the sample document has: four points, the second and third below the first.
extern const std::vector<Line> kLines;

// How the points of an answer differ, in order.
std::vector<pb::PointDifference::Kind> PointKinds(const pb::ReReadResolutionResponse& answer);

// A draft of the sample document, which is corrected and read again.
struct ReReadWorld {
  ReReadWorld() : draft(ReadLines(kLines, 10, &text)) {}

  // Reads `lines` as the document is read now.
  pb::ReReadResolutionResponse Again(const std::vector<Line>& lines = kLines);
  // The n-th point of the document, counted from 1.
  pb::Point& At(int n) { return *draft.Find(ReadName(10 + n)); }
  void Delete(int n);
  void Correct(int n, const pb::Point& fields);
  std::vector<std::string> Texts() const;

  std::string text;
  Aggregate draft;
  std::vector<pb::Point> removed;
  // What the new reader sees otherwise.
  std::function<void(Aggregate&)> change;
};

}  // namespace rezon::decisions

#endif  // REZON_TESTS_UNIT_DECISIONS_REREAD_SAMPLES_H_
