import { getAssignment } from "../api/assignments";
import { AssignmentDetails } from "../components/AssignmentDetails";
import { AssignmentStatus } from "../components/AssignmentItem";
import { Link } from "../components/Link";
import { Page } from "../components/Page";
import { Await } from "../components/States";
import { useTexts } from "../i18n";
import { useLoad } from "../lib/load";

/** One assignment by its address. */
export function AssignmentPage({ id }: { id: string }) {
  const { t } = useTexts();
  const name = `assignments/${id}`;
  const loaded = useLoad(name, (signal) => getAssignment(name, signal));
  return (
    <Page
      title={t("assignment.title")}
      above={
        <p className="crumbs">
          <Link to="/assignments">{t("assignment.all")}</Link>
        </p>
      }
    >
      <Await from={loaded}>
        {(assignment) => (
          <article className="card">
            <AssignmentStatus assignment={assignment} />
            <h2 className="assignment-text">
              {assignment.pointLabel && assignment.pointLabel !== "-" && (
                <span className="label">{assignment.pointLabel}</span>
              )}{" "}
              {assignment.pointText}
            </h2>
            <p className="muted">
              {assignment.executorDisplayName || t("assignment.noExecutor")}
              {assignment.territoryDisplayName && ` · ${assignment.territoryDisplayName}`}
            </p>
            <AssignmentDetails assignment={assignment} onChanged={loaded.put} />
          </article>
        )}
      </Await>
    </Page>
  );
}
