import type { Deadline } from "../api/points.types";
import { type Texts, useTexts } from "../i18n";
import { dateText } from "../lib/dates";

export function deadlineWords(deadline: Deadline, { t }: Texts): string {
  const [start, end] = [dateText(deadline.startDate), dateText(deadline.endDate)];
  if (deadline.kind === "KIND_DATE") return t("deadline.until", { end });
  if (deadline.kind === "KIND_RANGE") return t("deadline.range", { start, end });
  return t(`deadline.${deadline.kind}`);
}

/** The printed phrase names the day in digits: there is nothing to add. */
function sameDay({ kind, endDate, printed }: Deadline): boolean {
  return kind === "KIND_DATE" && printed.includes(dateText(endDate));
}

/** A term as read, and as printed where that says more. */
export function DeadlineText({ deadline }: { deadline: Deadline }) {
  const texts = useTexts();
  const read = deadlineWords(deadline, texts);
  const extra = deadline.recurrence || deadline.printed;
  const known = read.toLowerCase() === extra.toLowerCase() || sameDay(deadline);
  return (
    <>
      <span className="nowrap">{read}</span>
      {extra && !known && (
        <span className="muted"> {texts.t("point.printed", { printed: extra })}</span>
      )}
    </>
  );
}
