import { describe, expect, it } from "vitest";
import { issueAssignments } from "../src/api/assignments";
import { ApiError } from "../src/api/error";
import { jsonLines } from "../src/api/stream";
import { answering, inPieces } from "./fetch";

async function all(text: string, size: number): Promise<unknown[]> {
  const values = [];
  for await (const value of jsonLines(inPieces(text, size))) values.push(value);
  return values;
}

describe("jsonLines", () => {
  const text = '{"a":"ё"}\n\n{"a":"Тюмень"}\n{"a":3}';
  it.each([1, 2, 3, 7, 1000])(
    "reads lines however the bytes arrive (%i at a time)",
    async (size) => {
      expect(await all(text, size)).toEqual([{ a: "ё" }, { a: "Тюмень" }, { a: 3 }]);
    },
  );
});

describe("issueAssignments", () => {
  it("tells the progress and ends with the issuance", async () => {
    const asked = answering(
      new Response(
        inPieces(
          '{"totalCount":950}\n{"writtenCount":500,"totalCount":950}\n' +
            '{"writtenCount":950,"totalCount":950,"issuance":{"assignmentCount":950}}\n',
          10,
        ),
      ),
    );
    const seen: number[] = [];
    const issuance = await issueAssignments("resolutions/1", "id", (p) => seen.push(p.written));
    expect(seen).toEqual([0, 500, 950]);
    expect(issuance.assignmentCount).toBe(950);
    expect(issuance.points).toEqual([]);
    expect(asked[0]?.url).toBe("/v1/resolutions/1:issue");
    expect(asked[0]?.body).toEqual({ requestId: "id" });
  });

  it("fails with the error that the stream ends with", async () => {
    const line = { error: { code: 503, status: "UNAVAILABLE", message: "gone" } };
    answering(new Response(inPieces(`{"writtenCount":1}\n${JSON.stringify(line)}\n`, 5)));
    const failed = issueAssignments("resolutions/1", "id", () => {});
    await expect(failed).rejects.toBeInstanceOf(ApiError);
    await expect(failed).rejects.toMatchObject({ code: "UNAVAILABLE", retryable: true });
  });
});
