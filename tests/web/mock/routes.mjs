// The stand-in's HTTP interface: the paths of the contracts that the page calls.
import * as drafts from "./drafts.mjs";
import { importLetter, isLetter, letterRoutes } from "./letters.mjs";
import { readRelations, relationRoutes } from "./relations.mjs";
import * as s from "./state.mjs";

const { state } = s;

const { bare } = drafts;

function row(key, displayName, rows, more = {}) {
  const numbers = s.counts(rows);
  const acceptedShare = rows.length ? Number(numbers.accepted) / rows.length : 0;
  const due = rows.filter((r) => r.state !== "STATE_ACCEPTED" && r.dueDate).map((r) => r.dueDate);
  return { key, displayName, counts: numbers, acceptedShare, nextDueDate: due.sort()[0], ...more };
}

function summary(name) {
  const { displayName } = s.find(state.resolutions, name);
  const rows = state.assignments.filter((a) => a.resolution === name);
  const points = s.pointsOf(name).map((p) => {
    const own = rows.filter((a) => a.point === p.name);
    return row(p.name, p.text, own, {
      label: p.label,
      ordinal: p.ordinal,
      actionable: p.actionable,
    });
  });
  const territories = s.territories.map((t) => {
    const own = rows.filter((a) => a.territory === t.name);
    return row(t.name, t.displayName, own, { actionable: true });
  });
  const asOfTime = new Date().toISOString();
  return {
    name,
    displayName,
    total: row(name, displayName, rows),
    points,
    municipalities: territories,
    asOfTime,
  };
}

function filtered(filter) {
  const value = (field) => new RegExp(`${field} = "?([^"\\s]+)"?`).exec(filter)?.[1];
  const fields = ["territory", "executor", "resolution", "point"].filter(value);
  return state.assignments.filter((a) => {
    const wanted = fields.every((field) => a[field] === value(field));
    const inState = !value("state") || a.state === value("state");
    return wanted && inState && (!value("overdue") || a.overdue);
  });
}

function page(rows, field, query) {
  const from = Number(query.get("pageToken") || 0);
  const to = from + Number(query.get("pageSize") || 50);
  return { [field]: rows.slice(from, to), nextPageToken: to < rows.length ? String(to) : "" };
}

function titled(filter) {
  const words = /display_name : "([^"]*)"/.exec(filter)?.[1]?.toLowerCase() ?? "";
  return state.resolutions.filter((each) => each.displayName.toLowerCase().includes(words));
}

async function issue(name, answer) {
  const { resolution, made, issuance } = s.plan(name);
  const totalCount = made.length;
  for (const [at, each] of made.entries()) {
    s.issueOne(each, resolution);
    if (at % 5 === 0) await answer({ writtenCount: at, totalCount });
  }
  await answer({ writtenCount: totalCount, totalCount, issuance });
}

function found(query) {
  const words = /display_name : "([^"]*)"/.exec(query.get("filter") ?? "")?.[1] ?? "";
  const territory = /territory = "([^"]*)"/.exec(query.get("filter") ?? "")?.[1];
  const matches = (o) => o.displayName.toLowerCase().includes(words.toLowerCase());
  return s.organisations.filter((o) => matches(o) && (!territory || o.territory === territory));
}

const token = (claims) => {
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const body = JSON.stringify({ ...claims, sub: claims.subject, exp });
  return { token: `e30.${Buffer.from(body).toString("base64url")}.x` };
};

// [method, path pattern, answer({match, query, body, text, send})]
export const routes = [
  ["POST", /^\/auth\/local$/, ({ body }) => token(body)],
  [
    "GET",
    /^\/v1\/resolutions$/,
    ({ query }) => page(titled(query.get("filter") ?? "").map(bare), "resolutions", query),
  ],
  [
    "POST",
    /^\/v1\/documents:import$/,
    ({ query, text }) => {
      if (isLetter(text)) return importLetter(query.get("fileName"), text);
      const { resolution, ...rest } = s.importText(query.get("fileName"), text);
      if (!rest.alreadyImported) state.relations.push(...readRelations(resolution));
      return { resolution: bare(resolution), ...rest };
    },
  ],
  [
    "GET",
    /^\/v1\/(resolutions\/[^/:]+)$/,
    ({ match }) => bare(s.find(state.resolutions, match[1])),
  ],
  [
    "GET",
    /^\/v1\/(resolutions\/[^/]+)\/points$/,
    ({ match, query }) => page(s.pointsOf(match[1]), "points", query),
  ],
  ["PATCH", /^\/v1\/resolutions\/[^/]+\/points\/[^/]+$/, ({ body }) => drafts.updatePoint(body)],
  ...letterRoutes,
  ...drafts.draftRoutes,
  ...relationRoutes,
  [
    "POST",
    /^\/v1\/(resolutions\/[^/]+):adopt$/,
    ({ match, body }) => bare(s.adopt(match[1], body)),
  ],
  ["POST", /^\/v1\/(resolutions\/[^/]+):previewIssue$/, ({ match }) => s.plan(match[1]).issuance],
  ["POST", /^\/v1\/(resolutions\/[^/]+):issue$/, ({ match, send }) => issue(match[1], send)],
  ["GET", /^\/v1\/(resolutions\/[^/]+)\/summary$/, ({ match }) => summary(match[1])],
  [
    "GET",
    /^\/v1\/summaries:export$/,
    ({ query }) =>
      `\ufeffПункт;Всего\n${s
        .pointsOf(query.get("resolution"))
        .map((p) => `${p.text};1`)
        .join("\n")}\n`,
  ],
  [
    "GET",
    /^\/v1\/projectionStatus$/,
    () => ({ sources: [{ cursor: "1", headCursor: "1", connected: true }] }),
  ],
  ["GET", /^\/v1\/territories$/, ({ query }) => page(s.territories, "territories", query)],
  ["GET", /^\/v1\/organisations$/, ({ query }) => page(found(query), "organisations", query)],
  ["GET", /^\/v1\/(organisations\/[^/]+)$/, ({ match }) => s.find(s.organisations, match[1])],
  [
    "POST",
    /^\/v1\/addressees:resolve$/,
    () => ({
      resolutions: [
        { alternatives: s.classes.map((c) => ({ addressee: c.name, displayName: c.displayName })) },
      ],
    }),
  ],
  [
    "GET",
    /^\/v1\/assignments$/,
    ({ query }) => page(filtered(query.get("filter") ?? ""), "assignments", query),
  ],
  ["GET", /^\/v1\/(assignments\/[^/:]+)$/, ({ match }) => s.find(state.assignments, match[1])],
  [
    "POST",
    /^\/v1\/(assignments\/[^/:]+):(\w+)$/,
    ({ match, body }) => s.move(match[1], match[2], body),
  ],
  [
    "GET",
    /^\/v1\/(assignments\/[^/]+)\/history$/,
    ({ match }) => ({ entries: state.history[match[1]] }),
  ],
  [
    "GET",
    /^\/v1\/(assignments\/[^/]+)\/reports$/,
    ({ match }) => ({ reports: state.reports[match[1]] }),
  ],
];
