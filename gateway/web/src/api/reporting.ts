/** Calls of rezon.reporting.v1. */

import { fill, list, object } from "./fill";
import { request, send } from "./http";

const counts = {
  total: 0,
  open: 0,
  reported: 0,
  accepted: 0,
  cancelled: 0,
  overdue: 0,
  doneLate: 0,
  inProgress: 0,
};
export type Counts = typeof counts;

const row = {
  key: "",
  displayName: "",
  label: "",
  acceptedShare: 0,
  nextDueDate: "",
  ordinal: 0,
  actionable: false,
};
export type SummaryRow = typeof row & { counts: Counts };

function readRow(raw: unknown): SummaryRow {
  return { ...fill(row, raw), counts: fill(counts, object(raw).counts) };
}

export interface ResolutionSummary {
  displayName: string;
  asOfTime: string;
  total: SummaryRow;
  points: SummaryRow[];
  municipalities: SummaryRow[];
}

export async function getSummary(
  resolution: string,
  signal: AbortSignal,
): Promise<ResolutionSummary> {
  const raw = object(await request({ path: `/v1/${resolution}/summary`, signal }));
  return {
    ...fill({ displayName: "", asOfTime: "" }, raw),
    total: readRow(raw.total),
    points: list(raw.points, readRow),
    municipalities: list(raw.municipalities, readRow),
  };
}

/** True when every followed feed is applied up to its newest event. */
export async function projectionsCurrent(signal: AbortSignal): Promise<boolean> {
  const raw = object(await request({ path: "/v1/projectionStatus", signal }));
  const source = { cursor: 0, headCursor: 0, connected: false };
  const sources = list(raw.sources, (each) => fill(source, each));
  return sources.every((each) => each.connected && each.cursor >= each.headCursor);
}

export type Dimension = "DIMENSION_POINT" | "DIMENSION_MUNICIPALITY" | "DIMENSION_EXECUTOR";

export async function exportSummary(resolution: string, dimension: Dimension): Promise<Blob> {
  const query = { dimension, resolution };
  const { response } = await send({ path: "/v1/summaries:export", query });
  return response.blob();
}
