/** A point while it is being corrected. */

import type { PointChange } from "../api/decisions";
import type { AddresseeOption, Point } from "../api/points.types";

/** Where the responsible phrase may be printed. */
export const RESPONSIBLE_FROM = [
  "RESPONSIBLE_FROM_OWN",
  "RESPONSIBLE_FROM_PARENT_HEADING",
  "RESPONSIBLE_FROM_RESPONSIBLE_LINE",
  "RESPONSIBLE_FROM_NONE",
] as const;
export type ResponsibleFrom = (typeof RESPONSIBLE_FROM)[number];

export interface DraftAddressee {
  key: string;
  phrase: string;
  span?: unknown;
  /** What can be chosen: the confirmed targets first, then the alternatives. */
  options: (Pick<AddresseeOption, "target" | "displayName"> & Partial<AddresseeOption>)[];
  chosen: string[];
}

export interface DraftDeadline {
  kind: Point["deadline"]["kind"];
  startDate: string;
  endDate: string;
  recurrence: string;
}

export interface Draft {
  label: string;
  text: string;
  actionable: boolean;
  responsibleFrom: ResponsibleFrom;
  addressees: DraftAddressee[];
  /** Undefined while a date is not complete. */
  deadline: DraftDeadline | undefined;
}

function deadlineOf({ deadline }: Point): DraftDeadline {
  const kind = deadline.kind === "KIND_UNSPECIFIED" ? "KIND_NONE" : deadline.kind;
  const { startDate, endDate, recurrence } = deadline;
  return { kind, startDate, endDate, recurrence };
}

export function draftOf(point: Point): Draft {
  const addressees = point.addressees.map((each, i) => {
    const confirmed = each.targets.map((target, at) => ({
      target,
      displayName: each.targetDisplayNames[at] ?? target,
    }));
    const others = each.alternatives.filter(({ target }) => !each.targets.includes(target));
    const options = [...confirmed, ...others];
    const draft = { key: `read ${i}`, phrase: each.phrase, options, chosen: [...each.targets] };
    return each.span === undefined ? draft : { ...draft, span: each.span };
  });
  const { label, text, actionable } = point;
  const known = RESPONSIBLE_FROM.find((each) => each === point.responsibleFrom);
  const responsibleFrom = known ?? "RESPONSIBLE_FROM_NONE";
  return { label, text, actionable, responsibleFrom, addressees, deadline: deadlineOf(point) };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The fields that differ from the point as it was read, as the server wants them. */
export function changesOf(point: Point, draft: Draft): PointChange {
  const before = draftOf(point);
  const change: PointChange = {};
  if (draft.label.trim() !== point.label) change.label = draft.label.trim();
  if (draft.text.trim() !== point.text) change.text = draft.text.trim();
  if (draft.actionable !== point.actionable) change.actionable = draft.actionable;
  if (!draft.actionable) return change;
  const sent = (from: DraftAddressee[]) =>
    from.map(({ phrase, chosen, span }) => ({
      phrase,
      targets: chosen,
      ...(span === undefined ? {} : { span }),
    }));
  if (!same(sent(draft.addressees), sent(before.addressees))) {
    change.addressees = sent(draft.addressees);
  }
  if (draft.responsibleFrom !== before.responsibleFrom) {
    change.responsibleFrom = draft.responsibleFrom;
  }
  if (draft.deadline && !same(draft.deadline, before.deadline)) {
    change.deadline = { ...draft.deadline, printed: point.deadline.printed };
  }
  return change;
}
