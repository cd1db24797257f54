/** Who is signed in: the token of this tab and its claims. */

import { type Claims, mintLocalToken, readClaims } from "../api/auth";
import { store } from "./store";

const KEY = "rezon.token";

export interface Session {
  token: string;
  claims: Claims;
}

function read(): Session | undefined {
  const token = sessionStorage.getItem(KEY);
  const claims = token ? readClaims(token) : undefined;
  if (!token || !claims || (claims.expires > 0 && claims.expires * 1000 < Date.now())) {
    return undefined;
  }
  return { token, claims };
}

export const session = store<Session | undefined>(read());

let visitor = "";

/** Lets the sign-in page read the registry before anybody has signed in; a visitor may only read. */
export async function beVisitor(region: string): Promise<void> {
  const claims = { subject: "visitor", roles: ["auditor"], territories: [], organisations: [] };
  visitor = await mintLocalToken({ ...claims, region });
}

/** What calls are sent with. */
export function bearerToken(): string | undefined {
  return session.get()?.token ?? (visitor || undefined);
}

export function signIn(token: string): void {
  visitor = "";
  sessionStorage.setItem(KEY, token);
  session.set(read());
}

export function signOut(): void {
  sessionStorage.removeItem(KEY);
  session.set(undefined);
}

export const ROLES = ["operator", "controller", "clerk", "reporter"] as const;
export type Role = (typeof ROLES)[number];

export function isRole(name: string): name is Role {
  return ROLES.some((role) => role === name);
}

/** What the page offers to a role; the services decide what is allowed. */
export function may(claims: Claims, what: "prepare" | "execute" | "control"): boolean {
  const roles: Record<typeof what, string[]> = {
    prepare: ["operator"],
    execute: ["operator", "clerk", "reporter"],
    control: ["operator", "controller"],
  };
  return claims.roles.some((role) => roles[what].includes(role));
}
