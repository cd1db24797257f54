/** Server streams: one JSON object a line. */

import { errorOf, isErrorLine, networkError } from "./error";
import { type Call, send } from "./http";

/** Splits a byte stream into the JSON values of its lines. */
export async function* jsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    rest += value ? decoder.decode(value, { stream: true }) : decoder.decode();
    const lines = rest.split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const line of lines) {
      if (line.trim()) yield JSON.parse(line);
    }
    if (done) return;
  }
}

/** Calls `each` for every message; an error in the stream is thrown like one before it. */
export async function stream(call: Call, each: (message: unknown) => void): Promise<void> {
  const { response, traceId } = await send(call);
  if (!response.body) return;
  try {
    for await (const message of jsonLines(response.body)) {
      if (isErrorLine(message)) throw errorOf(500, message, traceId);
      each(message);
    }
  } catch (cause) {
    if (call.signal?.aborted || (cause instanceof Error && cause.name === "ApiError")) throw cause;
    throw networkError(cause, traceId);
  }
}
