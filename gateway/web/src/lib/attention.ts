/** Which points a clerk should look at before adopting. */

import type { Point } from "../api/points.types";

/** Below this certainty a reading is called unsure. */
export const UNSURE = 0.75;

export function isUnsure(point: Point): boolean {
  return point.confidence > 0 && point.confidence < UNSURE;
}

function unaddressed(point: Point): boolean {
  return (
    point.addressees.length === 0 || point.addressees.some((each) => each.targets.length === 0)
  );
}

export function needsLook(point: Point): boolean {
  return point.warnings.length > 0 || isUnsure(point) || (point.actionable && unaddressed(point));
}
