/** Calls of rezon.decisions.v1.RelationsService. */

import { fill, list, object } from "./fill";
import { request } from "./http";
import { allPages } from "./page";
import { type Point, type Span, readPoint, readSpan } from "./points.types";

const target = {
  act: "",
  number: "",
  actDate: "",
  issuer: "",
  title: "",
  label: "",
  own: false,
};

export type RelationKind =
  | "KIND_UNSPECIFIED"
  | "KIND_AMENDS"
  | "KIND_SUPPLEMENTS"
  | "KIND_SUPERSEDES"
  | "KIND_REPEALS"
  | "KIND_REMOVES_FROM_CONTROL"
  | "KIND_CONTINUES"
  | "KIND_EXECUTES";

export type RelationState =
  "STATE_UNSPECIFIED" | "STATE_PROPOSED" | "STATE_CONFIRMED" | "STATE_REJECTED";

const relation = {
  name: "",
  origin: "ORIGIN_UNSPECIFIED" as "ORIGIN_UNSPECIFIED" | "ORIGIN_READ" | "ORIGIN_PERSON",
  point: "",
  kind: "KIND_UNSPECIFIED" as RelationKind,
  state: "STATE_UNSPECIFIED" as RelationState,
  targetResolution: "",
  targetResolutionDisplayName: "",
  targetPoint: "",
  targetPointText: "",
  score: 0,
  decider: "",
  decideTime: "",
  reason: "",
  etag: "",
};
export type Relation = typeof relation & { target: typeof target; span?: Span };

export function readRelation(raw: unknown): Relation {
  const from = object(raw);
  const span = readSpan(from.span);
  return { ...fill(relation, raw), target: fill(target, from.target), ...(span && { span }) };
}

export type SuggestionState =
  "STATE_UNSPECIFIED" | "STATE_OPEN" | "STATE_TAKEN" | "STATE_DISMISSED";

const suggestion = {
  name: "",
  text: "",
  state: "STATE_OPEN" as SuggestionState,
  point: "",
  decider: "",
  reason: "",
  etag: "",
};
export type Suggestion = typeof suggestion & { span?: Span };

export function readSuggestion(raw: unknown): Suggestion {
  const span = readSpan(object(raw).span);
  return { ...fill(suggestion, raw), ...(span && { span }) };
}

const duplicate = { point: "", otherResolutionDisplayName: "", similarity: 0 };
export type Duplicate = typeof duplicate & { other: Point };

const readDuplicate = (raw: unknown): Duplicate => ({
  ...fill(duplicate, raw),
  other: readPoint(object(raw).other),
});

function all<T>(parent: string, collection: string, field: string, read: (raw: unknown) => T) {
  return (signal: AbortSignal) =>
    allPages({ path: `/v1/${parent}/${collection}`, field, signal }, read);
}

export const listRelations = (parent: string) =>
  all(parent, "relations", "relations", readRelation);

/** Relations of later resolutions to this one. */
export const listIncoming = (parent: string) =>
  all(parent, "incomingRelations", "relations", readRelation);

export const listDuplicates = (parent: string) =>
  all(parent, "pointDuplicates", "duplicates", readDuplicate);

export const listSuggestions = (parent: string) =>
  all(parent, "suggestions", "suggestions", readSuggestion);

/** Confirms a relation, to another target where one is given, or rejects it. */
export async function decideRelation(
  from: Relation,
  verb: "confirm" | "reject",
  body: { target?: string; reason?: string },
  requestId: string,
): Promise<Relation> {
  const path = `/v1/${from.name}:${verb}`;
  const json = { etag: from.etag, requestId, ...body };
  return readRelation(await request({ method: "POST", path, json, repeatable: true }));
}

/** A relation that a clerk adds: its target found, or cited in words. */
export interface NewRelation {
  kind: RelationKind;
  point?: string;
  targetPoint?: string;
  targetResolution?: string;
  target?: { act?: string; number?: string; actDate?: string; title?: string };
}

/** Adds a relation that the reader did not see to a draft. */
export async function createRelation(
  parent: string,
  relation: NewRelation,
  requestId: string,
): Promise<Relation> {
  const path = `/v1/${parent}/relations`;
  const query = { requestId };
  return readRelation(
    await request({ method: "POST", path, query, json: relation, repeatable: true }),
  );
}

/** Takes a relation that a clerk added back. */
export async function deleteRelation({ name, etag }: Relation, requestId: string): Promise<void> {
  await request({
    method: "DELETE",
    path: `/v1/${name}`,
    query: { etag, requestId },
    repeatable: true,
  });
}

/** Makes a suggestion a point at the end of the draft. */
export async function takeSuggestion(from: Suggestion, requestId: string): Promise<Point> {
  const json = { etag: from.etag, requestId };
  const path = `/v1/${from.name}:take`;
  return readPoint(object(await request({ method: "POST", path, json, repeatable: true })).point);
}

/** Puts a suggestion away. */
export async function dismissSuggestion(from: Suggestion, requestId: string): Promise<Suggestion> {
  const json = { etag: from.etag, requestId };
  const path = `/v1/${from.name}:dismiss`;
  return readSuggestion(await request({ method: "POST", path, json, repeatable: true }));
}

/** Points of all resolutions with these words, as targets to choose from. */
export async function findTargets(query: string) {
  const body = object(await request({ path: "/v1/points:search", query: { query, pageSize: 8 } }));
  return list(body.hits, (raw) => {
    const hit = object(raw);
    const point = readPoint(hit.point);
    const label = point.label && point.label !== "-" ? `${point.label}. ` : "";
    const displayName = `${label}${point.text} — ${String(hit.resolutionDisplayName ?? "")}`;
    return { target: point.name, displayName };
  });
}
