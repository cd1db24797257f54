/** Random identifiers. `crypto.randomUUID` exists only in secure contexts, random bytes everywhere. */

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function randomHex(length: number): string {
  return hex(crypto.getRandomValues(new Uint8Array(length)));
}

/** A request id: one a user's action, the same for every retry of it. */
export function newRequestId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = hex(bytes);
  return [0, 8, 12, 16, 20].map((from, i, all) => text.slice(from, all[i + 1])).join("-");
}

/** A W3C trace context of a call that begins in the browser. */
export interface Trace {
  id: string;
  header: string;
}

export function newTrace(): Trace {
  const id = randomHex(16);
  return { id, header: `00-${id}-${randomHex(8)}-01` };
}
