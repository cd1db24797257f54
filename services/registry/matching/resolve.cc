#include "services/registry/matching/resolve.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "services/registry/matching/score.h"

namespace rezon::registry {
namespace {

struct Ranked {
  Candidate candidate;
  const KnownBody* body;
  bool unbounded;
};

// The bodies that share a word of weight with the phrase, in order.
std::vector<int> Sharing(const Asked& asked, const Directory& directory) {
  std::vector<int> bodies;
  for (size_t i = 0; i < asked.words.size(); ++i) {
    const Word& word = asked.words[i];
    if (word.weight < 1 || (!asked.numbers.empty() && !word.number)) continue;
    for (const Lexicon::Likely& one : asked.likely[i]) {
      const auto& with = directory.bodies_with[static_cast<size_t>(one.id)];
      bodies.insert(bodies.end(), with.begin(), with.end());
    }
  }
  std::sort(bodies.begin(), bodies.end());
  bodies.erase(std::unique(bodies.begin(), bodies.end()), bodies.end());
  return bodies;
}

std::vector<Ranked> Rank(const Asked& asked, const Directory& directory, const Places& places) {
  std::vector<Ranked> ranked;
  Scorer scorer(asked, places);
  for (const int at : Sharing(asked, directory)) {
    const KnownBody& body = directory.bodies[static_cast<size_t>(at)];
    Score score = scorer.ScoreOf(body);
    if (score.value < kWorthShowing) continue;
    ranked.push_back({{body.name, body.display_name, score.value, std::move(score.reasons)},
                      &body,
                      score.unbounded});
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.candidate.score != b.candidate.score ? a.candidate.score > b.candidate.score
                                                  : a.candidate.addressee < b.candidate.addressee;
  });
  return ranked;
}

// A person and the organisation they belong to are no rivals: the organisation answers for both.
bool Rivals(const KnownBody& a, const KnownBody& b) {
  const auto answers = [](const KnownBody& body) {
    return body.organisation.empty() ? body.name : body.organisation;
  };
  return a.kind == b.kind || answers(a) != answers(b);
}

std::string Decimal(double value) {
  char text[16];
  std::snprintf(text, sizeof(text), "%.2f", value);
  std::string decimal = text;
  std::replace(decimal.begin(), decimal.end(), '.', ',');
  return decimal;
}

// Why the best candidate is not the answer; empty when it is.
std::string Doubt(const std::vector<Ranked>& ranked) {
  if (ranked.empty()) return "В реестре нет похожего адресата.";
  const Ranked& best = ranked[0];
  if (best.candidate.score < kConfident) {
    return "Самый похожий — «" + best.candidate.display_name + "», но уверенность " +
           Decimal(best.candidate.score) + " ниже порога " + Decimal(kConfident) + ".";
  }
  for (size_t i = 1; i < ranked.size(); ++i) {
    if (best.candidate.score - ranked[i].candidate.score >= kMargin) break;
    if (Rivals(*best.body, *ranked[i].body)) {
      return "Подходят одинаково: «" + best.candidate.display_name + "» и «" +
             ranked[i].candidate.display_name + "».";
    }
  }
  if (best.unbounded) {
    return "Территория документа не определена: группа «" + best.candidate.display_name +
           "» охватила бы весь регион.";
  }
  return "";
}

void Take(Candidate candidate, std::vector<Candidate>& matches) {
  const bool known = std::any_of(matches.begin(), matches.end(), [&](const Candidate& match) {
    return match.addressee == candidate.addressee;
  });
  if (!known) matches.push_back(std::move(candidate));
}

// One clear answer for each part, or none.
std::vector<Candidate> ClearForEach(const std::vector<Asked>& parts, const Directory& directory,
                                    const Places& places) {
  std::vector<Candidate> matches;
  for (const Asked& part : parts) {
    std::vector<Ranked> ranked = Rank(part, directory, places);
    if (!Doubt(ranked).empty()) return {};
    Take(std::move(ranked[0].candidate), matches);
  }
  return matches;
}

// One clear answer for each of the longest runs of parts that have one, or none: «и» separates
// bodies and also stands inside a name.
std::vector<Candidate> ClearForRuns(const std::vector<Asked>& parts, const Directory& directory,
                                    const Places& places) {
  constexpr size_t kMostParts = 12;
  std::vector<Candidate> matches;
  if (parts.size() < 2 || parts.size() > kMostParts) return matches;
  for (size_t from = 0; from < parts.size();) {
    size_t to = from == 0 ? parts.size() - 1 : parts.size();
    for (; to > from; --to) {
      std::vector<Ranked> ranked =
          Rank(Together(parts, from, to, directory, places), directory, places);
      if (!Doubt(ranked).empty()) continue;
      Take(std::move(ranked[0].candidate), matches);
      break;
    }
    if (to == from) return {};
    from = to;
  }
  return matches;
}

void Offer(std::vector<Ranked> ranked, Resolution& resolution) {
  const auto has = [](const std::vector<Candidate>& list, const Candidate& one) {
    return std::any_of(list.begin(), list.end(),
                       [&](const Candidate& other) { return other.addressee == one.addressee; });
  };
  for (Ranked& one : ranked) {
    if (resolution.alternatives.size() == kMaxAlternatives) return;
    if (has(resolution.matches, one.candidate) || has(resolution.alternatives, one.candidate)) {
      continue;
    }
    resolution.alternatives.push_back(std::move(one.candidate));
  }
}

}  // namespace

Resolution Resolve(std::string_view phrase, const Where& where, const Directory& directory,
                   const Places& places) {
  const Asked asked = Ask(phrase, where, directory, places);
  Resolution resolution;
  resolution.territory = Bounding(asked, places);
  std::vector<Asked> parts = ByNumber(asked, directory, places);
  if (parts.size() > 1) {
    resolution.matches = ClearForEach(parts, directory, places);
    if (resolution.matches.empty()) {
      resolution.reasons.push_back("Перечислены несколько организаций, и не каждая найдена.");
    }
    for (const Asked& part : parts) Offer(Rank(part, directory, places), resolution);
    return resolution;
  }
  std::vector<Ranked> ranked = Rank(asked, directory, places);
  const std::string doubt = Doubt(ranked);
  if (doubt.empty()) {
    resolution.matches.push_back(ranked[0].candidate);
  } else {
    resolution.matches = ClearForRuns(BySeparator(asked, directory, places), directory, places);
  }
  if (resolution.matches.empty()) resolution.reasons.push_back(doubt);
  Offer(std::move(ranked), resolution);
  return resolution;
}

}  // namespace rezon::registry
