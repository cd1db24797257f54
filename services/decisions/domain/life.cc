#include "services/decisions/domain/life.h"

#include <array>
#include <string>

#include "services/decisions/domain/canonical.h"
#include "services/decisions/domain/checks.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

using R = pb::Resolution;

struct Step {
  Move move;
  R::State from;
  R::State to;
};

constexpr std::array kSteps = {
    Step{Move::kSubmit, R::STATE_DRAFT, R::STATE_IN_REVIEW},
    Step{Move::kAdopt, R::STATE_DRAFT, R::STATE_ADOPTED},
    Step{Move::kAdopt, R::STATE_IN_REVIEW, R::STATE_ADOPTED},
    Step{Move::kSupersede, R::STATE_ADOPTED, R::STATE_SUPERSEDED},
    Step{Move::kRevoke, R::STATE_ADOPTED, R::STATE_REVOKED},
};

struct Word {
  R::State state;
  std::string_view word;
  std::string_view russian;
};

constexpr std::array kWords = {
    Word{R::STATE_DRAFT, "draft", "проект"},
    Word{R::STATE_IN_REVIEW, "in_review", "на проверке"},
    Word{R::STATE_ADOPTED, "adopted", "принята"},
    Word{R::STATE_SUPERSEDED, "superseded", "заменена новой редакцией"},
    Word{R::STATE_REVOKED, "revoked", "отозвана"},
};

std::string_view Russian(R::State state) {
  for (const Word& word : kWords) {
    if (word.state == state) return word.russian;
  }
  return "не определено";
}

std::string AdoptionDay(const Aggregate& aggregate, std::string_view day, absl::CivilDay today) {
  if (!day.empty()) return std::string(day);
  if (!aggregate.resolution.event().end_date().empty()) {
    return aggregate.resolution.event().end_date();
  }
  return absl::FormatCivilTime(today);
}

}  // namespace

absl::Status Apply(Move move, pb::Resolution& resolution) {
  for (const Step& step : kSteps) {
    if (step.move != move || step.from != resolution.state()) continue;
    resolution.set_state(step.to);
    return absl::OkStatus();
  }
  return errors::FailedPrecondition(
      "STATE_FORBIDS",
      "not possible for a resolution that is " + std::string(StateWord(resolution.state())),
      "Действие невозможно: состояние резолюции — «" + std::string(Russian(resolution.state())) +
          "».",
      {{"resource", resolution.name()}, {"state", std::string(StateWord(resolution.state()))}});
}

absl::Status CheckOpen(const pb::Resolution& resolution) {
  if (resolution.state() == R::STATE_DRAFT || resolution.state() == R::STATE_IN_REVIEW) {
    return absl::OkStatus();
  }
  return errors::FailedPrecondition(
      "RESOLUTION_FROZEN", "an adopted resolution never changes",
      "Резолюция принята, её текст и пункты больше не изменяются.",
      {{"resource", resolution.name()}, {"state", std::string(StateWord(resolution.state()))}});
}

absl::Status Adopt(Aggregate& aggregate, std::string_view day, absl::CivilDay today) {
  pb::Resolution& resolution = aggregate.resolution;
  if (absl::Status wrong = CheckDate("adopt_date", day); !wrong.ok()) return wrong;
  if (absl::Status wrong = Apply(Move::kAdopt, resolution); !wrong.ok()) return wrong;
  if (aggregate.points.empty()) {
    return errors::FailedPrecondition("NO_POINTS", "a resolution without points is not adopted",
                                      "В резолюции нет ни одного пункта, принимать нечего.",
                                      {{"resource", resolution.name()}});
  }
  resolution.set_adopt_date(AdoptionDay(aggregate, day, today));
  resolution.set_revision(resolution.revision() + 1);
  resolution.set_content_hash(ContentHash(aggregate, resolution.content_hash()));
  return absl::OkStatus();
}

absl::Status Revoke(Aggregate& aggregate, std::string_view reason) {
  if (absl::Status wrong = CheckText("reason", reason, 4000, true); !wrong.ok()) return wrong;
  if (absl::Status wrong = Apply(Move::kRevoke, aggregate.resolution); !wrong.ok()) return wrong;
  aggregate.revoke_reason = std::string(reason);
  return absl::OkStatus();
}

std::string_view StateWord(pb::Resolution::State state) {
  for (const Word& word : kWords) {
    if (word.state == state) return word.word;
  }
  return "unspecified";
}

pb::Resolution::State StateOf(std::string_view text) {
  for (const Word& word : kWords) {
    if (word.word == text) return word.state;
  }
  return R::STATE_UNSPECIFIED;
}

}  // namespace rezon::decisions
