// Cover letters and their links with resolutions.
import { id } from "./data.mjs";
import * as s from "./state.mjs";

const { state, Refusal } = s;

const letters = [];
const texts = {};

// Reads «28.08.2026 № 116», «Директору …» and the last line of a letter.
export function importLetter(fileName, text) {
  const known = letters.find((each) => texts[each.document] === text);
  if (known) return { letter: known, alreadyImported: true };
  const [, day, month, year, number] = /(\d\d)\.(\d\d)\.(\d{4}) № (\S+)/.exec(text);
  const letter = {
    name: `letters/${id()}`,
    document: `documents/${id()}`,
    displayName: `Письмо № ${number} от ${day}.${month}.${year}`,
    facts: {
      number,
      date: `${year}-${month}-${day}`,
      issuer: text.split("\n")[0],
      signatory: text.trim().split("\n").at(-1),
      addressees: text.match(/^(Директор|Руководител)\S+ .*$/gm) ?? [],
      span: { begin: "0", end: String(Buffer.byteLength(text)) },
    },
    requests: [{ text: "Просим сообщить о получении", deadline: { kind: "KIND_NONE" } }],
    links: state.resolutions.slice(0, 1).map((resolution) => ({
      resolution: resolution.name,
      resolutionDisplayName: resolution.displayName,
      kind: "KIND_ANNEX",
      state: "STATE_PROPOSED",
      origin: "ORIGIN_MATCH",
      score: 0.82,
      reasons: ["Название совпадает на 92 %."],
    })),
    etag: '"1"',
  };
  letters.unshift(letter);
  texts[letter.document] = text;
  return { letter, document: { name: letter.document, kind: "KIND_COVER_LETTER" } };
}

function carry(letter) {
  const linked = letter.links.find((each) => each.state === "STATE_LINKED");
  const resolution = linked ? { resolution: linked.resolution } : {};
  return { ...letter, ...resolution };
}

function change(name, verb, { resolution, etag }) {
  const letter = s.find(letters, name);
  s.check(letter, etag);
  const known = s.find(state.resolutions, resolution);
  let link = letter.links.find((each) => each.resolution === resolution);
  if (verb === "link") {
    if (carry(letter).resolution) {
      throw new Refusal(400, "FAILED_PRECONDITION", "Письмо уже связано с резолюцией.");
    }
    if (!link) {
      link = { resolution, resolutionDisplayName: known.displayName, origin: "ORIGIN_PERSON" };
      letter.links.push(link);
    }
  }
  link.state = verb === "link" ? "STATE_LINKED" : "STATE_REJECTED";
  link.decider = "operator";
  known.letters = (known.letters ?? []).filter((each) => each !== name);
  if (verb === "link") known.letters.push(name);
  letter.etag = s.next(letter.etag);
  return carry(letter);
}

function list(filter) {
  const number = /number : "([^"]*)"/.exec(filter)?.[1] ?? "";
  return letters
    .map(carry)
    .filter((each) => !each.resolution && each.facts.number.includes(number));
}

export const isLetter = (text) => text.includes("Уважаемые коллеги!") && !text.includes("решили:");

export const letterRoutes = [
  ["GET", /^\/v1\/letters$/, ({ query }) => ({ letters: list(query.get("filter") ?? "") })],
  ["GET", /^\/v1\/(letters\/[^/:]+)$/, ({ match }) => carry(s.find(letters, match[1]))],
  [
    "GET",
    /^\/v1\/(resolutions\/[^/:]+)\/letters$/,
    ({ match }) => ({
      letters: letters
        .filter((each) =>
          each.links.some((l) => l.resolution === match[1] && l.state !== "STATE_REJECTED"),
        )
        .map(carry),
    }),
  ],
  [
    "POST",
    /^\/v1\/(letters\/[^/:]+):match$/,
    ({ match, body }) => {
      const letter = s.find(letters, match[1]);
      s.check(letter, body.etag);
      return carry(letter);
    },
  ],
  [
    "POST",
    /^\/v1\/(letters\/[^/:]+):(link|unlink)$/,
    ({ match, body }) => change(match[1], match[2], body),
  ],
];

// The document of a letter; undefined for others.
export const letterDocument = (name) =>
  texts[name] && { name, fileName: "письмо.txt", text: texts[name] };
