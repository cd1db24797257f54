/** The local issuer of the gateway (loopback only) and what a token says of its bearer. */

import { fill, object } from "./fill";
import { request } from "./http";

export interface Claims {
  subject: string;
  roles: string[];
  region: string;
  territories: string[];
  organisations: string[];
}

export async function mintLocalToken(claims: Claims): Promise<string> {
  const body = object(await request({ method: "POST", path: "/auth/local", json: claims }));
  return String(body.token ?? "");
}

/** Reads the claims of a token; only for showing, services verify the token themselves. */
export function readClaims(token: string): (Claims & { expires: number }) | undefined {
  try {
    const part = token.split(".")[1] ?? "";
    const base64 = part.replace(/-/g, "+").replace(/_/g, "/");
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const raw: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const defaults = {
      sub: "",
      roles: [] as string[],
      region: "",
      territories: [] as string[],
      organisations: [] as string[],
      exp: 0,
    };
    const { sub, exp, ...rest } = fill(defaults, raw);
    return { subject: sub, expires: exp, ...rest };
  } catch {
    return undefined;
  }
}
