import { useId, useState } from "react";
import { useTexts } from "../i18n";
import { dateText, parseDate } from "../lib/dates";

interface Props {
  label: string;
  /** `YYYY-MM-DD` or empty. */
  value: string;
  /** Gets `YYYY-MM-DD`, empty for nothing, undefined for what is not a date. */
  onChange: (value: string | undefined) => void;
  required?: boolean;
}

/** A date as dd.mm.yyyy whatever the browser's language. */
export function DateField({ label, value, onChange, required }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [typed, setTyped] = useState(dateText(value));
  const [left, setLeft] = useState(false);
  const parsed = typed.trim() === "" ? "" : parseDate(typed);
  const wrong = left && (parsed === undefined || (required === true && parsed === ""));
  const change = (text: string) => {
    setTyped(text);
    onChange(text.trim() === "" ? "" : parseDate(text));
  };
  return (
    <div className="field field-date">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
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
          {t("edit.dateError")}
        </p>
      )}
    </div>
  );
}
