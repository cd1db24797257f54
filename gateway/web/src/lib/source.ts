/** The document's text with the places that were read from it. */

import type { Point, Span } from "../api/points.types";
import { type Bytes, bytesOf } from "./bytes";

/** What of the selected point a piece shows: the phrase of an addressee (`a0`, `a1`, …) or the term (`d`). */
export type Part = string;

export interface Piece {
  text: string;
  /** The point that was read here. */
  point?: string;
  part?: Part;
  /** True inside the place that a link asked to be shown. */
  shown?: boolean;
}

interface Range {
  begin: number;
  end: number;
  point?: string;
  part?: Part;
  shown?: boolean;
}

function units(bytes: Bytes, span: Span): Pick<Range, "begin" | "end"> {
  return { begin: bytes.unitAt(span.begin), end: bytes.unitAt(span.end) };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Where a phrase, whose white space was folded, is printed between two places of the text. */
export function findPhrase(text: string, phrase: string, begin: number, end: number) {
  const words = phrase.trim().split(/\s+/).filter(Boolean).map(escaped);
  if (words.length === 0) return undefined;
  const found = new RegExp(words.join("\\s+"), "iu").exec(text.slice(begin, end));
  return found && { begin: begin + found.index, end: begin + found.index + found[0].length };
}

export function spansOf(point: Point): Span[] {
  if (point.spans.length > 0) return point.spans;
  return point.span ? [point.span] : [];
}

function partsOf(text: string, bytes: Bytes, point: Point): Range[] {
  const parts: Range[] = point.addressees.flatMap((each, i) =>
    each.span ? [{ ...units(bytes, each.span), point: point.name, part: `a${i}` }] : [],
  );
  const term = point.deadline.span;
  if (term) return [...parts, { ...units(bytes, term), point: point.name, part: "d" }];
  for (const span of spansOf(point)) {
    const { begin, end } = units(bytes, span);
    const found = findPhrase(text, point.deadline.printed, begin, end);
    if (found) return [...parts, { ...found, point: point.name, part: "d" }];
  }
  return parts;
}

/**
 * Cuts the text where something begins or ends. A place that several claim belongs to the shortest; parts
 * are shown of the selected point alone.
 */
export function piecesOf(
  text: string,
  points: readonly Point[],
  selected: string,
  shown?: Span,
): Piece[] {
  const bytes = bytesOf(text);
  const ranges: Range[] = points.flatMap((point) =>
    spansOf(point).map((span) => ({ ...units(bytes, span), point: point.name })),
  );
  const chosen = points.find((point) => point.name === selected);
  if (chosen) ranges.push(...partsOf(text, bytes, chosen));
  if (shown) ranges.push({ ...units(bytes, shown), shown: true });
  const solid = ranges.filter((range) => range.begin < range.end);
  const cuts = [...new Set([0, text.length, ...solid.flatMap((each) => [each.begin, each.end])])];
  cuts.sort((a, b) => a - b);
  const starting = [...solid].sort((a, b) => a.begin - b.begin);
  let [open, next]: [Range[], number] = [[], 0];
  const pieces: Piece[] = [];
  for (const [i, begin] of cuts.slice(0, -1).entries()) {
    open = open.filter((range) => range.end > begin);
    for (let range = starting[next]; range && range.begin <= begin; range = starting[++next]) {
      open.push(range);
    }
    pieces.push({ text: text.slice(begin, cuts[i + 1]), ...ownerOf(open) });
  }
  return pieces;
}

function ownerOf(open: readonly Range[]): Omit<Piece, "text"> {
  const length = (range: Range) => range.end - range.begin;
  let owner: Range | undefined;
  for (const range of open) {
    if (range.point === undefined) continue;
    if (!owner || length(range) < length(owner) || (range.part && length(range) === length(owner)))
      owner = range;
  }
  const { point, part } = owner ?? {};
  const shown = open.some((range) => range.shown);
  return {
    ...(point === undefined ? {} : { point }),
    ...(part === undefined ? {} : { part }),
    ...(shown ? { shown } : {}),
  };
}
