/** Calls of rezon.decisions.v1 that shape the points of a draft. */

import { object, list } from "./fill";
import { request, send } from "./http";
import { page, type Page } from "./page";
import { type Point, readPoint } from "./points.types";
import { type Resolution, readResolution } from "./resolutions.types";
import { type Correction, type Reread, readCorrection, readReread } from "./editing.types";

/** A change of the points as a whole; `etag` is that of the point, of the resolution for a merge. */
export type Edit =
  | { kind: "split"; name: string; etag: string; offsets: number[]; asProposed: boolean }
  | { kind: "merge"; name: string; names: string[]; etag: string; separator: string }
  | { kind: "move"; name: string; etag: string; parent: string; after: string }
  | { kind: "delete"; name: string; etag: string }
  | { kind: "create"; name: string; after: string; point: NewPoint };

export interface NewPoint {
  text: string;
  label?: string;
  parent: string;
  actionable: boolean;
  responsibleFrom?: string;
  span?: unknown;
}

const parentOf = (point: string) => point.split("/points/")[0] ?? "";

async function post(path: string, json: object): Promise<unknown> {
  return request({ method: "POST", path: `/v1/${path}`, json, repeatable: true });
}

/** Does it; answers the name of the point that it is about afterwards, empty for none. */
export async function edit(what: Edit, requestId: string): Promise<string> {
  const { kind, name } = what;
  if (kind === "split") {
    const { etag, offsets, asProposed } = what;
    const cuts = asProposed ? { asProposed } : { offsets };
    await post(`${name}:split`, { etag, requestId, ...cuts });
    return name;
  }
  if (kind === "merge") {
    const { names, etag, separator } = what;
    const json = { names, etag, requestId, separator };
    return readPoint(await post(`${parentOf(name)}/points:merge`, json)).name;
  }
  if (kind === "move") {
    const { etag, parent, after } = what;
    await post(`${name}:move`, { etag, requestId, parent, after });
    return name;
  }
  if (kind === "delete") {
    const query = { etag: what.etag, requestId };
    await request({ method: "DELETE", path: `/v1/${name}`, query, repeatable: true });
    return "";
  }
  return (await createPoint(parentOf(name), what.point, what.after, requestId)).name;
}

/** Adds a point to `resolution` behind `after`, at the end when that is empty. */
export async function createPoint(
  resolution: string,
  point: NewPoint,
  after: string,
  requestId: string,
): Promise<Point> {
  const path = `/v1/${resolution}/points`;
  const query = { after, requestId };
  return readPoint(await request({ method: "POST", path, query, json: point, repeatable: true }));
}

/** What persons did to a draft, newest first; of one point where it is named. */
export function listCorrections(
  resolution: string,
  point: string,
  pageToken: string,
  signal: AbortSignal,
): Promise<Page<Correction>> {
  const query = { pageSize: 25, pageToken, point };
  const path = `/v1/${resolution}/corrections`;
  return page({ path, field: "corrections", query, signal }, readCorrection);
}

/** What a new reading of the document would change; changes nothing. */
export async function previewReread(resolution: string, signal: AbortSignal): Promise<Reread> {
  const path = `/v1/${resolution}:reRead`;
  const json = { validateOnly: true };
  return readReread(await request({ method: "POST", path, json, signal, repeatable: true }));
}

/** Takes a new reading of the draft as it was shown. */
export async function applyReread(from: Resolution, requestId: string): Promise<Reread> {
  return readReread(await post(`${from.name}:reRead`, { etag: from.etag, requestId }));
}

/** Facts of a draft: the fields that are given. */
export interface FactsChange {
  displayName?: string;
  territory?: string;
  event?: object;
  letter?: object;
}

export async function updateResolution(
  from: Resolution,
  change: FactsChange,
  requestId: string,
): Promise<Resolution> {
  return readResolution(
    await request({
      method: "PATCH",
      path: `/v1/${from.name}`,
      query: { updateMask: Object.keys(change).join(","), requestId },
      json: { name: from.name, etag: from.etag, ...change },
      repeatable: true,
    }),
  );
}

export type ExportFormat = "FORMAT_AKN" | "FORMAT_JSON";

/** A resolution as a file. */
export async function exportResolution(name: string, format: ExportFormat): Promise<Blob> {
  return (await send({ path: `/v1/${name}:export`, query: { format } })).response.blob();
}

const step = (raw: unknown) => {
  const from = object(raw);
  const text = (field: string) => String(from[field] ?? "");
  return {
    description: text("description"),
    descriptionEnglish: text("descriptionEnglish"),
    beforeDate: text("beforeDate"),
    afterDate: text("afterDate"),
    source: text("source"),
  };
};
export type Step = ReturnType<typeof step>;

export interface Explained {
  dueDate: string;
  reportDate: string;
  steps: Step[];
}

/** How the day came about by which a point is due. */
export async function explainDeadline(point: string, signal: AbortSignal): Promise<Explained> {
  const from = object(await request({ path: `/v1/${point}:explainDeadline`, signal }));
  return {
    dueDate: String(from.dueDate ?? ""),
    reportDate: String(from.reportDate ?? ""),
    steps: list(from.steps, step),
  };
}
