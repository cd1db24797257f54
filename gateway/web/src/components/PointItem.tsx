import { useRef, useState } from "react";
import type { Addressee, Point } from "../api/decisions.types";
import { useTexts } from "../i18n";
import { DeadlineText } from "./DeadlineText";
import { PointEditor } from "./PointEditor";

function AddresseeText({ addressee }: { addressee: Addressee }) {
  const { t } = useTexts();
  if (addressee.targets.length === 0) {
    return (
      <>
        {addressee.phrase} <span className="text-warn">({t("point.unresolved")})</span>
      </>
    );
  }
  return <>{addressee.targetDisplayNames.join(", ") || addressee.phrase}</>;
}

function Terms({ point }: { point: Point }) {
  const { t } = useTexts();
  return (
    <dl className="point-terms">
      <div>
        <dt>{t("point.addressees")}</dt>
        <dd>
          {point.addressees.length === 0 ? (
            <span className="text-warn">{t("point.noAddressee")}</span>
          ) : (
            <ul className="plain">
              {point.addressees.map((each, i) => (
                <li key={`${i} ${each.phrase}`}>
                  <AddresseeText addressee={each} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
      <div>
        <dt>{t("point.deadline")}</dt>
        <dd>
          <DeadlineText deadline={point.deadline} />
        </dd>
      </div>
    </dl>
  );
}

interface Props {
  point: Point;
  depth: number;
  /** True when other points stand below it. */
  heads: boolean;
  territory: string;
  editable: boolean;
  onSaved: (point: Point) => void;
  onStale: () => void;
}

/** A point as it stands, or the form that corrects it. */
export function PointItem({ point, depth, heads, territory, editable, onSaved, onStale }: Props) {
  const { t } = useTexts();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const labelled = point.label !== "" && point.label !== "-";
  const title = labelled ? t("point.label", { label: point.label }) : t("point.unlabelled");
  const leave = () => {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const classes = ["point", `point-depth-${Math.min(depth, 3)}`];
  if (!point.actionable) classes.push("point-heading");
  if (heads) classes.push("point-heads");
  return (
    <li className={classes.join(" ")}>
      <span className="point-label">
        <span aria-hidden="true">{labelled ? point.label : "–"}</span>
        <span className="visually-hidden">{title}</span>
      </span>
      <div className="point-body">
        {editing ? (
          <PointEditor
            point={point}
            territory={territory}
            onCancel={leave}
            onSaved={(changed) => {
              leave();
              onSaved(changed);
            }}
            onStale={() => {
              leave();
              onStale();
            }}
          />
        ) : (
          <>
            <p className="point-text">{point.text}</p>
            {point.actionable && <Terms point={point} />}
            {point.warnings.length > 0 && (
              <ul className="point-warnings">
                {point.warnings.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
            <p className="point-foot">
              {!point.actionable && <span className="muted">{t("point.heading")}</span>}
              {point.corrector && <span className="muted">{t("point.corrected")}</span>}
              {editable && (
                <button
                  ref={button}
                  type="button"
                  className="link"
                  aria-label={`${t("point.edit")}: ${title}`}
                  onClick={() => setEditing(true)}
                >
                  {t("point.edit")}
                </button>
              )}
            </p>
          </>
        )}
      </div>
    </li>
  );
}
