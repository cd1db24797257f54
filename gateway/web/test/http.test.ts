import { beforeEach, describe, expect, it } from "vitest";
import { ApiError } from "../src/api/error";
import { configure, request, urlOf } from "../src/api/http";
import { answering, json } from "./fetch";

let signedOut = 0;

beforeEach(() => {
  signedOut = 0;
  configure({
    token: () => "a.b.c",
    language: () => "ru",
    onUnauthenticated: () => signedOut++,
    pause: () => Promise.resolve(),
  });
});

const refusal = {
  error: {
    code: 409,
    message: "etag mismatch",
    status: "ABORTED",
    details: [
      { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "STALE_ETAG" },
      {
        "@type": "type.googleapis.com/google.rpc.BadRequest",
        fieldViolations: [{ field: "etag", description: "старое значение" }],
      },
      {
        "@type": "type.googleapis.com/google.rpc.LocalizedMessage",
        locale: "ru",
        message: "Данные изменились",
      },
    ],
  },
};

async function failure(call: Promise<unknown>): Promise<ApiError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error("did not fail");
}

describe("request", () => {
  it("sends token, language and a trace of its own", async () => {
    const asked = answering(json({ ok: true }));
    await request({ path: "/v1/resolutions" });
    expect(asked[0]?.headers.authorization).toBe("Bearer a.b.c");
    expect(asked[0]?.headers["accept-language"]).toBe("ru");
    expect(asked[0]?.headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it("reads reason, violations and the text for people, and names the trace that was sent", async () => {
    const asked = answering(json(refusal, 409));
    const error = await failure(request({ method: "POST", path: "/v1/x", json: {} }));
    expect(error.code).toBe("ABORTED");
    expect(error.reason).toBe("STALE_ETAG");
    expect(error.localized).toBe("Данные изменились");
    expect(error.violations).toEqual([{ field: "etag", description: "старое значение" }]);
    expect(asked[0]?.headers.traceparent).toContain(error.traceId);
    expect(error.retryable).toBe(false);
  });

  it("repeats a call with a request id, unchanged, when no answer came", async () => {
    const asked = answering(new TypeError("refused"), json({}, 503), json({ done: 1 }));
    const call = { method: "POST" as const, path: "/v1/x:adopt", json: { requestId: "r" } };
    expect(await request({ ...call, repeatable: true })).toEqual({ done: 1 });
    expect(asked.map((each) => each.body)).toEqual(Array(3).fill({ requestId: "r" }));
  });

  it("does not repeat a change without a request id", async () => {
    const asked = answering(new TypeError("refused"));
    const error = await failure(request({ method: "POST", path: "/auth/local", json: {} }));
    expect(asked).toHaveLength(1);
    expect(error.code).toBe("NETWORK");
    expect(error.retryable).toBe(true);
  });

  it("gives up after three tries", async () => {
    const asked = answering(json({}, 503), json({}, 503), json({}, 503));
    expect((await failure(request({ path: "/v1/x" }))).code).toBe("UNAVAILABLE");
    expect(asked).toHaveLength(3);
  });

  it("tells the session of a token that is not known", async () => {
    answering(json({ error: { code: 401, status: "UNAUTHENTICATED" } }, 401));
    await failure(request({ path: "/v1/x" }));
    expect(signedOut).toBe(1);
  });

  it("understands an error without our body", async () => {
    answering(new Response("<html>", { status: 413 }));
    expect((await failure(request({ path: "/v1/x" }))).code).toBe("RESOURCE_EXHAUSTED");
  });

  it("leaves empty parameters out and escapes the others", () => {
    const query = { pageSize: 20, pageToken: "", filter: 'a = "б&в"', none: undefined };
    expect(urlOf({ path: "/v1/x", query })).toBe(
      "/v1/x?pageSize=20&filter=a+%3D+%22%D0%B1%26%D0%B2%22",
    );
  });
});
