import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { type PointChange, updatePoint } from "../api/decisions";
import type { Point } from "../api/points.types";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { type Draft, RESPONSIBLE_FROM, changesOf, draftOf } from "../lib/draft";
import { problemOf } from "../lib/problems";
import { AddresseeEditor } from "./AddresseeEditor";
import { DeadlineEditor } from "./DeadlineEditor";
import { ErrorBox } from "./ErrorBox";

interface Props {
  point: Point;
  territory: string;
  onSaved: (point: Point) => void;
  onCancel: () => void;
  onStale: () => void;
}

/** Corrects text, duty, addressees and deadline of a point of a draft. */
export function PointEditor({ point, territory, onSaved, onCancel, onStale }: Props) {
  const { t } = useTexts();
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<Draft>(() => draftOf(point));
  const save = useAction(
    (requestId, change: PointChange) => updatePoint(point, change, requestId),
    onSaved,
  );
  useEffect(() => text.current?.focus(), []);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.deadline === undefined) return;
    const change = changesOf(point, draft);
    if (Object.keys(change).length === 0) onCancel();
    else void save.run(change);
  };
  const problem = (field: string) => problemOf(save.error, `point.${field}`);
  const [wrongText, wrongLabel] = [problem("text"), problem("label")];
  return (
    <form className="form editor" aria-label={t("edit.title")} onSubmit={submit}>
      <div className="field field-label-of">
        <label htmlFor={`${id}-label`}>{t("edit.label")}</label>
        <input
          id={`${id}-label`}
          value={draft.label}
          aria-invalid={wrongLabel !== undefined}
          aria-describedby={`${id}-label-error`}
          onChange={(event) => set({ label: event.target.value })}
        />
        <p className="field-error" id={`${id}-label-error`}>
          {wrongLabel}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{t("edit.text")}</label>
        <textarea
          id={`${id}-text`}
          ref={text}
          required
          rows={Math.min(10, Math.max(3, Math.ceil(draft.text.length / 80)))}
          value={draft.text}
          aria-invalid={wrongText !== undefined}
          aria-describedby={`${id}-text-error`}
          onChange={(event) => set({ text: event.target.value })}
        />
        <p className="field-error" id={`${id}-text-error`}>
          {wrongText}
        </p>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.actionable}
          onChange={(event) => set({ actionable: event.target.checked })}
        />
        {t("edit.actionable")}
      </label>
      {draft.actionable && (
        <>
          <AddresseeEditor
            addressees={draft.addressees}
            territory={territory}
            problem={problem("addressees")}
            onChange={(addressees) => set({ addressees })}
          />
          <div className="field field-from">
            <label htmlFor={`${id}-from`}>{t("field.responsible_from")}</label>
            <select
              id={`${id}-from`}
              value={draft.responsibleFrom}
              onChange={({ target }) => {
                const chosen = RESPONSIBLE_FROM.find((each) => each === target.value);
                if (chosen) set({ responsibleFrom: chosen });
              }}
            >
              {RESPONSIBLE_FROM.map((each) => (
                <option key={each} value={each}>
                  {t(`value.${each}`)}
                </option>
              ))}
            </select>
          </div>
          <DeadlineEditor
            deadline={point.deadline}
            problem={problem("deadline")}
            onChange={(deadline) => set({ deadline })}
          />
        </>
      )}
      {save.error !== undefined && <ErrorBox error={save.error} onStale={onStale} />}
      <div className="buttons">
        <button type="submit" className="button button-main" disabled={save.busy}>
          {t("state.save")}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t("state.cancel")}
        </button>
      </div>
    </form>
  );
}
