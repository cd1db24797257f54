/** Corrections and new readings as rezon.decisions.v1 has them, with every default filled in. */

import { fill, list, object } from "./fill";
import { type Point, readPoint } from "./points.types";
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
  | "ACTION_IMPORT";

const correction = {
  name: "",
  action: "ACTION_UNSPECIFIED" as CorrectionAction,
  corrector: "",
  createTime: "",
  fields: [] as string[],
};
export type Correction = typeof correction & { before: Point[]; after: Point[] };

export function readCorrection(raw: unknown): Correction {
  const { before, after } = object(raw);
  return {
    ...fill(correction, raw),
    before: list(before, readPoint),
    after: list(after, readPoint),
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

const reread = {
  fields: [] as string[],
  keptFields: [] as string[],
  readerVersionBefore: "",
  readerVersion: "",
};
export type Reread = typeof reread & { resolution: Resolution; differences: Difference[] };

export function readReread(raw: unknown): Reread {
  const from = object(raw);
  return {
    ...fill(reread, raw),
    resolution: readResolution(from.resolution),
    differences: list(from.differences, readDifference),
  };
}
