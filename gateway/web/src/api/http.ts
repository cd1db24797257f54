/** The one way to the gateway: token, trace, language, retries of calls that may be repeated, errors. */

import { ApiError, errorOf, networkError } from "./error";
import { newTrace } from "./ids";

export interface Call {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** Path under the gateway, for example `/v1/resolutions`. */
  path: string;
  query?: Record<string, string | number | undefined>;
  /** JSON body. */
  json?: unknown;
  /** Raw body; sent as it is. */
  bytes?: Blob;
  signal?: AbortSignal;
  /** True when the call carries a request id, so that it may be sent again after a lost answer. */
  repeatable?: boolean;
}

interface Settings {
  token: () => string | undefined;
  language: () => string;
  /** Called when the gateway does not know the caller (any more). */
  onUnauthenticated: () => void;
  /** Pause before try number n (from 1), in milliseconds. */
  pause: (attempt: number) => Promise<void>;
}

const TRIES = 3;

const settings: Settings = {
  token: () => undefined,
  language: () => "ru",
  onUnauthenticated: () => {},
  pause: (attempt) => new Promise((resolve) => setTimeout(resolve, 300 * 2 ** attempt)),
};

export function configure(changes: Partial<Settings>): void {
  Object.assign(settings, changes);
}

export function urlOf(call: Call): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${call.path}?${text}` : call.path;
}

/** Sends once; any answer but 2xx is thrown as ApiError. */
async function sendOnce(call: Call): Promise<{ response: Response; traceId: string }> {
  const trace = newTrace();
  const headers: Record<string, string> = {
    accept: "application/json",
    "accept-language": settings.language(),
    traceparent: trace.header,
  };
  const token = settings.token();
  if (token) headers.authorization = `Bearer ${token}`;
  const init: RequestInit = { method: call.method ?? "GET", headers, signal: call.signal ?? null };
  if (call.bytes) {
    headers["content-type"] = call.bytes.type || "application/octet-stream";
    init.body = call.bytes;
  } else if (call.json !== undefined) {
    headers["content-type"] = "application/json";
    init.body = JSON.stringify(call.json);
  }
  let response: Response;
  try {
    response = await fetch(urlOf(call), init);
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    throw networkError(cause, trace.id);
  }
  if (response.ok) return { response, traceId: trace.id };
  const body: unknown = await response.json().catch(() => undefined);
  throw errorOf(response.status, body, trace.id);
}

/** Sends, again where that is safe and the failure may pass. */
export async function send(call: Call): Promise<{ response: Response; traceId: string }> {
  const repeatable = call.repeatable ?? (call.method ?? "GET") === "GET";
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendOnce(call);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === "UNAUTHENTICATED") settings.onUnauthenticated();
      const passing = error.code === "NETWORK" || error.code === "UNAVAILABLE";
      if (!repeatable || !passing || attempt >= TRIES) throw error;
      await settings.pause(attempt);
    }
  }
}

/** Sends and reads the JSON answer. */
export async function request(call: Call): Promise<unknown> {
  const { response, traceId } = await send(call);
  try {
    return await response.json();
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    throw networkError(cause, traceId);
  }
}
