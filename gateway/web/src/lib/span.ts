/** A place of the text in an address, `120-164`. */

import type { Span } from "../api/points.types";

export function spanText({ begin, end }: Span): string {
  return `${begin}-${end}`;
}

export function parseSpan(text: string | null): Span | undefined {
  const parts = /^(\d+)-(\d+)$/.exec(text ?? "");
  return parts ? { begin: Number(parts[1]), end: Number(parts[2]) } : undefined;
}
