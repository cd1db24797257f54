/** Calls of rezon.registry.v1. */

import { fill, list, object } from "./fill";
import { request } from "./http";
import { allPages, page, quoted } from "./page";

const territory = { name: "", displayName: "", kind: "KIND_UNSPECIFIED" };
export type Territory = typeof territory;

const organisation = { name: "", displayName: "", shortName: "", kind: "", territory: "" };
export type Organisation = typeof organisation;

/** A body or class that can be addressed. */
export interface Found {
  target: string;
  displayName: string;
}

export function listMunicipalities(signal: AbortSignal): Promise<Territory[]> {
  const query = { filter: "kind = KIND_MUNICIPALITY" };
  const from = { path: "/v1/territories", field: "territories", query, signal };
  return allPages(from, (raw) => fill(territory, raw));
}

export async function getOrganisation(name: string, signal: AbortSignal): Promise<Organisation> {
  return fill(organisation, await request({ path: `/v1/${name}`, signal }));
}

const asFound = (raw: unknown): Found => {
  const row = fill(organisation, raw);
  return { target: row.name, displayName: row.shortName || row.displayName };
};

/** All organisations of a territory. */
export function listOrganisations(territoryName: string, signal: AbortSignal): Promise<Found[]> {
  const query = { filter: `territory = ${quoted(territoryName)}` };
  return allPages({ path: "/v1/organisations", field: "organisations", query, signal }, asFound);
}

/** Organisations whose name holds `text`; of one territory where it is given. */
export async function findOrganisations(
  text: string,
  territoryName: string,
  signal: AbortSignal,
): Promise<Found[]> {
  const parts = [];
  if (text) parts.push(`display_name : ${quoted(text)}`);
  if (territoryName) parts.push(`territory = ${quoted(territoryName)}`);
  const query = { pageSize: 20, filter: parts.join(" AND ") };
  const from = { path: "/v1/organisations", field: "organisations", query, signal };
  return (await page(from, asFound)).rows;
}

function candidate(raw: unknown): Found {
  const read = fill({ addressee: "", displayName: "" }, raw);
  return { target: read.addressee, displayName: read.displayName };
}

/** Who is meant by a phrase in any grammatical case: organisations, classes and officials. */
async function resolvePhrase(
  phrase: string,
  territoryName: string,
  signal: AbortSignal,
): Promise<Found[]> {
  const json = { phrases: [phrase], ...(territoryName ? { territory: territoryName } : {}) };
  const call = { method: "POST" as const, path: "/v1/addressees:resolve", json, signal };
  const body = object(await request({ ...call, repeatable: true }));
  const answers = list(body.resolutions, (raw) => {
    const answer = object(raw);
    return [...list(answer.matches, candidate), ...list(answer.alternatives, candidate)];
  });
  return answers.flat();
}

/** Searches the registry by meaning first, then by part of a name; each target once. */
export async function findAddressees(
  text: string,
  territoryName: string,
  signal: AbortSignal,
): Promise<Found[]> {
  const found = await Promise.all([
    resolvePhrase(text, territoryName, signal),
    findOrganisations(text, "", signal),
  ]);
  const byTarget = new Map(found.flat().map((each) => [each.target, each]));
  return [...byTarget.values()].slice(0, 20);
}
