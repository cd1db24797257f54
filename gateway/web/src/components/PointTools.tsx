import { type RefObject, useState } from "react";
import type { Point } from "../api/points.types";
import { useTexts } from "../i18n";
import type { Editing } from "../lib/editing";
import { type Direction, lastBelow, placeTo } from "../lib/tree";
import { ErrorBox } from "./ErrorBox";
import { NewPoint } from "./NewPoint";
import { SplitForm } from "./SplitForm";

const ARROWS: [Direction, string][] = [
  ["up", "↑"],
  ["down", "↓"],
  ["out", "←"],
  ["in", "→"],
];

export function isLabelled(point: Point): boolean {
  return point.label !== "" && point.label !== "-";
}

/** Starts the move of a point one step in the outline; false where there is no such step. */
export function movePoint(
  points: readonly Point[],
  { name, etag }: Point,
  direction: Direction,
  editing: Editing,
): boolean {
  const place = placeTo(points, name, direction);
  if (!place) return false;
  editing.run({ kind: "move", name, etag, ...place });
  return true;
}

interface Props {
  point: Point;
  points: Point[];
  etag: string;
  editing: Editing;
  edit: RefObject<HTMLButtonElement | null>;
  onEdit: () => void;
  onStale: () => void;
}

type Form = "split" | "create" | "delete";

function Arrows({ point, points, editing }: Pick<Props, "point" | "points" | "editing">) {
  const { t } = useTexts();
  return (
    <div className="arrows" role="group" aria-label={t("tools.move")}>
      {ARROWS.map(([direction, sign]) => (
        <button
          key={direction}
          type="button"
          className="button button-small"
          aria-label={t(`tools.${direction}`)}
          title={`${t(`tools.${direction}`)} (Alt+Shift+${sign})`}
          disabled={editing.busy || !placeTo(points, point.name, direction)}
          onClick={() => movePoint(points, point, direction, editing)}
        >
          {sign}
        </button>
      ))}
    </div>
  );
}

/** What can be done with the selected point. */
export function PointTools({ point, points, etag, editing, edit, onEdit, onStale }: Props) {
  const { t } = useTexts();
  const [form, setForm] = useState<Form>();
  const { name } = point;
  const before = points[points.findIndex((each) => each.name === name) - 1];
  const toggle = (which: Form) => {
    editing.clear();
    setForm(form === which ? undefined : which);
  };
  const merge = (first: Point) => {
    // A sentence that is over is followed by the next one; anything else by the contract's semicolon.
    const separator = /[.!?…]$/.test(first.text) ? " " : "";
    editing.run({ kind: "merge", name, names: [first.name, name], etag, separator });
  };
  const close = () => setForm(undefined);
  const tool = (which: Form, text: string) => (
    <button
      type="button"
      className="button button-small"
      aria-expanded={form === which}
      onClick={() => toggle(which)}
    >
      {text}
    </button>
  );
  return (
    <div className="tools">
      <div className="buttons">
        <button ref={edit} type="button" className="button button-small" onClick={onEdit}>
          {t("point.edit")}
        </button>
        {tool("split", t("split.open"))}
        {before && (
          <button
            type="button"
            className="button button-small"
            disabled={editing.busy}
            onClick={() => merge(before)}
          >
            {isLabelled(before) ? t("merge.with", { label: before.label }) : t("merge.previous")}
          </button>
        )}
        {tool("create", t("create.after"))}
        {tool("delete", t("delete.open"))}
        <Arrows point={point} points={points} editing={editing} />
      </div>
      {form === "split" && <SplitForm point={point} editing={editing} onCancel={close} />}
      {form === "create" && (
        <NewPoint
          name={name}
          parent={point.parent}
          after={lastBelow(points, name)}
          editing={editing}
          onCancel={close}
        />
      )}
      {form === "delete" && (
        <div className="tool-form form" role="group" aria-label={t("delete.open")}>
          <p>{t("delete.sure")}</p>
          <div className="buttons">
            <button
              type="button"
              className="button button-bad"
              disabled={editing.busy}
              onClick={() => editing.run({ kind: "delete", name, etag: point.etag })}
            >
              {t("delete.submit")}
            </button>
            <button type="button" className="button" onClick={close}>
              {t("state.cancel")}
            </button>
          </div>
        </div>
      )}
      {editing.at === name && editing.error !== undefined && (
        <ErrorBox error={editing.error} onStale={onStale} />
      )}
    </div>
  );
}
