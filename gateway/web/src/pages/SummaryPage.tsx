import { useEffect, useRef } from "react";
import { ApiError } from "../api/error";
import { type ResolutionSummary, getSummary, projectionsCurrent } from "../api/reporting";
import { ErrorBox } from "../components/ErrorBox";
import { Figures } from "../components/Figures";
import { Link } from "../components/Link";
import { ResolutionFrame } from "../components/ResolutionFrame";
import { Empty, Loading } from "../components/States";
import { SummaryTable } from "../components/SummaryTable";
import { useTexts } from "../i18n";
import { momentText } from "../lib/dates";
import { useLoad } from "../lib/load";

interface Read {
  summary: ResolutionSummary | undefined;
  current: boolean;
}

/** A summary that is not there is no error: the projection may not have seen the resolution yet. */
async function read(name: string, signal: AbortSignal): Promise<Read> {
  const current = await projectionsCurrent(signal);
  try {
    return { summary: await getSummary(name, signal), current };
  } catch (error) {
    if (!(error instanceof ApiError && error.code === "NOT_FOUND")) throw error;
    return { summary: undefined, current };
  }
}

function Totals({ summary }: { summary: ResolutionSummary }) {
  const { t, percent } = useTexts();
  const { counts, acceptedShare } = summary.total;
  const cancelled = { label: t("summary.cancelled"), value: counts.cancelled };
  return (
    <Figures
      figures={[
        { label: t("summary.total"), value: counts.total },
        { label: t("summary.open"), value: counts.open },
        { label: t("summary.reported"), value: counts.reported },
        { label: t("summary.accepted"), value: counts.accepted, tone: "good" },
        {
          label: t("summary.overdue"),
          value: counts.overdue,
          ...(counts.overdue > 0 ? { tone: "bad" as const } : {}),
        },
        ...(counts.cancelled > 0 ? [cancelled] : []),
        { label: t("summary.share"), value: percent(acceptedShare) },
      ]}
    />
  );
}

/**
 * Reads again while the summary is behind, and twice more: a change of a moment ago may not even be
 * known to be missing. Then it stands still until the user asks.
 */
function useFollowing(data: Read | undefined, reload: () => void) {
  const left = useRef({ behind: 120, settled: 2 });
  useEffect(() => {
    if (!data) return;
    const which = data.current ? "settled" : "behind";
    if (left.current[which]-- <= 0) return;
    const timer = setTimeout(reload, 1000);
    return () => clearTimeout(timer);
  }, [data, reload]);
}

function Summary({ name }: { name: string }) {
  const { t } = useTexts();
  const loaded = useLoad(`${name}/summary`, (signal) => read(name, signal));
  const { data, reload } = loaded;
  const behind = data !== undefined && !data.current;
  useFollowing(data, reload);
  if (loaded.error !== undefined) return <ErrorBox error={loaded.error} onRetry={reload} />;
  if (!data) return <Loading />;
  const updating = (
    <p className="muted" role="status">
      {behind ? t("summary.updating") : ""}
    </p>
  );
  const { summary } = data;
  if (!summary || summary.total.counts.total === 0) {
    return (
      <>
        {updating}
        {!behind && (
          <Empty title={t("summary.empty")} hint={t("summary.emptyHint")}>
            <Link className="button" to={`/${name}/issue`}>
              {t("resolution.tab.issue")}
            </Link>
          </Empty>
        )}
      </>
    );
  }
  return (
    <>
      <div className="section-head">
        <p className="muted">{t("summary.asOf", { moment: momentText(summary.asOfTime) })}</p>
        <div className="buttons">
          <button type="button" className="button" onClick={reload}>
            {t("state.reload")}
          </button>
          <button type="button" className="button" onClick={() => window.print()}>
            {t("summary.print")}
          </button>
        </div>
      </div>
      {updating}
      <Totals summary={summary} />
      <p className="muted note">{t("summary.shareNote")}</p>
      <SummaryTable resolution={name} dimension="DIMENSION_POINT" rows={summary.points} />
      <SummaryTable
        resolution={name}
        dimension="DIMENSION_MUNICIPALITY"
        rows={summary.municipalities}
      />
    </>
  );
}

/** What is done, late and open of a resolution, by point and by municipality. */
export function SummaryPage({ id }: { id: string }) {
  return (
    <ResolutionFrame id={id}>{(resolution) => <Summary name={resolution.name} />}</ResolutionFrame>
  );
}
