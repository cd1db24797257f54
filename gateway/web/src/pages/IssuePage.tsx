import { useEffect, useId, useState } from "react";
import { type Progress, issueAssignments, previewIssue } from "../api/assignments";
import type { Issuance } from "../api/assignments.types";
import type { Resolution } from "../api/resolutions.types";
import { announce } from "../components/Announcer";
import { ErrorBox } from "../components/ErrorBox";
import { FocusedHeading } from "../components/Focused";
import { IssueFigures, IssuePoints } from "../components/IssuePreview";
import { Link } from "../components/Link";
import { ResolutionFrame } from "../components/ResolutionFrame";
import { Await, Empty } from "../components/States";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { useLoad } from "../lib/load";
import { addressOf } from "../lib/router";
import { may, session } from "../lib/session";

function ProgressBar({ progress }: { progress: Progress }) {
  const { t, number } = useTexts();
  const id = useId();
  const { written, total } = progress;
  return (
    <div className="progress">
      <label htmlFor={id}>{t("issue.progress")}</label>
      <progress id={id} {...(total > 0 ? { max: total, value: written } : {})} />
      <p role="status">
        {total > 0 && t("issue.progressCount", { written: number(written), total: number(total) })}
      </p>
    </div>
  );
}

function Onward({ name }: { name: string }) {
  const { t } = useTexts();
  return (
    <div className="buttons">
      <Link className="button button-main" to={addressOf("/assignments", { resolution: name })}>
        {t("issue.toAssignments")}
      </Link>
      <Link className="button" to={`/${name}/summary`}>
        {t("issue.toSummary")}
      </Link>
    </div>
  );
}

function Done({ issuance, name }: { issuance: Issuance; name: string }) {
  const { t, n } = useTexts();
  useEffect(() => announce(t("issue.done")), [t]);
  return (
    <section className="card panel panel-good">
      <FocusedHeading>{t("issue.done")}</FocusedHeading>
      <p>
        {n("assignments", issuance.assignmentCount)}, {n("executors", issuance.executorCount)}
      </p>
      <Onward name={name} />
    </section>
  );
}

function Issue({ resolution }: { resolution: Resolution }) {
  const { t } = useTexts();
  const current = session.use();
  const { name } = resolution;
  const [progress, setProgress] = useState<Progress>({ written: 0, total: 0 });
  const [done, setDone] = useState<Issuance>();
  const preview = useLoad(`${name}/preview`, (signal) => previewIssue(name, signal));
  const issue = useAction(
    (requestId) => issueAssignments(name, requestId, setProgress),
    (issuance: Issuance) => setDone(issuance),
  );
  if (done) return <Done issuance={done} name={name} />;
  const issues = current !== undefined && may(current.claims, "prepare");
  return (
    <Await from={preview}>
      {(planned) => (
        <>
          <section className="card panel" aria-label={t("issue.title")} aria-busy={issue.busy}>
            {planned.assignmentCount === 0 && planned.existingCount > 0 ? (
              <>
                <h2>{t("issue.nothing")}</h2>
                <Onward name={name} />
              </>
            ) : (
              <>
                <IssueFigures issuance={planned} />
                {issue.busy ? (
                  <ProgressBar progress={progress} />
                ) : (
                  issues &&
                  issue.error === undefined && (
                    <div className="panel-action">
                      <p>{t("issue.confirm")}</p>
                      <button
                        type="button"
                        className="button button-main"
                        onClick={() => void issue.run()}
                      >
                        {t("issue.submit")}
                      </button>
                    </div>
                  )
                )}
                {issue.error !== undefined && (
                  <ErrorBox error={issue.error} onRetry={() => void issue.run()} />
                )}
              </>
            )}
          </section>
          <h2>{t("issue.preview")}</h2>
          <IssuePoints issuance={planned} />
        </>
      )}
    </Await>
  );
}

/** Preview and issue of the assignments of an adopted resolution. */
export function IssuePage({ id }: { id: string }) {
  const { t } = useTexts();
  return (
    <ResolutionFrame id={id}>
      {(resolution) =>
        resolution.state === "STATE_ADOPTED" ? (
          <Issue resolution={resolution} />
        ) : (
          <Empty title={t("issue.notAdopted")} hint={t("issue.notAdoptedHint")}>
            <Link className="button button-main" to={`/${resolution.name}`}>
              {t("issue.toPoints")}
            </Link>
          </Empty>
        )
      }
    </ResolutionFrame>
  );
}
