/** Resolutions and their documents as rezon.decisions.v1 has them, with every default filled in. */

import { fill, list, object } from "./fill";

export type ResolutionState =
  | "STATE_UNSPECIFIED"
  | "STATE_DRAFT"
  | "STATE_IN_REVIEW"
  | "STATE_ADOPTED"
  | "STATE_SUPERSEDED"
  | "STATE_REVOKED";

const figure = { name: "", value: 0 };

/** Who organised, hosted, helped or took part, or where it was held. */
const party = { kind: "organiser", displayName: "" };
export type Party = typeof party & { span?: unknown };

function readParty(raw: unknown): Party {
  const { span } = object(raw);
  return { ...fill(party, raw), ...(span !== undefined && { span }) };
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
export type EventFacts = typeof event & { figures: (typeof figure)[]; parties: Party[] };

const letter = {
  number: "",
  date: "",
  issuer: "",
  signatory: "",
  addressees: [] as string[],
};
export type LetterFacts = typeof letter;

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
  readerVersion: "",
  createTime: "",
  correctedFields: [] as string[],
  /** The cover letters that carry it. */
  letters: [] as string[],
  etag: "",
};
export type Resolution = typeof resolution & {
  event: EventFacts;
  letter?: LetterFacts;
  /** The event as it came, for what the page does not know of. */
  rawEvent: object;
};

function readEvent(raw: unknown): EventFacts {
  const from = object(raw);
  const figures = list(from.figures, (each) => fill(figure, each));
  return { ...fill(event, raw), figures, parties: list(from.parties, readParty) };
}

export function readResolution(raw: unknown): Resolution {
  const from = object(raw);
  return {
    ...fill(resolution, raw),
    event: readEvent(from.event),
    rawEvent: object(from.event),
    ...(from.letter !== undefined && { letter: fill(letter, from.letter) }),
  };
}

export function isDraft(state: ResolutionState): boolean {
  return state === "STATE_DRAFT" || state === "STATE_IN_REVIEW";
}

const document = {
  name: "",
  fileName: "",
  mediaType: "",
  encoding: "",
  sizeBytes: 0,
  sha256: "",
  text: "",
  createTime: "",
  creator: "",
};
export type SourceDocument = typeof document;
export const readDocument = (raw: unknown): SourceDocument => fill(document, raw);
