import { useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../i18n";
import { dateText, parseDate } from "../lib/dates";

interface Props {
  label: string;
  /** `YYYY-MM-DD` or empty. */
  value: string;
  /** Gets `YYYY-MM-DD`, empty for nothing, undefined for what is not a date. */
  onChange: (value: string | undefined) => void;
  required?: boolean;
  /** What is wrong with the date beside its form; shown and keeps the form from being sent. */
  problem?: string | undefined;
}

/** A date as dd.mm.yyyy whatever the browser's language. */
export function DateField({ label, value, onChange, required, problem }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [typed, setTyped] = useState(dateText(value));
  const [left, setLeft] = useState(false);
  const parsed = typed.trim() === "" ? "" : parseDate(typed);
  const missing = required === true && parsed === "";
  const fault = parsed === undefined || missing ? t("edit.dateError") : (problem ?? "");
  const wrong = left && fault !== "";
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.setCustomValidity(fault), [fault]);
  const change = (text: string) => {
    setTyped(text);
    onChange(text.trim() === "" ? "" : parseDate(text));
  };
  return (
    <div className="field field-date">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={t("edit.datePlaceholder")}
        value={typed}
        required={required}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-error` : undefined}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setLeft(true)}
      />
      {wrong && (
        <p className="field-error" id={`${id}-error`}>
          {fault}
        </p>
      )}
    </div>
  );
}
