#include "services/decisions/domain/match.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "services/decisions/domain/source_place.h"

namespace rezon::decisions {
namespace {

namespace pb = rezon::decisions::v1;

// Half of the words, or most of the place: below that two texts are two points.
constexpr double kLeastLikeness = 0.4;
// Beyond this many pairs only those are compared whose places touch.
constexpr std::size_t kManyPairs = 1000000;

using Words = std::vector<std::string_view>;

Words SortedWords(const pb::Point& point) {
  constexpr std::string_view kBetween = " ,;.:";
  const std::string_view text = point.text();
  Words words;
  for (std::size_t at = text.find_first_not_of(kBetween); at != text.npos;) {
    const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kBetween, end);
  }
  std::sort(words.begin(), words.end());
  return words;
}

// Dice's coefficient over the words.
double WordsInCommon(const Words& a, const Words& b) {
  if (a.empty() || b.empty()) return 0;
  Words common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

// Common part of both places by their union.
double PlaceInCommon(const pb::Point& a, const pb::Point& b) {
  const auto common = static_cast<double>(Overlap(a.span(), b.span()));
  const auto both =
      static_cast<double>(a.span().end() - a.span().begin() + b.span().end() - b.span().begin());
  return both > common ? common / (both - common) : 0;
}

class Matcher {
 public:
  Matcher(const std::vector<pb::Point>& standing, const std::vector<pb::Point>& fresh)
      : standing_(standing),
        fresh_(fresh),
        match_(fresh.size(), kNoMatch),
        used_(standing.size(), false) {}

  std::vector<std::size_t> Run() {
    SameText(true);
    SameText(false);
    Likest();
    return std::move(match_);
  }

 private:
  void Match(std::size_t fresh, std::size_t standing) {
    match_[fresh] = standing;
    used_[standing] = true;
  }

  void SameText(bool same_place) {
    std::map<std::string_view, std::vector<std::size_t>> by_text;
    for (std::size_t i = standing_.size(); i-- > 0;) {
      if (!used_[i]) by_text[standing_[i].text()].push_back(i);
    }
    for (std::size_t f = 0; f < fresh_.size(); ++f) {
      auto found = by_text.find(fresh_[f].text());
      if (match_[f] != kNoMatch || found == by_text.end()) continue;
      // Those of one text wait in document order, the first at the back.
      std::vector<std::size_t>& waiting = found->second;
      auto fits = std::find_if(waiting.rbegin(), waiting.rend(), [&](std::size_t i) {
        return !same_place || Overlap(standing_[i].span(), fresh_[f].span()) > 0;
      });
      if (fits == waiting.rend()) continue;
      Match(f, *fits);
      waiting.erase(std::next(fits).base());
    }
  }

  void Likest() {
    std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
    std::vector<Words> words(standing_.size());
    std::size_t open = 0;
    for (std::size_t i = 0; i < standing_.size(); ++i) {
      if (used_[i]) continue;
      words[i] = SortedWords(standing_[i]);
      ++open;
    }
    const bool many = open * fresh_.size() > kManyPairs;
    for (std::size_t f = 0; f < fresh_.size(); ++f) {
      if (match_[f] == kNoMatch) Compare(f, words, many, pairs);
    }
    std::sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
      if (std::get<0>(a) != std::get<0>(b)) return std::get<0>(a) > std::get<0>(b);
      return a < b;
    });
    for (const auto& [likeness, f, i] : pairs) {
      if (match_[f] == kNoMatch && !used_[i]) Match(f, i);
    }
  }

  void Compare(std::size_t f, const std::vector<Words>& words, bool touching_only,
               std::vector<std::tuple<double, std::size_t, std::size_t>>& pairs) const {
    const Words own = SortedWords(fresh_[f]);
    for (std::size_t i = 0; i < standing_.size(); ++i) {
      if (used_[i]) continue;
      const double place = PlaceInCommon(standing_[i], fresh_[f]);
      if (touching_only && place == 0) continue;
      const double likeness = (WordsInCommon(words[i], own) + place) / 2;
      if (likeness >= kLeastLikeness) pairs.emplace_back(likeness, f, i);
    }
  }

  const std::vector<pb::Point>& standing_;
  const std::vector<pb::Point>& fresh_;
  std::vector<std::size_t> match_;
  std::vector<bool> used_;
};

}  // namespace

std::vector<std::size_t> MatchPoints(const std::vector<pb::Point>& standing,
                                     const std::vector<pb::Point>& fresh) {
  return Matcher(standing, fresh).Run();
}

std::set<std::size_t> OutOfOrder(const std::vector<std::size_t>& places) {
  std::vector<std::size_t> ends;  // index of the least end of each length
  std::vector<std::size_t> before(places.size(), kNoMatch);
  for (std::size_t i = 0; i < places.size(); ++i) {
    auto at = std::lower_bound(ends.begin(), ends.end(), places[i],
                               [&](std::size_t end, std::size_t p) { return places[end] < p; });
    if (at != ends.begin()) before[i] = *std::prev(at);
    if (at == ends.end()) {
      ends.push_back(i);
    } else {
      *at = i;
    }
  }
  std::set<std::size_t> moved(places.begin(), places.end());
  for (std::size_t i = ends.empty() ? kNoMatch : ends.back(); i != kNoMatch; i = before[i]) {
    moved.erase(places[i]);
  }
  return moved;
}

}  // namespace rezon::decisions
