/** Corrections and new readings as rezon.decisions.v1 has them, with every default filled in. */

import { fill, list, object } from "./fill";
import { type Point, readPoint } from "./points.types";
import { type Relation, type Suggestion, readRelation, readSuggestion } from "./relations";
import { type Resolution, readResolution } from "./resolutions.types";

export type CorrectionAction =
  | "ACTION_UNSPECIFIED"
  | "ACTION_CREATE"
  | "ACTION_UPDATE"
  | "ACTION_DELETE"
  | "ACTION_SPLIT"
  | "ACTION_MERGE"
  | "ACTION_MOVE"
  | "ACTION_UPDATE_FACTS"
  | "ACTION_RE_READ"
  | "ACTION_IMPORT"
  | "ACTION_TAKE_SUGGESTION"
  | "ACTION_DISMISS_SUGGESTION"
  | "ACTION_CREATE_RELATION"
  | "ACTION_DELETE_RELATION"
  | "ACTION_LINK_LETTER"
  | "ACTION_UNLINK_LETTER"
  | "ACTION_UPDATE_LETTER"
  | "ACTION_REMOVE_LETTER";

const correction = {
  name: "",
  action: "ACTION_UNSPECIFIED" as CorrectionAction,
  corrector: "",
  createTime: "",
  /** The cover letter that was linked or unlinked. */
  letter: "",
  fields: [] as string[],
};
export type Correction = typeof correction & {
  before: Point[];
  after: Point[];
  suggestion?: Suggestion;
  relation?: Relation;
};

export function readCorrection(raw: unknown): Correction {
  const { before, after, suggestion, relation } = object(raw);
  return {
    ...fill(correction, raw),
    before: list(before, readPoint),
    after: list(after, readPoint),
    ...(suggestion !== undefined && { suggestion: readSuggestion(suggestion) }),
    ...(relation !== undefined && { relation: readRelation(relation) }),
  };
}

export type DifferenceKind =
  | "KIND_UNSPECIFIED"
  | "KIND_SAME"
  | "KIND_CHANGED"
  | "KIND_NEW"
  | "KIND_GONE"
  | "KIND_MOVED"
  | "KIND_KEPT";

const difference = {
  kind: "KIND_UNSPECIFIED" as DifferenceKind,
  fields: [] as string[],
  keptFields: [] as string[],
};
export type Difference = typeof difference & { point?: Point; read?: Point };

function readDifference(raw: unknown): Difference {
  const { point, read } = object(raw);
  return {
    ...fill(difference, raw),
    ...(point !== undefined && { point: readPoint(point) }),
    ...(read !== undefined && { read: readPoint(read) }),
  };
}

/** How a relation or a suggestion is read now. */
export interface LinkDifference<Row> {
  kind: DifferenceKind;
  standing?: Row;
  read?: Row;
}

function readLinkDifference<Row>(raw: unknown, field: string, read: (raw: unknown) => Row) {
  const from = object(raw);
  const difference: LinkDifference<Row> = fill({ kind: "KIND_SAME" as DifferenceKind }, raw);
  if (from[field] !== undefined) difference.standing = read(from[field]);
  if (from.read !== undefined) difference.read = read(from.read);
  return difference;
}

const reread = {
  fields: [] as string[],
  keptFields: [] as string[],
  readerVersionBefore: "",
  readerVersion: "",
};
export type Reread = typeof reread & {
  resolution: Resolution;
  differences: Difference[];
  relations: LinkDifference<Relation>[];
  suggestions: LinkDifference<Suggestion>[];
};

export function readReread(raw: unknown): Reread {
  const from = object(raw);
  return {
    ...fill(reread, raw),
    resolution: readResolution(from.resolution),
    differences: list(from.differences, readDifference),
    relations: list(from.relationDifferences, (each) =>
      readLinkDifference(each, "relation", readRelation),
    ),
    suggestions: list(from.suggestionDifferences, (each) =>
      readLinkDifference(each, "suggestion", readSuggestion),
    ),
  };
}
