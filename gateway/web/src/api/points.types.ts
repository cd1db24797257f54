/** Points as rezon.decisions.v1 has them, with every default filled in. */

import { fill, list, object } from "./fill";

export type DeadlineKind =
  "KIND_UNSPECIFIED" | "KIND_DATE" | "KIND_RANGE" | "KIND_STANDING" | "KIND_NONE";

/** A place in a document's canonical text, in bytes. */
const span = { begin: 0, end: 0 };
export type Span = typeof span;

export function readSpan(raw: unknown): Span | undefined {
  return raw === undefined ? undefined : fill(span, raw);
}

const deadline = {
  kind: "KIND_NONE" as DeadlineKind,
  startDate: "",
  endDate: "",
  printed: "",
  recurrence: "",
  calendarVersion: "",
  provisional: false,
};
export type Deadline = typeof deadline & { span?: Span };

export function readDeadline(raw: unknown): Deadline {
  const place = readSpan(object(raw).span);
  return { ...fill(deadline, raw), ...(place && { span: place }) };
}

const option = { target: "", displayName: "", score: 0, reasons: [] as string[] };
export type AddresseeOption = typeof option;

const addressee = {
  phrase: "",
  targets: [] as string[],
  targetDisplayNames: [] as string[],
  score: 0,
  reasons: [] as string[],
  territoryDisplayName: "",
};
export type Addressee = typeof addressee & { alternatives: AddresseeOption[]; span?: Span };

function readAddressee(raw: unknown): Addressee {
  const from = object(raw);
  const alternatives = list(from.alternatives, (each) => fill(option, each));
  const place = readSpan(from.span);
  return { ...fill(addressee, raw), alternatives, ...(place && { span: place }) };
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
  correctedFields: [] as string[],
  etag: "",
};
const proposedPart = { offset: 0, text: "" };

export type Point = typeof point & {
  addressees: Addressee[];
  deadline: Deadline;
  span?: Span;
  /** Where the point was put together from several places; empty for one. */
  spans: Span[];
  proposedParts: (typeof proposedPart)[];
};

export function readPoint(raw: unknown): Point {
  const from = object(raw);
  const place = readSpan(from.span);
  return {
    ...fill(point, raw),
    addressees: list(from.addressees, readAddressee),
    deadline: readDeadline(from.deadline),
    spans: list(from.spans, (each) => fill(span, each)),
    proposedParts: list(from.proposedParts, (each) => fill(proposedPart, each)),
    ...(place && { span: place }),
  };
}
