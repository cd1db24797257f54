#include "services/decisions/domain/suggest.h"

#include "services/decisions/domain/edit.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/life.h"
#include "services/decisions/domain/tree.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

absl::StatusOr<std::size_t> Choose(const Aggregate& aggregate, const SuggestionChoice& choice) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  for (std::size_t i = 0; i < aggregate.suggestions.size(); ++i) {
    const pb::Suggestion& suggestion = aggregate.suggestions[i];
    if (suggestion.name() != choice.name) continue;
    const auto wanted = ReadEtag(choice.etag);
    if (wanted && MakeEtag(*wanted) != suggestion.etag()) {
      return errors::EtagMismatch(suggestion.name(), suggestion.etag());
    }
    return i;
  }
  return errors::NotFound(choice.name);
}

absl::Status Forbidden(const pb::Suggestion& suggestion) {
  const bool taken = suggestion.state() == pb::Suggestion::STATE_TAKEN;
  return errors::FailedPrecondition(
      "STATE_FORBIDS",
      taken ? "the suggestion is a point already" : "the suggestion is dismissed already",
      taken ? "Предложение уже взято в пункты." : "Предложение уже отклонено.",
      {{"resource", suggestion.name()}});
}

// The time of the decision is the database's.
void Decide(pb::Suggestion::State state, const Editor& editor, pb::Suggestion& suggestion,
            Aggregate& aggregate) {
  suggestion.set_state(state);
  suggestion.set_decider(editor.subject);
  suggestion.clear_decide_time();
  aggregate.suggestions_changed = true;
  aggregate.decided_suggestions.insert(suggestion.name());
}

}  // namespace

absl::StatusOr<Taken> TakeSuggestion(Aggregate& aggregate, const SuggestionChoice& choice,
                                     const std::string& name, const std::string& after,
                                     const Editor& editor) {
  auto place = Choose(aggregate, choice);
  if (!place.ok()) return place.status();
  pb::Suggestion& suggestion = aggregate.suggestions[*place];
  if (suggestion.state() == pb::Suggestion::STATE_TAKEN) return Forbidden(suggestion);
  pb::Point given;
  given.set_text(suggestion.text());
  given.set_actionable(true);
  if (const pb::Point* before = aggregate.Find(after)) given.set_parent(before->parent());
  auto made = AddPoint(aggregate, given, name, after, editor);
  if (!made.ok()) return made.status();
  *aggregate.points[*made].mutable_span() = suggestion.span();
  PutInTreeOrder(aggregate);
  Renumber(aggregate);
  made = PlaceOf(aggregate, name);
  if (!made.ok()) return made.status();
  suggestion.set_point(name);
  suggestion.clear_reason();
  Decide(pb::Suggestion::STATE_TAKEN, editor, suggestion, aggregate);
  pb::Correction& note = aggregate.corrections.back();
  note.set_action(pb::Correction::ACTION_TAKE_SUGGESTION);
  *note.mutable_after(0) = aggregate.points[*made];
  *note.mutable_suggestion() = suggestion;
  return Taken{*place, *made};
}

absl::StatusOr<std::size_t> DismissSuggestion(Aggregate& aggregate, const SuggestionChoice& choice,
                                              const std::string& reason, const Editor& editor) {
  auto place = Choose(aggregate, choice);
  if (!place.ok()) return place;
  pb::Suggestion& suggestion = aggregate.suggestions[*place];
  if (suggestion.state() != pb::Suggestion::STATE_OPEN) return Forbidden(suggestion);
  suggestion.set_reason(reason);
  Decide(pb::Suggestion::STATE_DISMISSED, editor, suggestion, aggregate);
  pb::Correction& note = Note(aggregate, editor, pb::Correction::ACTION_DISMISS_SUGGESTION);
  *note.mutable_suggestion() = suggestion;
  return place;
}

}  // namespace rezon::decisions
