/** Which point of a resolution is looked at, and which part of it: in the address. */

import type { Span } from "../api/points.types";
import { addressOf, navigate, useLocation } from "./router";
import { parseSpan } from "./span";

export interface Selection {
  /** Id of the point, without the resolution; empty for none. */
  point: string;
  /** What of it: `a0`, `a1`, … for its addressees, `d` for its term. */
  part: string;
  /** A place of the text that a link asks to be shown. */
  span: Span | undefined;
  /** True when only the points that need a look are listed. */
  check: boolean;
  /** True when the text is shown where there is room for one of both. */
  text: boolean;
}

export const idOf = (name: string) => name.split("/points/")[1] ?? "";

/** The address of a point's resolution with the point selected. */
export function pointAddress(name: string): string {
  const [resolution = "", point = ""] = name.split("/points/");
  return addressOf(`/${resolution}`, { point });
}

export interface Selecting extends Selection {
  /** The address of another selection. */
  to: (change: Partial<Selection>) => string;
  select: (change: Partial<Selection>) => void;
}

export function useSelection(): Selecting {
  const { path, query } = useLocation();
  const now: Selection = {
    point: query.get("point") ?? "",
    part: query.get("part") ?? "",
    span: parseSpan(query.get("span")),
    check: query.get("show") === "check",
    text: query.get("view") === "text",
  };
  const to = (change: Partial<Selection>) => {
    const { point, part, check, text } = { ...now, part: "", ...change };
    return addressOf(path, {
      point,
      part,
      show: check ? "check" : undefined,
      view: text ? "text" : undefined,
    });
  };
  return { ...now, to, select: (change) => navigate(to(change), { replace: true }) };
}
