/** Resolutions and points as rezon.decisions.v1 has them, with every default filled in. */

import { fill, list, object } from "./fill";

export type ResolutionState =
  | "STATE_UNSPECIFIED"
  | "STATE_DRAFT"
  | "STATE_IN_REVIEW"
  | "STATE_ADOPTED"
  | "STATE_SUPERSEDED"
  | "STATE_REVOKED";

export type DeadlineKind =
  "KIND_UNSPECIFIED" | "KIND_DATE" | "KIND_RANGE" | "KIND_STANDING" | "KIND_NONE";

const deadline = {
  kind: "KIND_NONE" as DeadlineKind,
  startDate: "",
  endDate: "",
  printed: "",
  recurrence: "",
};
export type Deadline = typeof deadline;
export const readDeadline = (raw: unknown): Deadline => fill(deadline, raw);

const option = { target: "", displayName: "", score: 0 };
export type AddresseeOption = typeof option;

const addressee = {
  phrase: "",
  targets: [] as string[],
  targetDisplayNames: [] as string[],
  score: 0,
};
export type Addressee = typeof addressee & { alternatives: AddresseeOption[]; span?: unknown };

function readAddressee(raw: unknown): Addressee {
  const from = object(raw);
  const alternatives = list(from.alternatives, (each) => fill(option, each));
  const read = { ...fill(addressee, raw), alternatives };
  return from.span === undefined ? read : { ...read, span: from.span };
}

const point = {
  name: "",
  ordinal: 0,
  label: "",
  parent: "",
  text: "",
  actionable: false,
  responsibleFrom: "RESPONSIBLE_FROM_NONE",
  confidence: 0,
  warnings: [] as string[],
  corrector: "",
  etag: "",
};
export type Point = typeof point & { addressees: Addressee[]; deadline: Deadline };

export function readPoint(raw: unknown): Point {
  const from = object(raw);
  return {
    ...fill(point, raw),
    addressees: list(from.addressees, readAddressee),
    deadline: readDeadline(from.deadline),
  };
}

const event = {
  displayName: "",
  form: "",
  level: "",
  territory: "",
  startDate: "",
  endDate: "",
  mode: "",
  participants: 0,
};
const letter = { number: "", date: "", issuer: "", signatory: "" };

const resolution = {
  name: "",
  document: "",
  state: "STATE_UNSPECIFIED" as ResolutionState,
  displayName: "",
  territory: "",
  pointCount: 0,
  actionableCount: 0,
  unresolvedCount: 0,
  warnings: [] as string[],
  revision: 0,
  contentHash: "",
  adoptDate: "",
  createTime: "",
  etag: "",
};
export type Resolution = typeof resolution & { event: typeof event; letter?: typeof letter };

export function readResolution(raw: unknown): Resolution {
  const from = object(raw);
  const read = { ...fill(resolution, raw), event: fill(event, from.event) };
  return from.letter === undefined ? read : { ...read, letter: fill(letter, from.letter) };
}

export function isDraft(state: ResolutionState): boolean {
  return state === "STATE_DRAFT" || state === "STATE_IN_REVIEW";
}
