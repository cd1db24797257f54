/** What a call can end with: the gateway's AIP-193 error body, or no answer at all. */

export interface Violation {
  field: string;
  description: string;
}

interface Detail {
  "@type"?: string;
  reason?: string;
  locale?: string;
  message?: string;
  fieldViolations?: Violation[];
}

interface ErrorBody {
  error?: { code?: number; message?: string; status?: string; details?: Detail[] };
}

/** Codes after which nobody knows whether the call took effect: the same request id may be sent again. */
const UNSURE = new Set([
  "NETWORK",
  "UNAVAILABLE",
  "DEADLINE_EXCEEDED",
  "INTERNAL",
  "UNKNOWN",
  "CANCELLED",
  "RESOURCE_EXHAUSTED",
]);

export class ApiError extends Error {
  constructor(
    /** Canonical code (`NOT_FOUND`), or `NETWORK` when nothing came back. */
    readonly code: string,
    /** Text for people in the language that was asked for; empty when the server gave none. */
    readonly localized: string,
    readonly reason: string,
    readonly violations: Violation[],
    readonly traceId: string,
    message: string,
  ) {
    super(message);
    this.name = "ApiError";
  }

  get retryable(): boolean {
    return UNSURE.has(this.code);
  }
}

const BY_HTTP: Record<number, string> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  409: "ABORTED",
  413: "RESOURCE_EXHAUSTED",
  429: "RESOURCE_EXHAUSTED",
  501: "UNIMPLEMENTED",
  502: "UNAVAILABLE",
  503: "UNAVAILABLE",
  504: "DEADLINE_EXCEEDED",
};

function isError(body: unknown): body is ErrorBody {
  return typeof body === "object" && body !== null && "error" in body;
}

function detail(details: Detail[], type: string): Detail | undefined {
  return details.find((each) => each["@type"]?.endsWith(type));
}

/** Reads an error body; `http` decides where the body is not one of ours. */
export function errorOf(http: number, body: unknown, traceId: string): ApiError {
  const error = isError(body) ? body.error : undefined;
  const details = error?.details ?? [];
  return new ApiError(
    error?.status ?? BY_HTTP[http] ?? "UNKNOWN",
    detail(details, "google.rpc.LocalizedMessage")?.message ?? "",
    detail(details, "google.rpc.ErrorInfo")?.reason ?? "",
    detail(details, "google.rpc.BadRequest")?.fieldViolations ?? [],
    traceId,
    error?.message ?? `HTTP ${http}`,
  );
}

export function networkError(cause: unknown, traceId: string): ApiError {
  const text = cause instanceof Error ? cause.message : String(cause);
  return new ApiError("NETWORK", "", "", [], traceId, text);
}

export function isErrorLine(body: unknown): boolean {
  return isError(body);
}
