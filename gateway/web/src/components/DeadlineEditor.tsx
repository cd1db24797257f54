import { useId, useState } from "react";
import type { Deadline, DeadlineKind } from "../api/points.types";
import { useTexts } from "../i18n";
import type { DraftDeadline } from "../lib/draft";
import { DateField } from "./DateField";

const KINDS: DeadlineKind[] = ["KIND_DATE", "KIND_RANGE", "KIND_STANDING", "KIND_NONE"];

interface Props {
  deadline: Deadline;
  /** What the server has against it. */
  problem: string | undefined;
  /** Gets undefined while a date is missing or wrong. */
  onChange: (deadline: DraftDeadline | undefined) => void;
}

/** What the server would take, or undefined. */
function complete(
  kind: DeadlineKind,
  start: string | undefined,
  end: string | undefined,
  recurrence: string,
): DraftDeadline | undefined {
  const none = { kind, startDate: "", endDate: "", recurrence: "" };
  if (kind === "KIND_DATE") return end ? { ...none, endDate: end } : undefined;
  if (kind === "KIND_RANGE") {
    return start && end && start <= end ? { ...none, startDate: start, endDate: end } : undefined;
  }
  return kind === "KIND_STANDING" ? { ...none, recurrence } : none;
}

/** Kind and dates of a deadline; what was printed stays. */
export function DeadlineEditor({ deadline, problem, onChange }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [kind, setKind] = useState<DeadlineKind>(
    deadline.kind === "KIND_UNSPECIFIED" ? "KIND_NONE" : deadline.kind,
  );
  const [start, setStart] = useState<string | undefined>(deadline.startDate);
  const [end, setEnd] = useState<string | undefined>(deadline.endDate);
  const [every, setEvery] = useState(deadline.recurrence);
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
            onChange(complete(chosen, start, end, every));
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
            onChange(complete(kind, value, end, every));
          }}
        />
      )}
      {kind === "KIND_STANDING" && (
        <div className="field">
          <label htmlFor={`${id}-every`}>{t("edit.recurrence")}</label>
          <input
            id={`${id}-every`}
            value={every}
            placeholder={t("edit.recurrenceHint")}
            onChange={(event) => {
              setEvery(event.target.value);
              onChange(complete(kind, start, end, event.target.value.trim()));
            }}
          />
        </div>
      )}
      {dated && (
        <DateField
          label={t("edit.end")}
          value={end ?? ""}
          required
          problem={backwards ? t("edit.backwards") : undefined}
          onChange={(value) => {
            setEnd(value);
            onChange(complete(kind, start, value, every));
          }}
        />
      )}
      {problem !== undefined && <p className="field-error">{problem}</p>}
    </fieldset>
  );
}
