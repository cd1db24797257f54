import type { Issuance, PointIssue } from "../api/assignments.types";
import { type Texts, useTexts } from "../i18n";
import { dateText } from "../lib/dates";
import { type Figure, Figures } from "./Figures";
import { type Column, Table } from "./Table";

function executors(row: PointIssue, { t, n, number }: Texts) {
  if (row.executorCount === 0) {
    return <span className="text-warn">{t("assignment.noExecutor")}</span>;
  }
  const rest = row.executorCount - row.executors.length;
  const more = rest > 0 ? ` ${t("issue.more", { n: number(rest) })}` : "";
  if (row.executorCount === 1) return row.executors[0];
  return (
    <details>
      <summary>{n("executors", row.executorCount)}</summary>
      {row.executors.join(", ")}
      {more}
    </details>
  );
}

function columns(texts: Texts): Column<PointIssue>[] {
  const { t } = texts;
  return [
    {
      title: t("summary.point"),
      heads: true,
      cell: (row) => (
        <>
          {row.label && row.label !== "-" && <span className="label">{row.label}</span>} {row.text}
          {row.warnings.map((text) => (
            <span key={text} className="text-warn block">
              {text}
            </span>
          ))}
        </>
      ),
    },
    {
      title: t("point.deadline"),
      cell: (row) => (
        <span className="nowrap">{dateText(row.dueDate) || t("assignment.noDue")}</span>
      ),
    },
    { title: t("issue.who"), cell: (row) => executors(row, texts) },
  ];
}

export function IssueFigures({ issuance }: { issuance: Issuance }) {
  const { t } = useTexts();
  const figures: Figure[] = [
    { label: t("issue.points"), value: issuance.pointCount },
    { label: t("issue.assignments"), value: issuance.assignmentCount },
    { label: t("issue.executors"), value: issuance.executorCount },
  ];
  if (issuance.existingCount > 0) {
    figures.push({ label: t("issue.existing"), value: issuance.existingCount });
  }
  if (issuance.unaddressedCount > 0) {
    const value = issuance.unaddressedCount;
    figures.push({ label: t("issue.unaddressed"), value, tone: "warn" });
  }
  return <Figures figures={figures} />;
}

/** What an issue makes, point by point. */
export function IssuePoints({ issuance }: { issuance: Issuance }) {
  const texts = useTexts();
  return (
    <Table
      caption={texts.t("issue.preview")}
      columns={columns(texts)}
      rows={issuance.points}
      rowKey={(row) => row.point}
    />
  );
}
