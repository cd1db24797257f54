import { useState } from "react";
import type { Addressee, Point } from "../api/points.types";
import { useTexts } from "../i18n";
import type { Selecting } from "../lib/selection";
import { DeadlineSteps } from "./DeadlineSteps";
import { DeadlineText } from "./DeadlineText";

function AddresseeText({ addressee }: { addressee: Addressee }) {
  const { t } = useTexts();
  if (addressee.targets.length === 0) {
    return (
      <>
        {addressee.phrase} <span className="text-warn">({t("point.unresolved")})</span>
      </>
    );
  }
  return (
    <>
      {addressee.targetDisplayNames.join(", ") || addressee.phrase}
      {addressee.territoryDisplayName && (
        <span className="muted"> — {addressee.territoryDisplayName}</span>
      )}
    </>
  );
}

/** Why the registry took the addressee, or why it asks. */
function Reasons({ addressee }: { addressee: Addressee }) {
  const { t, percent } = useTexts();
  const { reasons, alternatives, score, targets } = addressee;
  if (reasons.length === 0 && alternatives.length === 0) return null;
  return (
    <details className="why">
      <summary>{targets.length === 0 ? t("addressee.ask") : t("addressee.why")}</summary>
      {score > 0 && <p className="muted">{t("addressee.score", { score: percent(score) })}</p>}
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {alternatives.length > 0 && (
        <>
          <p className="muted">{t("addressee.others")}</p>
          <ul>
            {alternatives.map((each) => (
              <li key={each.target}>
                {each.displayName} ({percent(each.score)})
                {each.reasons.length > 0 && (
                  <span className="muted block">{each.reasons.join(" ")}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

interface Props {
  point: Point;
  /** Given for the selected point: shows reasons, and what of it stands where in the text. */
  selection?: Selecting | undefined;
}

function Place({ part, selection }: { part: string; selection: Selecting }) {
  const { t } = useTexts();
  const on = selection.part === part;
  return (
    <button
      type="button"
      className="link small"
      aria-pressed={on}
      onClick={() => selection.select({ part: on ? "" : part, text: !on })}
    >
      {t("source.show")}
    </button>
  );
}

function Addressees({ point, selection }: Props) {
  const { t } = useTexts();
  if (point.addressees.length === 0) {
    return <span className="text-warn">{t("point.noAddressee")}</span>;
  }
  return (
    <ul className="plain">
      {point.addressees.map((each, i) => (
        <li
          key={`${i} ${each.phrase}`}
          className={selection?.part === `a${i}` ? "part-on" : undefined}
        >
          <AddresseeText addressee={each} />
          {selection && (
            <>
              {each.span && (
                <>
                  {" "}
                  <Place part={`a${i}`} selection={selection} />
                </>
              )}
              <Reasons addressee={each} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

interface TermProps extends Props {
  open: boolean;
  onOpen: (open: boolean) => void;
}

function Term({ point, selection, open, onOpen }: TermProps) {
  const { t } = useTexts();
  const { deadline } = point;
  return (
    <div className={selection?.part === "d" ? "part-on" : undefined}>
      <DeadlineText deadline={deadline} />
      {deadline.provisional && (
        <span className="text-warn block">
          {t("deadline.provisional")}
          {selection && ` — ${t("deadline.provisionalWhy")}`}
        </span>
      )}
      {selection && (
        <p className="point-links">
          {deadline.printed && <Place part="d" selection={selection} />}
          <button
            type="button"
            className="link small"
            aria-expanded={open}
            onClick={() => onOpen(!open)}
          >
            {t("explain.ask")}
          </button>
        </p>
      )}
    </div>
  );
}

/** Who has to act and by when. */
export function PointTerms({ point, selection }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <dl className="point-terms">
        <div>
          <dt>{t("point.addressees")}</dt>
          <dd>
            <Addressees point={point} selection={selection} />
          </dd>
        </div>
        <div>
          <dt>{t("point.deadline")}</dt>
          <dd>
            <Term point={point} selection={selection} open={open} onOpen={setOpen} />
          </dd>
        </div>
      </dl>
      {selection && open && <DeadlineSteps point={point} />}
    </>
  );
}
