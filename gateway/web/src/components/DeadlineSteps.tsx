import { explainDeadline } from "../api/editing";
import type { Point } from "../api/points.types";
import { useTexts } from "../i18n";
import { dateText } from "../lib/dates";
import { useLoad } from "../lib/load";
import { Await } from "./States";

/** Step by step, how a term became the day by which a point is due. */
export function DeadlineSteps({ point }: { point: Point }) {
  const { t, language } = useTexts();
  const loaded = useLoad(`${point.name} ${point.etag} explained`, (signal) =>
    explainDeadline(point.name, signal),
  );
  return (
    <Await from={loaded}>
      {({ steps, dueDate, reportDate }) => (
        <div className="steps">
          <ol>
            {steps.map((step, i) => (
              <li key={i}>
                {(language === "en" && step.descriptionEnglish) || step.description}
                {step.afterDate && step.afterDate !== step.beforeDate && (
                  <span className="nowrap">
                    {" "}
                    {step.beforeDate && `${dateText(step.beforeDate)} `}
                    {`→ ${dateText(step.afterDate)}`}
                  </span>
                )}
                {step.source && <span className="muted block">{step.source}</span>}
              </li>
            ))}
          </ol>
          <p>
            <strong>
              {dueDate
                ? t("explain.due", { due: dateText(dueDate) })
                : reportDate
                  ? t("explain.report", { due: dateText(reportDate) })
                  : t("explain.none")}
            </strong>
          </p>
        </div>
      )}
    </Await>
  );
}
