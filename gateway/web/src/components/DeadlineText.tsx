import type { Deadline } from "../api/decisions.types";
import { type Texts, useTexts } from "../i18n";
import { dateText } from "../lib/dates";

function words(deadline: Deadline, { t }: Texts): string {
  const [start, end] = [dateText(deadline.startDate), dateText(deadline.endDate)];
  if (deadline.kind === "KIND_DATE") return t("deadline.until", { end });
  if (deadline.kind === "KIND_RANGE") return t("deadline.range", { start, end });
  return t(`deadline.${deadline.kind}`);
}

/** A term as read, and as printed where that says more. */
export function DeadlineText({ deadline }: { deadline: Deadline }) {
  const texts = useTexts();
  const extra = deadline.recurrence || deadline.printed;
  return (
    <>
      <span className="nowrap">{words(deadline, texts)}</span>
      {extra && <span className="muted"> {texts.t("point.printed", { printed: extra })}</span>}
    </>
  );
}
