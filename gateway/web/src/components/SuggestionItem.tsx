import { type Suggestion, dismissSuggestion, takeSuggestion } from "../api/relations";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { flash } from "../lib/flash";
import { addressOf, navigate } from "../lib/router";
import { pointAddress } from "../lib/selection";
import { spanText } from "../lib/span";
import { announce } from "./Announcer";
import { Badge } from "./Badge";
import { ErrorBox } from "./ErrorBox";
import { Link } from "./Link";

const TONES = {
  STATE_UNSPECIFIED: "plain",
  STATE_OPEN: "warn",
  STATE_TAKEN: "good",
  STATE_DISMISSED: "plain",
} as const;

interface Props {
  suggestion: Suggestion;
  resolution: string;
  editable: boolean;
  onDismissed: (suggestion: Suggestion) => void;
  onStale: () => void;
}

/** A commitment of the preamble: the clerk takes it as a point or puts it away. */
export function SuggestionItem({
  suggestion,
  resolution,
  editable,
  onDismissed,
  onStale,
}: Props) {
  const { t } = useTexts();
  const { text, span, state, point, decider } = suggestion;
  const take = useAction(
    (requestId) => takeSuggestion(suggestion, requestId),
    (made) => {
      flash(t("suggestion.taken"));
      navigate(pointAddress(made.name));
    },
  );
  const dismiss = useAction(
    (requestId) => dismissSuggestion(suggestion, requestId),
    (now) => {
      announce(t(`suggestion.${now.state}`));
      onDismissed(now);
    },
  );
  const button = (action: typeof take | typeof dismiss, label: string) => (
    <button
      type="button"
      className="button button-small"
      disabled={take.busy || dismiss.busy}
      onClick={() => void action.run()}
    >
      {label}
    </button>
  );
  const error = take.error ?? dismiss.error;
  return (
    <li className="card suggestion">
      <p>
        <Badge tone={TONES[state]}>{t(`suggestion.${state}`)}</Badge> {text}
      </p>
      {decider && <p className="muted small">{t("relation.decider", { who: decider })}</p>}
      <p className="card-foot">
        {editable && state !== "STATE_TAKEN" && button(take, t("suggestion.take"))}
        {editable && state === "STATE_OPEN" && button(dismiss, t("suggestion.dismiss"))}
        {point && <Link to={pointAddress(point)}>{t("relation.point")}</Link>}
        {span && (
          <Link to={addressOf(`/${resolution}`, { span: spanText(span), view: "text" })}>
            {t("source.show")}
          </Link>
        )}
      </p>
      {error !== undefined && <ErrorBox error={error} onStale={onStale} />}
    </li>
  );
}
