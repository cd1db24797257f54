import { type Letter, type LetterLink, changeLink } from "../api/letters";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { announce } from "./Announcer";
import { Badge } from "./Badge";
import { ErrorBox } from "./ErrorBox";

const TONES = {
  STATE_UNSPECIFIED: "plain",
  STATE_PROPOSED: "warn",
  STATE_LINKED: "good",
  STATE_REJECTED: "plain",
} as const;

interface Props {
  letter: Letter;
  link: LetterLink;
  editable: boolean;
  onChanged: (letter: Letter) => void;
  onStale: () => void;
}

/** How a letter and a resolution belong together, and the buttons that change it. */
export function LinkItem({ letter, link, editable, onChanged, onStale }: Props) {
  const { t, percent } = useTexts();
  const change = useAction(
    (requestId, verb: "link" | "unlink") => changeLink(letter, verb, link.resolution, requestId),
    (now) => {
      announce(t(now.resolution === link.resolution ? "letter.linkedNow" : "letter.unlinkedNow"));
      onChanged(now);
    },
  );
  const button = (verb: "link" | "unlink", text: string) => (
    <button
      type="button"
      className="button button-small"
      disabled={change.busy}
      onClick={() => void change.run(verb)}
    >
      {text}
    </button>
  );
  const { state, origin, reasons, decider } = link;
  return (
    <>
      <p>
        <Badge tone={TONES[state]}>{t(`letter.state.${state}`)}</Badge>{" "}
        {state === "STATE_PROPOSED" && <strong>{percent(link.score)}</strong>}{" "}
        <span className="muted">{reasons.join(" ")}</span>
      </p>
      {origin === "ORIGIN_SAME_FILE" && <p className="muted small">{t("letter.sameFile")}</p>}
      {decider && <p className="muted small">{t("letter.decider", { who: decider })}</p>}
      {editable && origin !== "ORIGIN_SAME_FILE" && (
        <div className="card-foot">
          {state !== "STATE_LINKED" && letter.resolution === "" && button("link", t("letter.link"))}
          {state === "STATE_LINKED" && button("unlink", t("letter.unlink"))}
          {state === "STATE_PROPOSED" && button("unlink", t("letter.reject"))}
        </div>
      )}
      {change.error !== undefined && <ErrorBox error={change.error} onStale={onStale} />}
    </>
  );
}
