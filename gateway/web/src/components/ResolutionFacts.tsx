import { downloadDocument } from "../api/decisions";
import type { Resolution } from "../api/decisions.types";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { dateText } from "../lib/dates";
import { saveAs } from "../lib/download";
import { ErrorBox } from "./ErrorBox";

function eventDate({ event }: Resolution): string {
  const [start, end] = [dateText(event.startDate), dateText(event.endDate)];
  return start && end && start !== end ? `${start} – ${end}` : end || start;
}

/** What is known of a resolution, in one line, and its source file. */
export function ResolutionFacts({ resolution }: { resolution: Resolution }) {
  const { t, number } = useTexts();
  const { event, letter } = resolution;
  const source = useAction(
    () => downloadDocument(resolution.document),
    (file) => saveAs(file.blob, file.name),
  );
  const facts: [string, string][] = [
    [t("resolution.date"), eventDate(resolution)],
    [t("resolution.place"), event.territory],
    [t("resolution.participants"), event.participants ? number(event.participants) : ""],
    [
      t("resolution.letter"),
      letter?.number
        ? t("resolution.letterText", { number: letter.number, date: dateText(letter.date) })
        : "",
    ],
    [t("resolution.adopted"), dateText(resolution.adoptDate)],
    [t("resolution.hash"), resolution.contentHash.slice(0, 12)],
  ];
  return (
    <>
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {resolution.document && (
          <div>
            <dt className="visually-hidden">{t("resolution.source")}</dt>
            <dd>
              <button
                type="button"
                className="link"
                disabled={source.busy}
                onClick={() => void source.run()}
              >
                {t("resolution.source")}
              </button>
            </dd>
          </div>
        )}
      </dl>
      {source.error !== undefined && <ErrorBox error={source.error} />}
    </>
  );
}
