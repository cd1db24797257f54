/** Calls of rezon.assignments.v1. */

import {
  type Assignment,
  type HistoryEntry,
  type Issuance,
  type ProgressReport,
  readAssignment,
  readHistory,
  readIssuance,
  readReport,
} from "./assignments.types";
import { object } from "./fill";
import { request } from "./http";
import { type Page, allPages, page, quoted } from "./page";
import { stream } from "./stream";

export async function previewIssue(resolution: string, signal: AbortSignal): Promise<Issuance> {
  const path = `/v1/${resolution}:previewIssue`;
  return readIssuance(await request({ method: "POST", path, json: {}, signal, repeatable: true }));
}

export interface Progress {
  written: number;
  total: number;
}

/** Issues with progress; ends with the issuance. The same request id never issues twice. */
export async function issueAssignments(
  resolution: string,
  requestId: string,
  onProgress: (progress: Progress) => void,
): Promise<Issuance> {
  let issuance: unknown;
  const path = `/v1/${resolution}:issue`;
  const call = { method: "POST" as const, path, json: { requestId }, repeatable: true };
  await stream(call, (raw) => {
    const message = object(raw);
    const written = Number(message.writtenCount ?? 0);
    onProgress({ written, total: Number(message.totalCount ?? 0) });
    if (message.issuance !== undefined) issuance = message.issuance;
  });
  return readIssuance(issuance);
}

export interface AssignmentFilter {
  territory?: string;
  executor?: string;
  resolution?: string;
  point?: string;
  /** A value name of Assignment.State without `STATE_`, or `OVERDUE`. */
  state?: string;
}

export function filterText(filter: AssignmentFilter): string {
  const parts = [];
  for (const field of ["territory", "executor", "resolution", "point"] as const) {
    const value = filter[field];
    if (value) parts.push(`${field} = ${quoted(value)}`);
  }
  if (filter.state === "OVERDUE") parts.push("overdue = true");
  else if (filter.state) parts.push(`state = STATE_${filter.state}`);
  return parts.join(" AND ");
}

export function listAssignments(
  filter: AssignmentFilter,
  pageToken: string,
  signal: AbortSignal,
): Promise<Page<Assignment>> {
  const query = { pageSize: 25, pageToken, filter: filterText(filter) };
  return page({ path: "/v1/assignments", field: "assignments", query, signal }, readAssignment);
}

export async function getAssignment(name: string, signal: AbortSignal): Promise<Assignment> {
  return readAssignment(await request({ path: `/v1/${name}`, signal }));
}

export type Operation = "acknowledge" | "start" | "report" | "accept" | "return";

/** Moves an assignment as it was read; `body` has what the operation asks for. */
export async function moveAssignment(
  from: Assignment,
  operation: Operation,
  body: object,
  requestId: string,
): Promise<Assignment> {
  return readAssignment(
    await request({
      method: "POST",
      path: `/v1/${from.name}:${operation}`,
      json: { etag: from.etag, requestId, ...body },
      repeatable: true,
    }),
  );
}

export function listHistory(name: string, signal: AbortSignal): Promise<HistoryEntry[]> {
  return allPages({ path: `/v1/${name}/history`, field: "entries", signal }, readHistory);
}

export function listReports(name: string, signal: AbortSignal): Promise<ProgressReport[]> {
  return allPages({ path: `/v1/${name}/reports`, field: "reports", signal }, readReport);
}
