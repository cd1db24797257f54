// What a person does to the points and facts of a draft, and how its document is read again.
import { id, readPoints, spanOf } from "./data.mjs";
import { letterDocument } from "./letters.mjs";
import * as s from "./state.mjs";

const { state, Refusal } = s;

export const bare = ({ source, ...resolution }) => resolution;
const ofPoint = (name) => s.find(state.resolutions, name.split("/points/")[0]);
const parentOf = (point) => point.parent ?? "";

function touch(resolution) {
  resolution.etag = s.next(resolution.etag);
  s.count(resolution);
}

function note(resolution, action, more) {
  const name = `${resolution.name}/corrections/${id()}`;
  const kept = structuredClone(more);
  const entry = { name, action, corrector: "operator", createTime: s.now(), ...kept };
  state.corrections.unshift(entry);
  touch(resolution);
}

function sign(point, fields) {
  point.etag = s.next(point.etag);
  point.corrector = "operator";
  point.confidence = 1;
  point.correctedFields = [...new Set([...(point.correctedFields ?? []), ...fields])];
}

function wrong(field, text) {
  return new Refusal(400, "INVALID_ARGUMENT", text, field);
}

function checkText(text) {
  if (text !== undefined && !text.trim()) throw wrong("point.text", "Поле не может быть пустым.");
}

// Puts points back in document order: each behind the one above it.
function order(resolution) {
  const own = s.pointsOf(resolution.name);
  const sorted = [];
  const walk = (parent) => {
    for (const point of own.filter((p) => parentOf(p) === parent)) {
      sorted.push(point);
      walk(point.name);
    }
  };
  walk("");
  sorted.forEach((point, i) => (point.ordinal = i + 1));
  state.points = [...state.points.filter((p) => !own.includes(p)), ...sorted];
}

export function updatePoint(change) {
  const point = s.find(state.points, change.name);
  s.check(point, change.etag);
  checkText(change.text);
  const before = structuredClone(point);
  const fields = Object.keys(change).filter((key) => key !== "name" && key !== "etag");
  Object.assign(point, change, { etag: point.etag });
  sign(point, fields);
  if (change.text !== undefined) delete point.proposedParts;
  s.named(point);
  note(ofPoint(point.name), "ACTION_UPDATE", { before: [before], after: [point], fields });
  return point;
}

export function create(name, point, after) {
  checkText(point.text);
  const made = {
    addressees: [],
    deadline: {},
    ...point,
    name: `${name}/points/${id()}`,
    etag: '"0"',
  };
  sign(made, Object.keys(point));
  const at = state.points.findIndex((p) => p.name === after);
  state.points.splice(at < 0 ? state.points.length : at + 1, 0, made);
  const resolution = s.find(state.resolutions, name);
  order(resolution);
  note(resolution, "ACTION_CREATE", { before: [], after: [made] });
  return made;
}

function remove(name, etag) {
  const point = s.find(state.points, name);
  s.check(point, etag);
  state.points = state.points.filter((p) => p !== point);
  for (const below of state.points) if (below.parent === name) below.parent = point.parent;
  order(ofPoint(name));
  note(ofPoint(name), "ACTION_DELETE", { before: [point], after: [] });
  return {};
}

function split(name, { etag, offsets, asProposed }) {
  const point = s.find(state.points, name);
  s.check(point, etag);
  const before = structuredClone(point);
  const cuts = asProposed ? point.proposedParts.slice(1).map((part) => part.offset) : offsets;
  const bytes = Buffer.from(point.text);
  const ends = [...cuts, bytes.length];
  const texts = ends.map((end, i) =>
    bytes
      .subarray(i ? ends[i - 1] : 0, end)
      .toString()
      .trim(),
  );
  if (texts.some((text) => text.length < 3)) {
    throw wrong("offsets[0]", "Одна из частей осталась без текста.");
  }
  const { source } = ofPoint(name);
  const parts = texts.map((text, i) => ({
    ...structuredClone(before),
    ...(i && { name: `${name.split("/points/")[0]}/points/${id()}`, label: "" }),
    text,
    span: spanOf(source, text) ?? before.span,
    proposedParts: undefined,
  }));
  for (const part of parts) sign(part, ["text"]);
  state.points.splice(state.points.indexOf(point), 1, ...parts);
  order(ofPoint(name));
  note(ofPoint(name), "ACTION_SPLIT", { before: [before], after: parts });
  return { points: parts };
}

function merge(resolution, { names, etag, separator }) {
  s.check(resolution, etag);
  const [first, ...others] = s.pointsOf(resolution.name).filter((p) => names.includes(p.name));
  const before = structuredClone([first, ...others]);
  first.text = [first, ...others].map((p) => p.text).join(separator || "; ");
  first.spans = before.map((p) => p.span);
  sign(first, ["text"]);
  state.points = state.points.filter((p) => !others.includes(p));
  for (const below of state.points) {
    if (others.some((p) => p.name === below.parent)) below.parent = first.name;
  }
  order(resolution);
  note(resolution, "ACTION_MERGE", { before, after: [first] });
  return first;
}

function move(name, { etag, parent, after }) {
  const point = s.find(state.points, name);
  s.check(point, etag);
  const before = structuredClone(point);
  state.points = state.points.filter((p) => p !== point);
  const behind = state.points.findIndex((p) => p.name === after);
  const first = state.points.findIndex((p) => p.name.startsWith(name.split("/points/")[0]));
  state.points.splice(after ? behind + 1 : first, 0, point);
  point.parent = parent || undefined;
  sign(point, ["parent"]);
  order(ofPoint(name));
  note(ofPoint(name), "ACTION_MOVE", { before: [before], after: [point] });
  return point;
}

