import type { ReactNode } from "react";
import { type SummaryRow, exportSummary } from "../api/reporting";
import { type Texts, useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { dateText } from "../lib/dates";
import { saveAs } from "../lib/download";
import { addressOf } from "../lib/router";
import { ErrorBox } from "./ErrorBox";
import { Link } from "./Link";
import { type Column, Table } from "./Table";

type Kind = "DIMENSION_POINT" | "DIMENSION_MUNICIPALITY";

interface Props {
  resolution: string;
  dimension: Kind;
  rows: SummaryRow[];
}

/** The name of a row; it leads to the assignments that it counts. */
function Name({ row, resolution, dimension }: { row: SummaryRow } & Omit<Props, "rows">) {
  const { t } = useTexts();
  const key = dimension === "DIMENSION_POINT" ? "point" : "territory";
  const name = row.displayName || t("summary.noTerritory");
  const to = addressOf("/assignments", { resolution, [key]: row.key });
  return (
    <>
      {row.label && row.label !== "-" && <span className="label">{row.label} </span>}
      {row.counts.total > 0 && row.key ? <Link to={to}>{name}</Link> : name}
    </>
  );
}

/** A point that only heads others or needs no action. */
const passive = (row: SummaryRow) => !row.actionable && row.counts.total === 0;

function columns(texts: Texts, title: string, name: (row: SummaryRow) => ReactNode) {
  const { t, number, percent } = texts;
  const figure = (field: keyof SummaryRow["counts"]) => (row: SummaryRow) =>
    number(row.counts[field]);
  const late = (row: SummaryRow) =>
    row.counts.overdue > 0 ? (
      <strong className="text-bad">{number(row.counts.overdue)}</strong>
    ) : (
      figure("overdue")(row)
    );
  const made: Column<SummaryRow>[] = [
    { title, heads: true, cell: name },
    { title: t("summary.total"), numeric: true, cell: figure("total") },
    { title: t("summary.open"), numeric: true, cell: figure("open") },
    { title: t("summary.reported"), numeric: true, cell: figure("reported") },
    { title: t("summary.accepted"), numeric: true, cell: figure("accepted") },
    { title: t("summary.overdue"), numeric: true, cell: late },
    {
      title: t("summary.share"),
      numeric: true,
      cell: (row) => percent(row.acceptedShare),
    },
    { title: t("summary.next"), cell: (row) => dateText(row.nextDueDate) },
  ];
  return made;
}

function rowClass(row: SummaryRow): string | undefined {
  if (row.counts.overdue > 0) return "row-late";
  return passive(row) ? "row-passive" : undefined;
}

/** A summary along one dimension, with its CSV. */
export function SummaryTable({ resolution, dimension, rows }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const byPoint = dimension === "DIMENSION_POINT";
  const csv = useAction(
    () => exportSummary(resolution, dimension),
    (blob) => saveAs(blob, byPoint ? "summary-points.csv" : "summary-municipalities.csv"),
  );
  const heading = t(byPoint ? "summary.byPoint" : "summary.byMunicipality");
  const first = t(byPoint ? "summary.point" : "summary.municipality");
  const name = (row: SummaryRow) => (
    <Name row={row} resolution={resolution} dimension={dimension} />
  );
  return (
    <section aria-label={heading}>
      <div className="section-head">
        <h2>{heading}</h2>
        <button
          type="button"
          className="button"
          disabled={csv.busy}
          aria-label={t(byPoint ? "summary.csvPoints" : "summary.csvMunicipalities")}
          onClick={() => void csv.run()}
        >
          {t("summary.csv")}
        </button>
      </div>
      {csv.error !== undefined && <ErrorBox error={csv.error} />}
      <Table
        caption={heading}
        columns={columns(texts, first, name)}
        rows={rows}
        rowKey={(row) => `${row.key} ${row.ordinal}`}
        rowClass={rowClass}
        bare={passive}
      />
    </section>
  );
}
