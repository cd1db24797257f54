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

const suggestion = { name: "", text: "", confidence: 0 };
export type Suggestion = typeof suggestion & { span?: Span };

function readSuggestion(raw: unknown): Suggestion {
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
