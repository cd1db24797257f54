/** A gateway for tests: answers in order, and remembers what was asked. */

export interface Asked {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
}

type Answer = Response | Error;

export function answering(...answers: Answer[]): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = (input, init = {}) => {
    const body = init.body;
    asked.push({
      url: String(input),
      method: init.method ?? "GET",
      headers: init.headers as Record<string, string>,
      body: typeof body === "string" ? JSON.parse(body) : body,
    });
    const answer = answers.shift();
    if (!answer) throw new Error("one call more than expected");
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return asked;
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

/** A body that arrives in pieces of `size` bytes, wherever they cut a character. */
export function inPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size)
        controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
}
