/** A point's text while it is being cut: the parts, one a line. */

import { bytesOf } from "./bytes";

const BREAK = /\n/g;

/** True when `edited` is `text` with line breaks put in and nothing else changed. */
export function sameText(text: string, edited: string): boolean {
  return edited.replace(BREAK, "") === text.replace(BREAK, "");
}

/** The text with a line break at each byte of `offsets`. */
export function cutAt(text: string, offsets: readonly number[]): string {
  const bytes = bytesOf(text);
  const units = [0, ...offsets.map(bytes.unitAt), text.length];
  return units
    .slice(1)
    .map((end, i) => text.slice(units[i], end))
    .join("\n");
}

/** Where the parts after the first begin, in bytes of `text`; cuts that leave nothing on a side are dropped. */
export function offsetsOf(text: string, edited: string): number[] {
  const bytes = bytesOf(text);
  const offsets: number[] = [];
  let [unit, solid] = [0, false];
  for (const line of edited.split("\n")) {
    if (line.trim() !== "") {
      if (solid) offsets.push(bytes.byteAt(unit));
      solid = true;
    }
    unit += line.length;
  }
  return offsets;
}

/** The edited text with a break at `caret`, without the white space around it being lost. */
export function breakAt(edited: string, caret: number): string {
  return `${edited.slice(0, caret)}\n${edited.slice(caret)}`;
}
