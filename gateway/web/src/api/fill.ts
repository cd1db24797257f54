/** proto3 JSON leaves default values out and writes 64-bit numbers as strings: this puts both right. */

export type Json = Record<string, unknown>;

export function object(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

export function list<T>(value: unknown, read: (each: unknown) => T): T[] {
  return Array.isArray(value) ? value.map(read) : [];
}

/** The fields of `defaults`, each from `raw` when it has one of the same kind. */
export function fill<T extends object>(defaults: T, raw: unknown): T {
  const from = object(raw);
  const result: Json = {};
  for (const [name, fallback] of Object.entries(defaults)) {
    const value = from[name];
    if (value === undefined || value === null) result[name] = fallback;
    else if (typeof fallback === "number") result[name] = Number(value);
    else if (typeof fallback === "string") result[name] = String(value);
    else result[name] = value;
  }
  return result as T;
}
