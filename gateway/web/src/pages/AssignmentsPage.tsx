import { listAssignments } from "../api/assignments";
import { AssignmentFilters } from "../components/AssignmentFilters";
import { AssignmentItem } from "../components/AssignmentItem";
import { ErrorBox } from "../components/ErrorBox";
import { Page } from "../components/Page";
import { Empty, Loading } from "../components/States";
import { useTexts } from "../i18n";
import { usePages } from "../lib/pages";
import { addressOf, navigate, useLocation } from "../lib/router";

/** The filter as the address has it; territories and executors stand there by their bare ids. */
export function filterOf(query: URLSearchParams) {
  const at = (name: string) => query.get(name) ?? "";
  const named = (name: string, collection: string) => {
    const id = at(name);
    return id && !id.includes("/") ? `${collection}/${id}` : id;
  };
  return {
    territory: named("territory", "territories"),
    executor: named("executor", "organisations"),
    resolution: named("resolution", "resolutions"),
    point: at("point"),
    state: at("state").toUpperCase(),
  };
}

/** Assignments of one office, or of whatever the filter in the address says. */
export function AssignmentsPage() {
  const { t, number } = useTexts();
  const { query } = useLocation();
  const filter = filterOf(query);
  const key = JSON.stringify(filter);
  const list = usePages(key, (token, signal) => listAssignments(filter, token, signal));
  const change = (to: Partial<typeof filter>) => {
    const { state, ...rest } = { ...filter, ...to };
    navigate(addressOf("/assignments", { ...rest, state: state.toLowerCase() }), { replace: true });
  };
  return (
    <Page title={t("assignments.title")}>
      <AssignmentFilters
        filter={filter}
        ofResolution={list.rows[0]?.resolutionDisplayName ?? ""}
        onChange={change}
      />
      <section aria-label={t("assignments.results")} aria-busy={list.loading}>
        {list.rows.length > 0 && (
          <ul className="assignments">
            {list.rows.map((row) => (
              <AssignmentItem key={row.name} assignment={row} onChanged={list.replace} />
            ))}
          </ul>
        )}
        {list.loading && <Loading />}
        {list.error !== undefined && <ErrorBox error={list.error} onRetry={list.retry} />}
        {!list.loading && list.error === undefined && list.rows.length === 0 && (
          <Empty title={t("assignments.empty")} hint={t("assignments.emptyHint")} />
        )}
        {list.rows.length > 0 && !list.loading && (
          <div className="more">
            <span className="muted" role="status">
              {t("assignments.shown", { n: number(list.rows.length) })}
            </span>
            {list.more && (
              <button type="button" className="button" onClick={list.showMore}>
                {t("state.more")}
              </button>
            )}
          </div>
        )}
      </section>
    </Page>
  );
}
