#include "services/registry/matching/resolve.h"

#include <algorithm>
#include <optional>

#include "services/registry/matching/score.h"

namespace rezon::registry {
namespace {

Asked Ask(std::string_view phrase, const std::string& context, const Places& places) {
  Asked asked;
  asked.words = Words(phrase);
  for (const Word& word : asked.words) {
    if (word.number) asked.numbers.insert(word.stem);
  }
  asked.named = places.NamedIn(asked.words);
  asked.context = context;
  asked.addressed = NumberOf(asked.words);
  return asked;
}

std::vector<Candidate> Rank(const Asked& asked, const Directory& directory, const Places& places) {
  std::vector<Candidate> ranked;
  for (const KnownBody& body : directory.bodies) {
    Score score = ScoreOf(asked, body, places);
    if (score.value < kWorthShowing) continue;
    ranked.push_back({body.name, body.display_name, score.value, std::move(score.reasons)});
  }
  std::sort(ranked.begin(), ranked.end(), [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.addressee < b.addressee;
  });
  return ranked;
}

std::optional<Candidate> Clear(const std::vector<Candidate>& ranked) {
  if (ranked.empty() || ranked[0].score < kConfident) return std::nullopt;
  if (ranked.size() > 1 && ranked[0].score - ranked[1].score < kMargin) return std::nullopt;
  return ranked[0];
}

// One clear answer for each number, each number asked alone.
std::vector<Candidate> ClearForEach(const Asked& asked, const Directory& directory,
                                    const Places& places) {
  std::vector<Candidate> matches;
  for (const std::string& number : asked.numbers) {
    Asked single = asked;
    single.numbers = {number};
    std::erase_if(single.words,
                  [&](const Word& word) { return word.number && word.stem != number; });
    auto clear = Clear(Rank(single, directory, places));
    if (!clear) return {};
    matches.push_back(*std::move(clear));
  }
  return matches;
}

}  // namespace

Resolution Resolve(std::string_view phrase, const std::string& context, const Directory& directory,
                   const Places& places) {
  const Asked asked = Ask(phrase, context, places);
  Resolution resolution;
  std::vector<Candidate> ranked = Rank(asked, directory, places);
  if (asked.numbers.size() > 1) {
    resolution.matches = ClearForEach(asked, directory, places);
  } else if (auto clear = Clear(ranked)) {
    resolution.matches.push_back(*std::move(clear));
  }
  for (Candidate& candidate : ranked) {
    const bool taken =
        std::any_of(resolution.matches.begin(), resolution.matches.end(),
                    [&](const Candidate& match) { return match.addressee == candidate.addressee; });
    if (!taken && resolution.alternatives.size() < kMaxAlternatives) {
      resolution.alternatives.push_back(std::move(candidate));
    }
  }
  return resolution;
}

}  // namespace rezon::registry