function updateResolution(change) {
  const resolution = s.find(state.resolutions, change.name);
  s.check(resolution, change.etag);
  const { startDate, endDate } = change.event ?? {};
  if (startDate && endDate && endDate < startDate) {
    throw wrong("resolution.event.end_date", "Последний день мероприятия раньше первого.");
  }
  const { name, etag, ...facts } = change;
  Object.assign(resolution, facts);
  resolution.correctedFields = Object.keys(facts);
  note(resolution, "ACTION_UPDATE_FACTS", { fields: Object.keys(facts) });
  return bare(resolution);
}

function reread(name, { validateOnly, etag }) {
  const resolution = s.find(state.resolutions, name);
  s.check(resolution, etag);
  const own = s.pointsOf(name);
  const differences = readPoints(name, resolution.source, 2).map((read) => {
    const point = own.find((p) => p.label === read.label);
    if (!point) return { kind: "KIND_NEW", read };
    if (point.text === read.text) return { kind: "KIND_SAME", point, read };
    const kept = (point.correctedFields ?? []).includes("text");
    return kept
      ? { kind: "KIND_KEPT", point, read, keptFields: ["text"] }
      : { kind: "KIND_CHANGED", point, read, fields: ["text"] };
  });
  const versions = { readerVersionBefore: resolution.readerVersion, readerVersion: "2" };
  const relation = s.state.relations.find((each) => each.name.startsWith(`${name}/`));
  const relationDifferences = relation
    ? [{ kind: "KIND_CHANGED", relation: { ...relation, kind: "KIND_AMENDS" }, read: relation }]
    : [];
  const answer = structuredClone({ differences, relationDifferences, ...versions });
  if (!validateOnly) {
    for (const { kind, point, read } of differences) {
      if (kind === "KIND_CHANGED") point.text = read.text;
    }
    resolution.readerVersion = "2";
    note(resolution, "ACTION_RE_READ", { before: [], after: [] });
  }
  return { resolution: bare(resolution), ...answer };
}

function explain(name) {
  const { deadline } = s.find(state.points, name);
  const { endDate, printed } = deadline;
  if (!endDate) {
    return {
      steps: [{ description: "Срок не напечатан.", descriptionEnglish: "No term printed." }],
    };
  }
  const steps = [
    {
      description: `Напечатано «${printed}».`,
      descriptionEnglish: `Printed: “${printed}”.`,
      afterDate: endDate,
      source: "Текст пункта",
    },
    {
      description: "День рабочий, срок не переносится.",
      descriptionEnglish: "A working day: the term stays.",
      beforeDate: endDate,
      afterDate: endDate,
      source: "Производственный календарь",
    },
  ];
  return { deadline, dueDate: endDate, steps };
}

function documentOf(name) {
  const resolution = s.find(
    state.resolutions.map((r) => ({ ...r, of: r.name, name: r.document })),
    name,
  );
  const { source } = resolution;
  return {
    name,
    fileName: "резолюция.txt",
    mediaType: "text/plain",
    encoding: "UTF-8",
    sizeBytes: String(Buffer.byteLength(source)),
    sha256: "0".repeat(64),
    text: source,
    createTime: s.now(),
    creator: "operator",
  };
}

function corrections(name, query) {
  const point = query.get("point");
  const of = (each) =>
    [...(each.before ?? []), ...(each.after ?? [])].some((p) => p.name === point);
  const rows = state.corrections.filter((each) => each.name.startsWith(`${name}/`));
  return { corrections: point ? rows.filter(of) : rows };
}

const P = "(resolutions\\/[^/]+\\/points\\/[^/:]+)";
const R = "(resolutions\\/[^/:]+)";
const route = (method, form, reply) => [method, new RegExp(`^\\/v1\\/${form}$`), reply];

export const draftRoutes = [
  route("POST", `${R}\\/points`, ({ match, body, query }) =>
    create(match[1], body, query.get("after")),
  ),
  route("DELETE", P, ({ match, query }) => remove(match[1], query.get("etag"))),
  route("POST", `${P}:split`, ({ match, body }) => split(match[1], body)),
  route("POST", `${R}\\/points:merge`, ({ match, body }) =>
    merge(s.find(state.resolutions, match[1]), body),
  ),
  route("POST", `${P}:move`, ({ match, body }) => move(match[1], body)),
  route("GET", `${P}:explainDeadline`, ({ match }) => explain(match[1])),
  route("PATCH", R, ({ body }) => updateResolution(body)),
  route("POST", `${R}:reRead`, ({ match, body }) => reread(match[1], body)),
  route("GET", `${R}:export`, ({ match, query }) =>
    query.get("format") === "FORMAT_AKN"
      ? `<akomaNtoso><statement name="resolution">${match[1]}</statement></akomaNtoso>`
      : JSON.stringify({ format: "rezon-resolution/1", points: s.pointsOf(match[1]) }),
  ),
  route("GET", `${R}\\/corrections`, ({ match, query }) => corrections(match[1], query)),
  route(
    "GET",
    "(documents\\/[^/:]+)",
    ({ match }) => letterDocument(match[1]) ?? documentOf(match[1]),
  ),
  route("GET", "(documents\\/[^/:]+):download", ({ match }) => documentOf(match[1]).text),
];
