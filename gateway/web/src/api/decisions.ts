/** Calls of rezon.decisions.v1. */

import { type Point, readPoint } from "./points.types";
import {
  type Resolution,
  type SourceDocument,
  readDocument,
  readResolution,
} from "./resolutions.types";
import { object } from "./fill";
import { request, send } from "./http";
import { type Page, allPages, page } from "./page";

export interface Imported {
  /** Where the file's content stands: the resolution, or the letter of a file without one. */
  name: string;
  alreadyImported: boolean;
}

export async function importDocument(file: File, requestId: string): Promise<Imported> {
  const body = object(
    await request({
      method: "POST",
      path: "/v1/documents:import",
      query: { fileName: file.name, requestId },
      bytes: file,
      repeatable: true,
    }),
  );
  return {
    name: String(object(body.resolution).name ?? object(body.letter).name ?? ""),
    alreadyImported: body.alreadyImported === true,
  };
}

export function listResolutions(pageToken: string, signal: AbortSignal): Promise<Page<Resolution>> {
  const query = { pageSize: 20, pageToken };
  return page({ path: "/v1/resolutions", field: "resolutions", query, signal }, readResolution);
}

export async function getResolution(name: string, signal?: AbortSignal): Promise<Resolution> {
  const call = { path: `/v1/${name}` };
  return readResolution(await request(signal ? { ...call, signal } : call));
}

export function listPoints(resolution: string, signal: AbortSignal): Promise<Point[]> {
  return allPages({ path: `/v1/${resolution}/points`, field: "points", signal }, readPoint);
}

export interface PointChange {
  label?: string;
  text?: string;
  actionable?: boolean;
  responsibleFrom?: string;
  addressees?: { phrase: string; targets: string[]; span?: unknown }[];
  deadline?: object;
}

/** Changes the given fields of a point as it was read. */
export async function updatePoint(
  point: Point,
  change: PointChange,
  requestId: string,
): Promise<Point> {
  return readPoint(
    await request({
      method: "PATCH",
      path: `/v1/${point.name}`,
      query: { updateMask: Object.keys(change).join(","), requestId },
      json: { name: point.name, etag: point.etag, ...change },
      repeatable: true,
    }),
  );
}

async function change(resolution: Resolution, verb: string, body: object): Promise<Resolution> {
  return readResolution(
    await request({
      method: "POST",
      path: `/v1/${resolution.name}:${verb}`,
      json: { etag: resolution.etag, ...body },
      repeatable: true,
    }),
  );
}

export function resolveAddressees(from: Resolution, requestId: string): Promise<Resolution> {
  return change(from, "resolveAddressees", { requestId });
}

export function adoptResolution(
  from: Resolution,
  adoptDate: string,
  requestId: string,
): Promise<Resolution> {
  return change(from, "adopt", { requestId, ...(adoptDate ? { adoptDate } : {}) });
}

export async function getDocument(name: string, signal: AbortSignal): Promise<SourceDocument> {
  return readDocument(await request({ path: `/v1/${name}`, signal }));
}

/** The bytes of a source document as they came in, under the name they came in with. */
export async function downloadDocument(name: string): Promise<{ blob: Blob; name: string }> {
  const document = object(await request({ path: `/v1/${name}` }));
  const blob = await (await send({ path: `/v1/${name}:download` })).response.blob();
  return { blob, name: String(document.fileName ?? "document") };
}
