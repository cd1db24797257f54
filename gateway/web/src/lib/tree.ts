/** How deep each point of a resolution stands, from 0; a parent that is not there counts as none. */
export function depths(points: readonly { name: string; parent: string }[]): Map<string, number> {
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
