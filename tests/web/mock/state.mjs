// The stand-in's memory and what its operations do.
import { classes, expand, id, nameOf, organisations, readPoints, territories } from "./data.mjs";

export class Refusal extends Error {
  constructor(http, status, text, field) {
    super(status);
    this.field = field;
    this.http = http;
    this.status = status;
    this.text = text;
  }
}

export const state = {
  resolutions: [],
  points: [],
  corrections: [],
  relations: [],
  assignments: [],
  history: {},
  reports: {},
};

export const next = (etag) => `"${Number(etag.slice(1, -1)) + 1}"`;
export const now = () => new Date().toISOString();

export function find(list, name) {
  const found = list.find((each) => each.name === name);
  if (!found) throw new Refusal(404, "NOT_FOUND", "Такой записи нет.");
  return found;
}

export function check(row, etag) {
  if (etag && etag !== row.etag)
    throw new Refusal(409, "ABORTED", "Запись изменил другой человек.");
}

export const pointsOf = (name) => state.points.filter((p) => p.name.startsWith(`${name}/points/`));

export function count(resolution) {
  const points = pointsOf(resolution.name);
  const open = points.filter((p) => p.actionable);
  resolution.pointCount = points.length;
  resolution.actionableCount = open.length;
  resolution.unresolvedCount = open.filter(
    (p) => !p.addressees.some((a) => a.targets?.length),
  ).length;
}

export function named(point) {
  for (const each of point.addressees) each.targetDisplayNames = (each.targets ?? []).map(nameOf);
}

export function importText(fileName, text) {
  if (!/\d/.test(text)) throw new Refusal(400, "INVALID_ARGUMENT", "В файле нет текста резолюции.");
  const known = state.resolutions.find((r) => r.source === text);
  if (known) return { resolution: known, alreadyImported: true };
  const name = `resolutions/${id()}`;
  const points = readPoints(name, text);
  points.forEach(named);
  state.points.push(...points);
  const resolution = {
    name,
    document: `documents/${id()}`,
    state: "STATE_DRAFT",
    displayName: text.split("\n")[0].trim() || fileName,
    event: {
      territory: "город Тюмень",
      startDate: "2026-08-24",
      endDate: "2026-08-25",
      participants: 227,
      figures: [{ name: "schools", value: "41" }],
      parties: [
        { kind: "organiser", displayName: "Департамент образования области" },
        { kind: "venue", displayName: "Дом учителя" },
      ],
    },
    letter: {
      number: "115",
      date: "2026-08-28",
      issuer: "Департамент образования области",
      signatory: "А. А. Лесной",
      addressees: ["Руководителям муниципальных органов"],
    },
    warnings: ["Подпись в документе не найдена."],
    readerVersion: "1",
    etag: '"1"',
    source: text,
  };
  state.resolutions.unshift(resolution);
  count(resolution);
  return { resolution };
}

export function adopt(name, { etag, adoptDate }) {
  const resolution = find(state.resolutions, name);
  check(resolution, etag);
  const adopted = { state: "STATE_ADOPTED", adoptDate, contentHash: "5f".repeat(32), revision: 1 };
  return Object.assign(resolution, adopted, { etag: next(resolution.etag) });
}

export function plan(name) {
  const resolution = find(state.resolutions, name);
  const made = [];
  const points = pointsOf(name).filter((p) => p.actionable);
  const rows = points.map((point) => {
    const bodies = point.addressees.flatMap((a) => (a.targets ?? []).flatMap(expand));
    for (const body of bodies.length ? bodies : [undefined]) made.push({ point, body });
    const executors = bodies.slice(0, 10).map((body) => nameOf(body.name));
    const { label, text, name: from, deadline } = point;
    return {
      point: from,
      label,
      text,
      dueDate: deadline.endDate,
      executorCount: bodies.length,
      executors,
    };
  });
  const existing = state.assignments.filter((a) => a.resolution === name).length;
  const issuance = {
    pointCount: rows.length,
    assignmentCount: existing ? 0 : made.length,
    existingCount: existing,
    executorCount: new Set(made.map(({ body }) => body?.name)).size,
    unaddressedCount: rows.filter((row) => row.executorCount === 0).length,
    points: rows,
  };
  return { resolution, made, issuance };
}

export function issueOne({ point, body }, resolution) {
  const territory = territories.find((t) => t.name === body?.territory);
  const dueDate = point.deadline.endDate;
  const assignment = {
    name: `assignments/${id()}`,
    resolution: resolution.name,
    resolutionDisplayName: resolution.displayName,
    point: point.name,
    pointLabel: point.label,
    pointText: point.text,
    executor: body?.name,
    executorDisplayName: body ? nameOf(body.name) : point.addressees[0]?.phrase,
    territory: territory?.name,
    territoryDisplayName: territory?.displayName,
    deadline: point.deadline,
    dueDate,
    state: "STATE_ISSUED",
    overdue: dueDate !== undefined && dueDate < now().slice(0, 10),
    etag: '"1"',
  };
  state.assignments.push(assignment);
  state.reports[assignment.name] = [];
  state.history[assignment.name] = [
    { revision: "1", operation: "issue", toState: "STATE_ISSUED", actor: "operator", time: now() },
  ];
}

const AFTER = {
  acknowledge: "STATE_ACKNOWLEDGED",
  start: "STATE_IN_PROGRESS",
  report: "STATE_REPORTED",
  accept: "STATE_ACCEPTED",
  return: "STATE_RETURNED",
};

export function move(name, operation, body) {
  const row = find(state.assignments, name);
  check(row, body.etag);
  const comment = body.comment ?? body.report?.text;
  row.etag = next(row.etag);
  row.state = AFTER[operation];
  row.overdue = row.overdue && !["accept", "report"].includes(operation);
  if (operation === "return") row.decisionComment = comment;
  const entry = { revision: row.etag.slice(1, -1), operation, toState: row.state, comment };
  state.history[name].push({ ...entry, actor: "user", time: now() });
  if (body.report) {
    const report = {
      name: `${name}/reports/${id()}`,
      ...body.report,
      author: "user",
      createTime: now(),
    };
    state.reports[name].unshift(report);
  }
  return row;
}

export function counts(rows) {
  const of = (...states) => rows.filter((r) => states.includes(r.state.slice(6))).length;
  const open = of("ISSUED", "DELIVERED", "ACKNOWLEDGED", "IN_PROGRESS", "RETURNED");
  const [reported, accepted] = [of("REPORTED"), of("ACCEPTED")];
  const overdue = rows.filter((r) => r.overdue).length;
  const numbers = { total: rows.length, open, reported, accepted, overdue };
  return Object.fromEntries(Object.entries(numbers).map(([key, n]) => [key, String(n)]));
}

export { classes, organisations, territories };
