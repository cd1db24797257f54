import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Point } from "../api/points.types";
import { useTexts } from "../i18n";
import { isUnsure } from "../lib/attention";
import type { Editing } from "../lib/editing";
import { addressOf } from "../lib/router";
import { type Selecting, idOf } from "../lib/selection";
import type { Direction } from "../lib/tree";
import { Link } from "./Link";
import { PointEditor } from "./PointEditor";
import { PointTerms } from "./PointTerms";
import { PointTools, isLabelled, movePoint } from "./PointTools";

/** What the list of points gives to each of them. */
export interface PointContext {
  resolution: string;
  etag: string;
  territory: string;
  points: Point[];
  editable: boolean;
  editing: Editing;
  selection: Selecting;
  onSaved: (point: Point) => void;
  onStale: () => void;
}

const MOVES: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "out",
  ArrowRight: "in",
};

/** What a reader has to know of the reading itself. */
function Remarks({ point, context }: { point: Point; context: PointContext }) {
  const { t } = useTexts();
  const selected = idOf(point.name) === context.selection.point;
  const parts = point.proposedParts.length;
  const texts = [...point.warnings];
  if (isUnsure(point)) texts.push(t("point.unsure"));
  if (parts > 1 && context.editable) texts.push(t("point.parts"));
  return (
    <>
      {texts.length > 0 && (
        <ul className="point-warnings">
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {point.corrector && (
        <p className="point-corrected muted">
          {t("point.corrected")}
          {selected && (
            <>
              {`: ${point.corrector}. `}
              <Link
                to={addressOf(`/${context.resolution}/corrections`, { point: idOf(point.name) })}
              >
                {t("point.history")}
              </Link>
            </>
          )}
        </p>
      )}
    </>
  );
}

/** Arrows go from point to point; with Alt and Shift they move the point, as in a word processor. */
function useKeys(point: Point, { points, editable, editing }: PointContext) {
  return (event: KeyboardEvent<HTMLLIElement>) => {
    const direction = MOVES[event.key];
    if (!direction) return;
    if (event.altKey && event.shiftKey) {
      if (!editable || editing.busy) return;
      event.preventDefault();
      movePoint(points, point, direction, editing);
      return;
    }
    const onLabel = (event.target as Element).classList.contains("point-select");
    if (!onLabel || (direction !== "up" && direction !== "down")) return;
    event.preventDefault();
    const labels = [...document.querySelectorAll<HTMLElement>(".point-select")];
    const next =
      labels[labels.indexOf(event.target as HTMLElement) + (direction === "up" ? -1 : 1)];
    next?.focus();
    next?.click();
  };
}

interface Props {
  point: Point;
  depth: number;
  /** True when other points stand below it. */
  heads: boolean;
  context: PointContext;
  /** Relations and duplicates of the point. */
  notes: ReactNode;
}

/** A point as it stands, or the form that corrects it; the selected one with all that is known. */
export function PointItem({ point, depth, heads, context, notes }: Props) {
  const { t } = useTexts();
  const { editable, selection, editing } = context;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const item = useRef<HTMLLIElement>(null);
  const id = idOf(point.name);
  const selected = id === selection.point;
  const title = isLabelled(point)
    ? t("point.label", { label: point.label })
    : t("point.unlabelled");
  useEffect(() => {
    if (selected && !selection.text) item.current?.scrollIntoView({ block: "nearest" });
  }, [selected, selection.text]);
  const onKeyDown = useKeys(point, context);
  const leave = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const classes = ["point", `point-depth-${Math.min(depth, 3)}`];
  if (!point.actionable) classes.push("point-heading");
  if (heads) classes.push("point-heads");
  if (selected) classes.push("point-selected");
  const select = () => {
    if (!selected && !window.getSelection()?.toString()) selection.select({ point: id });
  };
  return (
    <li ref={item} className={classes.join(" ")} onKeyDown={onKeyDown}>
      <button
        type="button"
        id={`point-${id}`}
        className="point-select"
        aria-pressed={selected}
        onClick={() => selection.select({ point: id })}
      >
        <span aria-hidden="true">{isLabelled(point) ? point.label : "–"}</span>
        <span className="visually-hidden">{title}</span>
      </button>
      <div className="point-body">
        {open ? (
          <PointEditor
            point={point}
            territory={context.territory}
            onCancel={leave}
            onSaved={(changed) => {
              leave();
              context.onSaved(changed);
            }}
            onStale={() => {
              leave();
              context.onStale();
            }}
          />
        ) : (
          <>
            <div className="point-read" onClick={select}>
              <p className="point-text">{point.text}</p>
              {!point.actionable && <p className="muted small">{t("point.heading")}</p>}
              {point.actionable && (
                <PointTerms point={point} selection={selected ? selection : undefined} />
              )}
            </div>
            <Remarks point={point} context={context} />
            {notes}
            {editable && !selected && (
              <p className="point-foot">
                <button
                  ref={button}
                  type="button"
                  className="link"
                  aria-label={`${t("point.edit")}: ${title}`}
                  onClick={() => {
                    selection.select({ point: id });
                    setOpen(true);
                  }}
                >
                  {t("point.edit")}
                </button>
              </p>
            )}
            {editable && selected && (
              <PointTools
                key={`${point.name} ${point.etag}`}
                point={point}
                points={context.points}
                etag={context.etag}
                editing={editing}
                edit={button}
                onEdit={() => setOpen(true)}
                onStale={context.onStale}
              />
            )}
          </>
        )}
      </div>
    </li>
  );
}
