#include "services/decisions/domain/akn/points.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/decisions/domain/akn/iri.h"
#include "services/decisions/domain/akn/text.h"
#include "services/decisions/domain/tree.h"

namespace rezon::decisions::akn {
namespace {

// Below that, ids would grow with the square of the depth.
constexpr int kMostDepth = 12;
constexpr std::size_t kMostNumber = 30;

// The printed label as an id's number: its figures and letters, points between them kept.
std::string NumberOf(const std::string& label) {
  std::string number;
  for (const std::string& part : std::vector<std::string>(absl::StrSplit(label, '.'))) {
    const std::string slug = Slug(part, kMostNumber);
    if (!slug.empty()) number += (number.empty() ? "" : ".") + slug;
  }
  return number;
}

class Writer {
 public:
  Writer(pugi::xml_node main_body, const Aggregate& aggregate, const References& references)
      : main_body_(main_body), references_(references), sorted_(aggregate) {
    PutInTreeOrder(sorted_);
    for (const pb::Point& point : sorted_.points) ++children_[point.parent()];
  }

  void Run() {
    for (const pb::Point& point : sorted_.points) AddPoint(point);
  }

 private:
  // Where the points below one go, and what their ids begin with.
  struct Above {
    pugi::xml_node node;
    std::string id;
    int depth = 0;
    int count = 0;
  };

  void AddPoint(const pb::Point& point) {
    auto found = above_.find(point.parent());
    Above& above = found == above_.end() ? top_ : found->second;
    if (!above.node) above.node = main_body_;
    pugi::xml_node node = above.node.append_child("point");
    const std::string id = IdOf(point, above);
    Set(node, "eId", id);
    AddRefers(point, node);
    if (!point.label().empty()) AddLabel(point.label(), node);
    const bool heading = children_.count(point.name()) != 0;
    AddText(point, node.append_child(heading ? "intro" : "content"));
    if (heading) above_[point.name()] = Above{node, id, above.depth + 1, 0};
  }

  std::string IdOf(const pb::Point& point, Above& above) {
    ++above.count;
    const std::string number = NumberOf(point.label());
    std::string id = absl::StrCat(above.id.empty() ? "" : above.id + "__", "point_",
                                  number.empty() ? absl::StrCat("nn", above.count) : number);
    if (above.depth >= kMostDepth) id = absl::StrCat("point_ordinal", point.ordinal());
    if (!ids_.insert(id).second) {
      id = absl::StrCat(id, "-", point.ordinal());
      ids_.insert(id);
    }
    return id;
  }

  static void AddLabel(const std::string& label, pugi::xml_node node) {
    const bool counted = !NumberOf(label).empty();
    Add(node, "num", counted && label.back() != ')' ? label + "." : label);
  }

  void AddRefers(const pb::Point& point, pugi::xml_node node) const {
    std::vector<std::string> refers;
    std::set<std::string> seen;
    for (const pb::Addressee& addressee : point.addressees()) {
      for (const std::string& id : references_.IdsOf(addressee)) {
        if (seen.insert(id).second) refers.push_back("#" + id);
      }
    }
    const std::string deadline = references_.IdOf(point.deadline());
    if (!deadline.empty()) refers.push_back("#" + deadline);
    if (!refers.empty()) Set(node, "refersTo", absl::StrJoin(refers, " "));
  }

  // The text with marks, and what is printed beside it: the responsible and the term. A phrase of
  // the heading above stands there.
  void AddText(const pb::Point& point, pugi::xml_node block) const {
    std::vector<std::string> ids;
    ids.reserve(static_cast<std::size_t>(point.addressees_size()) + 1);
    std::vector<Mark> marks;
    for (const pb::Addressee& addressee : point.addressees()) {
      const auto all = references_.IdsOf(addressee);
      if (all.empty() || addressee.phrase().empty()) continue;
      ids.push_back(all[0]);
      marks.push_back({addressee.phrase(), references_.ElementOf(ids.back()), ids.back(), ""});
    }
    const std::size_t addressees = marks.size();
    ids.push_back(references_.IdOf(point.deadline()));
    if (!ids.back().empty() && !point.deadline().printed().empty()) {
      const std::string& day = point.deadline().end_date();
      marks.push_back(
          {point.deadline().printed(), day.empty() ? "event" : "date", ids.back(), day});
    }
    const auto placed = AddMarked(block.append_child("p"), point.text(), marks);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const bool heading =
          i < addressees && point.responsible_from() == pb::Point::RESPONSIBLE_FROM_PARENT_HEADING;
      if (placed[i] || heading) continue;
      pugi::xml_node line = block.append_child("p");
      Set(line, "class", i < addressees ? "responsible" : "deadline");
      AddMark(line, marks[i]);
    }
  }

  pugi::xml_node main_body_;
  const References& references_;
  Aggregate sorted_;
  std::map<std::string, int> children_;
  std::map<std::string, Above> above_;
  Above top_;
  std::set<std::string> ids_;
};

}  // namespace

void AddPoints(pugi::xml_node main_body, const Aggregate& aggregate, const References& references) {
  Writer(main_body, aggregate, references).Run();
}

}  // namespace rezon::decisions::akn
