// What ties resolutions to each other: relations, likely duplicates, suggestions.
import { id, spanOf } from "./data.mjs";
import { create } from "./drafts.mjs";
import * as s from "./state.mjs";

const { Refusal } = s;

// Reads «пункт 2 решения … от 12.03.2025 № 7» of each point.
export function readRelations({ name, source }) {
  return s.pointsOf(name).flatMap((point) => {
    const found = /пункт (\d+) решения (.*?) от (\d\d)\.(\d\d)\.(\d{4}) № (\d+)/.exec(point.text);
    if (!found) return [];
    const [words, label, issuer, day, month, year, number] = found;
    const target = { act: "решение", issuer, number, actDate: `${year}-${month}-${day}`, label };
    return {
      name: `${name}/relations/${id()}`,
      point: point.name,
      kind: "KIND_REMOVES_FROM_CONTROL",
      state: "STATE_PROPOSED",
      target,
      span: spanOf(source, words),
      etag: '"1"',
    };
  });
}

function decide(name, verb, { etag, target }) {
  const relation = s.find(s.state.relations, name);
  s.check(relation, etag);
  if (target) aim(relation, target);
  const state = verb === "confirm" ? "STATE_CONFIRMED" : "STATE_REJECTED";
  if (state === relation.state) throw new Refusal(400, "FAILED_PRECONDITION", "Уже решено.");
  return Object.assign(relation, { state, decider: "operator", etag: s.next(relation.etag) });
}

function aim(relation, target) {
  const [resolution] = target.split("/points/");
  relation.targetResolution = resolution;
  relation.targetResolutionDisplayName = s.find(s.state.resolutions, resolution).displayName;
  if (target === resolution) return;
  relation.targetPoint = target;
  relation.targetPointText = s.find(s.state.points, target).text;
}

function add(parent, { targetPoint, targetResolution, ...given }) {
  const cited = Object.values(given.target ?? {}).some(Boolean);
  if (!targetPoint && !targetResolution && !cited) {
    throw new Refusal(400, "INVALID_ARGUMENT", "Укажите прежнее решение: найдите его или назовите.");
  }
  const relation = { ...given, name: `${parent}/relations/${id()}`, etag: '"1"' };
  Object.assign(relation, { state: "STATE_CONFIRMED", origin: "ORIGIN_PERSON", decider: "operator" });
  if (targetPoint || targetResolution) aim(relation, targetPoint ?? targetResolution);
  s.state.relations.push(relation);
  return relation;
}

function remove(name, etag) {
  const relation = s.find(s.state.relations, name);
  s.check(relation, etag);
  s.state.relations.splice(s.state.relations.indexOf(relation), 1);
  return {};
}

const words = (text) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);

function similarity(a, b) {
  const [one, other] = [words(a), words(b)];
  const both = [...one].filter((word) => other.has(word)).length;
  return both / Math.max(1, one.size + other.size - both);
}

function duplicates(name) {
  const rows = s.pointsOf(name).flatMap((point) =>
    s.state.points
      .filter((other) => other !== point && point.actionable && other.actionable)
      .map((other) => ({
        point: point.name,
        other,
        otherResolutionDisplayName: s.find(s.state.resolutions, other.name.split("/points/")[0])
          .displayName,
        similarity: similarity(point.text, other.text),
      })),
  );
  return rows.filter((row) => row.similarity >= 0.5);
}

// Made when first asked for, since no other route reads them.
function suggestions(name) {
  const resolution = s.find(s.state.resolutions, name);
  const { source } = resolution;
  resolution.suggestions ??= [...source.matchAll(/предлагают ([^.]+)/g)].map(([, text], i) => ({
    name: `${name}/suggestions/${i + 1}`,
    text: text[0].toUpperCase() + text.slice(1),
    state: "STATE_OPEN",
    span: spanOf(source, text),
    etag: '"1"',
  }));
  return resolution.suggestions;
}

function decideSuggestion(name, verb, { etag }) {
  const [parent] = name.split("/suggestions/");
  const suggestion = s.find(suggestions(parent), name);
  s.check(suggestion, etag);
  const decision = { decider: "operator", etag: s.next(suggestion.etag) };
  if (verb === "dismiss") return Object.assign(suggestion, decision, { state: "STATE_DISMISSED" });
  const { text, span } = suggestion;
  const point = create(parent, { text, parent: "", actionable: true, span }, "");
  Object.assign(suggestion, decision, { state: "STATE_TAKEN", point: point.name });
  return { suggestion, point };
}

function searchPoints(query) {
  const wanted = query.toLowerCase().slice(0, 5);
  return s.state.points
    .filter((point) => point.text.toLowerCase().includes(wanted))
    .map((point) => {
      const resolution = s.find(s.state.resolutions, point.name.split("/points/")[0]);
      return { point, resolutionDisplayName: resolution.displayName };
    });
}

const of = (name, field) => (row) => row[field].startsWith(name);
const R = "(resolutions\\/[^/:]+)";
const get = (form, reply) => ["GET", new RegExp(`^\\/v1\\/${form}$`), reply];

export const relationRoutes = [
  get(`${R}\\/relations`, ({ match }) => ({
    relations: s.state.relations.filter(of(match[1], "name")),
  })),
  get(`${R}\\/incomingRelations`, ({ match }) => ({
    relations: s.state.relations.filter((each) => each.targetResolution === match[1]),
  })),
  get(`${R}\\/pointDuplicates`, ({ match }) => ({ duplicates: duplicates(match[1]) })),
  get(`${R}\\/suggestions`, ({ match }) => ({ suggestions: suggestions(match[1]) })),
  get("points:search", ({ query }) => ({ hits: searchPoints(query.get("query")) })),
  ["POST", new RegExp(`^\\/v1\\/${R}\\/relations$`), ({ match, body }) => add(match[1], body)],
  [
    "DELETE",
    /^\/v1\/(resolutions\/[^/]+\/relations\/[^/:]+)$/,
    ({ match, query }) => remove(match[1], query.get("etag")),
  ],
  [
    "POST",
    /^\/v1\/(resolutions\/[^/]+\/relations\/[^/:]+):(confirm|reject)$/,
    ({ match, body }) => decide(match[1], match[2], body),
  ],
  [
    "POST",
    /^\/v1\/(resolutions\/[^/]+\/suggestions\/[^/:]+):(take|dismiss)$/,
    ({ match, body }) => decideSuggestion(match[1], match[2], body),
  ],
];
