/** Calls of rezon.decisions.v1.LettersService. */

import { fill, list, object } from "./fill";
import { request } from "./http";
import { type Page, allPages, page, quoted } from "./page";
import { type Deadline, type Span, readDeadline, readSpan } from "./points.types";
import { readResolution } from "./resolutions.types";

export type LinkState =
  "STATE_UNSPECIFIED" | "STATE_PROPOSED" | "STATE_LINKED" | "STATE_REJECTED";

const link = {
  resolution: "",
  resolutionDisplayName: "",
  state: "STATE_UNSPECIFIED" as LinkState,
  origin: "",
  score: 0,
  reasons: [] as string[],
  decider: "",
};
export type LetterLink = typeof link;

const facts = { number: "", date: "", issuer: "", signatory: "", addressees: [] as string[] };

export interface LetterRequest {
  text: string;
  deadline: Deadline;
}

const letter = {
  name: "",
  document: "",
  displayName: "",
  resolution: "",
  warnings: [] as string[],
  etag: "",
};
export type Letter = typeof letter & {
  facts: typeof facts & { span?: Span };
  links: LetterLink[];
  requests: LetterRequest[];
};

export function readLetter(raw: unknown): Letter {
  const from = object(raw);
  const span = readSpan(object(from.facts).span);
  return {
    ...fill(letter, raw),
    facts: { ...fill(facts, from.facts), ...(span && { span }) },
    links: list(from.links, (each) => fill(link, each)),
    requests: list(from.requests, (each) => ({
      text: String(object(each).text ?? ""),
      deadline: readDeadline(object(each).deadline),
    })),
  };
}

export async function getLetter(name: string, signal: AbortSignal): Promise<Letter> {
  return readLetter(await request({ path: `/v1/${name}`, signal }));
}

/** Letters linked with a resolution or proposed for it. */
export const listLettersOf = (resolution: string) => (signal: AbortSignal) =>
  allPages({ path: `/v1/${resolution}/letters`, field: "letters", signal }, readLetter);

/** Letters whose resolution nobody has named yet, newest first. */
export function listOpenLetters(pageToken: string, signal: AbortSignal): Promise<Page<Letter>> {
  const query = { pageSize: 20, pageToken, filter: "linked = false" };
  return page({ path: "/v1/letters", field: "letters", query, signal }, readLetter);
}

/** Links a letter with a resolution, or ends the link or proposal. */
export async function changeLink(
  from: Letter,
  verb: "link" | "unlink",
  resolution: string,
  requestId: string,
): Promise<Letter> {
  const json = { etag: from.etag, requestId, resolution };
  const path = `/v1/${from.name}:${verb}`;
  return readLetter(await request({ method: "POST", path, json, repeatable: true }));
}

/** Looks again for resolutions that the letter may carry. */
export async function matchLetter(from: Letter, requestId: string): Promise<Letter> {
  const json = { etag: from.etag, requestId };
  const path = `/v1/${from.name}:match`;
  return readLetter(await request({ method: "POST", path, json, repeatable: true }));
}

/** Resolutions whose title holds the words, as targets to choose from. */
export async function findResolutions(words: string) {
  const query = { pageSize: 8, filter: `display_name : ${quoted(words)}` };
  const body = object(await request({ path: "/v1/resolutions", query }));
  return list(body.resolutions, readResolution).map(({ name, displayName }) => ({
    target: name,
    displayName,
  }));
}

/** Letters with that number, as targets to choose from. */
export async function findLetters(number: string) {
  const query = { pageSize: 8, filter: `linked = false AND number : ${quoted(number)}` };
  const body = object(await request({ path: "/v1/letters", query }));
  return list(body.letters, readLetter);
}
