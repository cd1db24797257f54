/** Facts of a resolution while they are being corrected. */

import type { FactsChange } from "../api/editing";
import type { Party, Resolution } from "../api/resolutions.types";

export const FORMS = ["", "conference", "meeting", "round_table"] as const;
export const LEVELS = ["", "municipal", "intermunicipal", "regional"] as const;
export const MODES = ["", "in_person", "remote", "mixed"] as const;
export const PARTIES = ["organiser", "host", "partner", "venue", "participant"] as const;

export interface FactsDraft {
  title: string;
  name: string;
  form: string;
  level: string;
  mode: string;
  territory: string;
  /** The territory in the registry, `territories/{id}`. */
  place: string;
  /** Undefined while a date is wrong. */
  startDate: string | undefined;
  endDate: string | undefined;
  participants: string;
  parties: Party[];
  number: string;
  date: string | undefined;
  issuer: string;
  signatory: string;
  /** One a line. */
  addressees: string;
}

export function factsOf({ displayName, territory, event, letter }: Resolution): FactsDraft {
  return {
    title: displayName,
    name: event.displayName,
    form: event.form,
    level: event.level,
    mode: event.mode,
    territory: event.territory,
    place: territory,
    startDate: event.startDate,
    endDate: event.endDate,
    participants: event.participants ? String(event.participants) : "",
    parties: event.parties,
    number: letter?.number ?? "",
    date: letter?.date ?? "",
    issuer: letter?.issuer ?? "",
    signatory: letter?.signatory ?? "",
    addressees: letter?.addressees.join("\n") ?? "",
  };
}

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const differs = (a: object, b: object) => JSON.stringify(a) !== JSON.stringify(b);

function eventOf(draft: FactsDraft) {
  const { name, form, level, mode, territory, startDate, endDate } = draft;
  const participants = Number(draft.participants);
  return {
    displayName: name.trim(),
    form,
    level,
    mode,
    territory: territory.trim(),
    startDate,
    endDate,
    participants: participants > 0 ? participants : undefined,
    parties: draft.parties.filter((each) => each.displayName.trim() !== ""),
  };
}

function letterOf({ number, date, issuer, signatory, addressees }: FactsDraft) {
  return { number, date, issuer, signatory, addressees: lines(addressees) };
}

/** What the server wants of the facts that differ; undefined while a date is wrong. */
export function factsChange(from: Resolution, draft: FactsDraft): FactsChange | undefined {
  if ([draft.startDate, draft.endDate, draft.date].includes(undefined)) return undefined;
  const before = factsOf(from);
  const change: FactsChange = {};
  if (draft.title.trim() !== from.displayName) change.displayName = draft.title.trim();
  if (draft.place !== from.territory) change.territory = draft.place;
  const event = eventOf(draft);
  if (differs(event, eventOf(before))) change.event = { ...from.rawEvent, ...event };
  const letter = letterOf(draft);
  if (differs(letter, letterOf(before))) change.letter = letter;
  return change;
}
