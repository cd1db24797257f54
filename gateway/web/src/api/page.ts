/** Pages of a list method. */

import { list, object } from "./fill";
import { request } from "./http";

export interface Page<T> {
  rows: T[];
  /** Token of the next page; empty at the end. */
  next: string;
}

export interface PageQuery {
  path: string;
  /** Name of the field with the rows. */
  field: string;
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal;
}

export async function page<T>(from: PageQuery, read: (raw: unknown) => T): Promise<Page<T>> {
  const call = { path: from.path, query: from.query ?? {} };
  const body = object(await request(from.signal ? { ...call, signal: from.signal } : call));
  return { rows: list(body[from.field], read), next: String(body.nextPageToken ?? "") };
}

/** All pages, one after the other. */
export async function allPages<T>(from: PageQuery, read: (raw: unknown) => T): Promise<T[]> {
  const rows: T[] = [];
  let pageToken = "";
  do {
    const got = await page({ ...from, query: { ...from.query, pageSize: 1000, pageToken } }, read);
    rows.push(...got.rows);
    pageToken = got.next;
  } while (pageToken);
  return rows;
}

/** A text as a value of a filter (AIP-160). */
export function quoted(text: string): string {
  return `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;
}
