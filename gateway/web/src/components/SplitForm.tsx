import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Point } from "../api/points.types";
import { useTexts } from "../i18n";
import { breakAt, cutAt, offsetsOf, sameText } from "../lib/cuts";
import type { Editing } from "../lib/editing";
import { problemOf } from "../lib/problems";

/** Lets nothing into the field but line breaks, and nothing out of it but those. */
function breaksOnly(field: HTMLTextAreaElement, event: InputEvent): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const back = event.inputType === "deleteContentBackward";
  const forth = event.inputType === "deleteContentForward";
  const removed = start !== end ? value.slice(start, end) : value[back ? start - 1 : start];
  const breaks = event.inputType === "insertLineBreak" && start === end;
  const joins = (back || forth) && removed !== undefined && /^\n+$/.test(removed);
  if (!breaks && !joins && !event.inputType.startsWith("history")) event.preventDefault();
}

interface Props {
  point: Point;
  editing: Editing;
  onCancel: () => void;
}

/** Cuts a point where the cursor stands; begins with the parts that the reader tells apart. */
export function SplitForm({ point, editing, onCancel }: Props) {
  const { t, n } = useTexts();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const proposed = point.proposedParts.slice(1).map((part) => part.offset);
  const [edited, setEdited] = useState(() => cutAt(point.text, proposed));
  const offsets = offsetsOf(point.text, edited);
  useEffect(() => {
    const box = field.current;
    if (!box) return undefined;
    const guard = (event: InputEvent) => breaksOnly(box, event);
    box.addEventListener("beforeinput", guard);
    box.focus();
    return () => box.removeEventListener("beforeinput", guard);
  }, []);
  const take = (value: string) => {
    if (sameText(point.text, value)) setEdited(value);
  };
  const cutHere = () => {
    const caret = field.current?.selectionStart ?? 0;
    take(breakAt(edited, caret));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret + 1, caret + 1);
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asProposed = proposed.length > 0 && JSON.stringify(proposed) === JSON.stringify(offsets);
    const { name, etag } = point;
    editing.run({ kind: "split", name, etag, offsets, asProposed });
  };
  const problem = problemOf(editing.error, "offsets", "as_proposed");
  return (
    <form className="form tool-form" aria-label={t("split.title")} onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{t("split.title")}</label>
        <p className="muted" id={`${id}-hint`}>
          {proposed.length > 0 && `${t("split.proposed")} `}
          {t("split.hint")}
        </p>
        <textarea
          id={id}
          ref={field}
          className="split-text"
          rows={3}
          value={edited}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={problem !== undefined}
          onChange={(event) => take(event.target.value)}
        />
        <p className="field-error" id={`${id}-error`}>
          {problem}
        </p>
      </div>
      <div className="buttons">
        <button
          type="submit"
          className="button button-main"
          disabled={editing.busy || offsets.length === 0}
        >
          {offsets.length === 0 ? t("split.submit") : n("parts", offsets.length + 1)}
        </button>
        <button type="button" className="button" onClick={cutHere}>
          {t("split.here")}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t("state.cancel")}
        </button>
      </div>
    </form>
  );
}
