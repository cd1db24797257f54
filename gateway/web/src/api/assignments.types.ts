/** Assignments as rezon.assignments.v1 has them, with every default filled in. */

import { type Deadline, readDeadline } from "./points.types";
import { fill, list, object } from "./fill";

export const ASSIGNMENT_STATES = [
  "ISSUED",
  "DELIVERED",
  "ACKNOWLEDGED",
  "IN_PROGRESS",
  "REPORTED",
  "RETURNED",
  "ACCEPTED",
  "CANCELLED",
] as const;
export type AssignmentState = `STATE_${(typeof ASSIGNMENT_STATES)[number]}` | "STATE_UNSPECIFIED";

const assignment = {
  name: "",
  resolution: "",
  resolutionDisplayName: "",
  point: "",
  pointLabel: "",
  pointText: "",
  executor: "",
  executorDisplayName: "",
  territory: "",
  territoryDisplayName: "",
  dueDate: "",
  state: "STATE_UNSPECIFIED" as AssignmentState,
  overdue: false,
  lastReportText: "",
  decisionComment: "",
  etag: "",
};
export type Assignment = typeof assignment & { deadline: Deadline };

export function readAssignment(raw: unknown): Assignment {
  return { ...fill(assignment, raw), deadline: readDeadline(object(raw).deadline) };
}

const report = { name: "", text: "", ask: "", links: [] as string[], author: "", createTime: "" };
export type ProgressReport = typeof report;
export const readReport = (raw: unknown): ProgressReport => fill(report, raw);

const history = {
  revision: 0,
  operation: "",
  fromState: "STATE_UNSPECIFIED" as AssignmentState,
  toState: "STATE_UNSPECIFIED" as AssignmentState,
  comment: "",
  actor: "",
  time: "",
};
export type HistoryEntry = typeof history;
export const readHistory = (raw: unknown): HistoryEntry => fill(history, raw);

const pointIssue = {
  point: "",
  label: "",
  text: "",
  dueDate: "",
  executorCount: 0,
  executors: [] as string[],
  warnings: [] as string[],
};
export type PointIssue = typeof pointIssue;

const issuance = {
  name: "",
  pointCount: 0,
  assignmentCount: 0,
  executorCount: 0,
  existingCount: 0,
  unaddressedCount: 0,
};
export type Issuance = typeof issuance & { points: PointIssue[] };

export function readIssuance(raw: unknown): Issuance {
  const points = list(object(raw).points, (each) => fill(pointIssue, each));
  return { ...fill(issuance, raw), points };
}
