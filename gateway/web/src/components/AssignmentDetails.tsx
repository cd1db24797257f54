import { getAssignment, listHistory, listReports } from "../api/assignments";
import type { Assignment, HistoryEntry, ProgressReport } from "../api/assignments.types";
import { type TextKey, useTexts } from "../i18n";
import { texts } from "../i18n/ru";
import { momentText } from "../lib/dates";
import { useLoad } from "../lib/load";
import { DeadlineText } from "./DeadlineText";
import { Link } from "./Link";
import { MoveForms } from "./MoveForms";
import { Await } from "./States";

function safeLink(link: string): boolean {
  return /^https?:\/\//i.test(link);
}

function Report({ report }: { report: ProgressReport }) {
  return (
    <li className="report">
      <p className="preserve">{report.text}</p>
      {report.links.filter(safeLink).map((link) => (
        <p key={link}>
          <a href={link} rel="noreferrer noopener" target="_blank">
            {link}
          </a>
        </p>
      ))}
      <p className="muted">
        {report.author} · {momentText(report.createTime)}
      </p>
    </li>
  );
}

function History({ entries }: { entries: HistoryEntry[] }) {
  const { t } = useTexts();
  const operation = (name: string) => {
    const key = `history.${name}`;
    return key in texts ? t(key as TextKey) : name;
  };
  return (
    <ol className="history">
      {entries.map((entry) => (
        <li key={entry.revision}>
          <strong>{operation(entry.operation)}</strong>
          <span className="muted">
            {momentText(entry.time)} · {entry.actor}
          </span>
          {entry.comment && entry.operation !== "report" && (
            <p className="preserve">{entry.comment}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

interface Props {
  assignment: Assignment;
  onChanged: (assignment: Assignment) => void;
  /** True where the assignment is one of a list: then it has a link of its own. */
  linked?: boolean;
}

/** Everything about one assignment, and what can be done with it. */
export function AssignmentDetails({ assignment, onChanged, linked }: Props) {
  const { t } = useTexts();
  const { name, etag } = assignment;
  const more = useLoad(`${name} ${etag}`, (signal) =>
    Promise.all([listReports(name, signal), listHistory(name, signal)]),
  );
  const refresh = () => {
    getAssignment(name, new AbortController().signal).then(onChanged, () => more.reload());
  };
  return (
    <div className="details">
      <dl className="facts">
        <div>
          <dt>{t("assignment.resolution")}</dt>
          <dd>
            <Link to={`/${assignment.resolution}`}>{assignment.resolutionDisplayName}</Link>
          </dd>
        </div>
        <div>
          <dt>{t("point.deadline")}</dt>
          <dd>
            <DeadlineText deadline={assignment.deadline} />
          </dd>
        </div>
        {assignment.decisionComment && (
          <div>
            <dt>{t("assignment.comment")}</dt>
            <dd className="preserve">{assignment.decisionComment}</dd>
          </div>
        )}
      </dl>
      <MoveForms assignment={assignment} onMoved={onChanged} onStale={refresh} />
      <Await from={more}>
        {([reports, entries]) => (
          <div className="details-columns">
            <section>
              <h3>{t("assignment.reports")}</h3>
              {reports.length === 0 ? (
                <p className="muted">{t("assignment.noReports")}</p>
              ) : (
                <ul className="plain">
                  {reports.map((report) => (
                    <Report key={report.name} report={report} />
                  ))}
                </ul>
              )}
            </section>
            <section>
              <h3>{t("assignment.history")}</h3>
              <History entries={entries} />
            </section>
          </div>
        )}
      </Await>
      {linked && (
        <p>
          <Link to={`/${name}`}>{t("assignment.link")}</Link>
        </p>
      )}
    </div>
  );
}
