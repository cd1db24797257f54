import { type FormEvent, useState } from "react";
import { adoptResolution } from "../api/decisions";
import type { Resolution } from "../api/resolutions.types";
import { ApiError } from "../api/error";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { today } from "../lib/dates";
import { announce } from "./Announcer";
import { DateField } from "./DateField";
import { ErrorBox } from "./ErrorBox";
import { FocusedHeading } from "./Focused";
import { Link } from "./Link";

interface Props {
  resolution: Resolution;
  editable: boolean;
  onAdopted: (resolution: Resolution) => void;
  onStale: () => void;
}

/** The step that freezes a resolution, and afterwards the way on. */
export function AdoptPanel({ resolution, editable, onAdopted, onStale }: Props) {
  const { t, n } = useTexts();
  const [date, setDate] = useState<string | undefined>(resolution.event.endDate || today());
  const [justNow, setJustNow] = useState(false);
  const adopt = useAction(
    (requestId, day: string) => adoptResolution(resolution, day, requestId),
    (changed: Resolution) => {
      setJustNow(true);
      onAdopted(changed);
      announce(t("adopt.done"));
    },
  );
  if (resolution.state === "STATE_ADOPTED") {
    return (
      <section className="card panel panel-good">
        {justNow ? <FocusedHeading>{t("adopt.done")}</FocusedHeading> : <h2>{t("adopt.done")}</h2>}
        <p>{t("adopt.doneHint")}</p>
        <Link className="button button-main" to={`/${resolution.name}/issue`}>
          {t("adopt.next")}
        </Link>
      </section>
    );
  }
  if (!editable) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (date) void adopt.run(date);
  };
  const stale = adopt.error instanceof ApiError && adopt.error.code === "ABORTED";
  return (
    <section className="card panel" aria-labelledby="adopt-title">
      <h2 id="adopt-title">{t("adopt.title")}</h2>
      <p>
        {resolution.unresolvedCount > 0 ? (
          <strong className="text-warn">{n("unresolved", resolution.unresolvedCount)}. </strong>
        ) : (
          `${t("adopt.ready")} `
        )}
        {t("adopt.hint")}
      </p>
      <form className="form-row" onSubmit={submit}>
        <DateField
          label={t("adopt.date")}
          value={resolution.event.endDate || today()}
          onChange={setDate}
          required
        />
        <button type="submit" className="button button-main" disabled={adopt.busy}>
          {t("adopt.submit")}
        </button>
      </form>
      {adopt.error !== undefined && (
        <ErrorBox
          error={adopt.error}
          onRetry={
            stale
              ? () => {
                  adopt.clear();
                  onStale();
                }
              : undefined
          }
        />
      )}
    </section>
  );
}
