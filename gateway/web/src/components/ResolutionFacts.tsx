import type { Resolution } from "../api/resolutions.types";
import { useTexts } from "../i18n";
import { dateText } from "../lib/dates";
import { Link } from "./Link";
import type { ReactNode } from "react";

function eventDate({ event }: Resolution): string {
  const [start, end] = [dateText(event.startDate), dateText(event.endDate)];
  return start && end && start !== end ? `${start} – ${end}` : end || start;
}

/** What is known of a resolution, in one line. */
export function ResolutionFacts({ resolution }: { resolution: Resolution }) {
  const { t, number } = useTexts();
  const { event, letter, letters } = resolution;
  const title = letter?.number
    ? t("resolution.letterText", { number: letter.number, date: dateText(letter.date) })
    : "";
  const linked = letters[0] && (
    <Link to={letters.length === 1 ? `/${letters[0]}` : `/${resolution.name}/facts`}>
      {title || t("letter.open1", { n: number(letters.length) })}
    </Link>
  );
  const facts: [string, ReactNode][] = [
    [t("resolution.date"), eventDate(resolution)],
    [t("resolution.place"), event.territory],
    [t("resolution.participants"), event.participants ? number(event.participants) : ""],
    [t("resolution.letter"), linked || title],
    [t("resolution.adopted"), dateText(resolution.adoptDate)],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
