/** Points as a tree: they come in document order, each with the name of the one above it. */

interface Node {
  name: string;
  parent: string;
}

/** How deep each point of a resolution stands, from 0; a parent that is not there counts as none. */
export function depths(points: readonly Node[]): Map<string, number> {
  const parents = new Map(points.map((point) => [point.name, point.parent]));
  const depth = new Map<string, number>();
  for (const point of points) {
    let levels = 0;
    let above = parents.get(point.name) ?? "";
    const seen = new Set([point.name]);
    while (parents.has(above) && !seen.has(above)) {
      seen.add(above);
      levels++;
      above = parents.get(above) ?? "";
    }
    depth.set(point.name, levels);
  }
  return depth;
}

export type Direction = "up" | "down" | "in" | "out";

/** Where MovePoint puts a point: below `parent`, behind `after`; empty for the top and the first place. */
export interface Place {
  parent: string;
  after: string;
}

/** The place one step from where a point stands, as in an outline; undefined where there is none. */
export function placeTo<T extends Node>(
  points: readonly T[],
  name: string,
  direction: Direction,
): Place | undefined {
  const known = new Map(points.map((point) => [point.name, point]));
  const point = known.get(name);
  if (!point) return undefined;
  const parent = known.has(point.parent) ? point.parent : "";
  const beside = (above: string) =>
    points.filter((each) => (known.has(each.parent) ? each.parent : "") === above);
  const siblings = beside(parent);
  const at = siblings.findIndex((each) => each.name === name);
  const before = siblings[at - 1];
  if (direction === "up") return before && { parent, after: siblings[at - 2]?.name ?? "" };
  if (direction === "down") {
    const next = siblings[at + 1];
    return next && { parent, after: next.name };
  }
  if (direction === "in") {
    return before && { parent: before.name, after: beside(before.name).at(-1)?.name ?? "" };
  }
  const above = known.get(parent);
  return above && { parent: known.has(above.parent) ? above.parent : "", after: above.name };
}

/** The last point of those below `name`, or `name` itself where there is none: a new one goes behind it. */
export function lastBelow(points: readonly Node[], name: string): string {
  const below = new Set([name]);
  let last = name;
  for (const point of points) {
    if (!below.has(point.parent)) continue;
    below.add(point.name);
    last = point.name;
  }
  return last;
}
