import { useId, useState } from "react";
import type { Deadline, DeadlineKind } from "../api/decisions.types";
import { useTexts } from "../i18n";
import type { DraftDeadline } from "../lib/draft";
import { DateField } from "./DateField";

const KINDS: DeadlineKind[] = ["KIND_DATE", "KIND_RANGE", "KIND_STANDING", "KIND_NONE"];

interface Props {
  deadline: Deadline;
  /** Gets undefined while a date is missing or wrong. */
  onChange: (deadline: DraftDeadline | undefined) => void;
}

/** What the server would take, or undefined. */
function complete(
  kind: DeadlineKind,
  start: string | undefined,
  end: string | undefined,
): DraftDeadline | undefined {
  if (kind === "KIND_DATE") return end ? { kind, startDate: "", endDate: end } : undefined;
  if (kind === "KIND_RANGE") {
    return start && end && start <= end ? { kind, startDate: start, endDate: end } : undefined;
  }
  return { kind, startDate: "", endDate: "" };
}

/** Kind and dates of a deadline; what was printed stays. */
export function DeadlineEditor({ deadline, onChange }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [kind, setKind] = useState<DeadlineKind>(
    deadline.kind === "KIND_UNSPECIFIED" ? "KIND_NONE" : deadline.kind,
  );
  const [start, setStart] = useState<string | undefined>(deadline.startDate);
  const [end, setEnd] = useState<string | undefined>(deadline.endDate);
  const backwards = kind === "KIND_RANGE" && Boolean(start && end && start > end);
  const dated = kind === "KIND_DATE" || kind === "KIND_RANGE";
  return (
    <fieldset className="form-row">
      <legend>{t("point.deadline")}</legend>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t("edit.kind")}</label>
        <select
          id={`${id}-kind`}
          value={kind}
          onChange={(event) => {
            const chosen = event.target.value as DeadlineKind;
            setKind(chosen);
            onChange(complete(chosen, start, end));
          }}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`deadline.${each}`)}
            </option>
          ))}
        </select>
      </div>
      {kind === "KIND_RANGE" && (
        <DateField
          label={t("edit.start")}
          value={start ?? ""}
          required
          onChange={(value) => {
            setStart(value);
            onChange(complete(kind, value, end));
          }}
        />
      )}
      {dated && (
        <DateField
          label={t("edit.end")}
          value={end ?? ""}
          required
          problem={backwards ? t("edit.backwards") : undefined}
          onChange={(value) => {
            setEnd(value);
            onChange(complete(kind, start, value));
          }}
        />
      )}
    </fieldset>
  );
}
