import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../i18n";
import type { Editing } from "../lib/editing";
import { problemOf } from "../lib/problems";

interface Props {
  /** The point behind which it comes, or the resolution for the end. */
  name: string;
  parent: string;
  after: string;
  editing: Editing;
  onCancel: () => void;
}

/** Number and text of a point that the reader did not find; the rest is filled in afterwards. */
export function NewPoint({ name, parent, after, editing, onCancel }: Props) {
  const { t } = useTexts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [label, setLabel] = useState("");
  const [text, setText] = useState("");
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const point = { label: label.trim(), text: text.trim(), parent, actionable: true };
    editing.run({ kind: "create", name, after, point });
  };
  const problem = problemOf(editing.error, "point.text", "point.label");
  return (
    <form className="form tool-form" aria-label={t("create.title")} onSubmit={submit}>
      <div className="field field-label-of">
        <label htmlFor={`${id}-label`}>{t("edit.label")}</label>
        <input
          id={`${id}-label`}
          ref={field}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{t("edit.text")}</label>
        <textarea
          id={`${id}-text`}
          required
          rows={3}
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-error`}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="field-error" id={`${id}-error`}>
          {problem}
        </p>
      </div>
      <div className="buttons">
        <button type="submit" className="button button-main" disabled={editing.busy}>
          {t("create.submit")}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t("state.cancel")}
        </button>
      </div>
    </form>
  );
}
