// A stand-in for the gateway: serves the built page under a strict policy and answers from memory.
// For work on the page (`npm run stand-in`) and for states that the real suite rarely shows.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { routes } from "./routes.mjs";

const dist = fileURLToPath(new URL("../../../gateway/web/dist/", import.meta.url));
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

async function serveFile(path, response) {
  const file = extname(path) ? normalize(path) : "/index.html";
  try {
    const bytes = await readFile(join(dist, file));
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-security-policy": policy,
    });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function refuse(response, http, status, text, field) {
  const details = [
    { "@type": "type.googleapis.com/google.rpc.LocalizedMessage", locale: "ru", message: text },
  ];
  if (field) {
    const fieldViolations = [{ field, description: text }];
    details.push({ "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations });
  }
  response.writeHead(http, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { code: http, status, message: status, details } }));
}

async function answer(request, response, url) {
  const text = await bodyOf(request);
  const isJson = request.headers["content-type"] === "application/json";
  for (const [method, pattern, reply] of routes) {
    const match = method === request.method && pattern.exec(decodeURIComponent(url.pathname));
    if (!match) continue;
    const send = (message) =>
      new Promise((done) => {
        response.write(`${JSON.stringify(message)}\n`);
        setTimeout(done, 30);
      });
    const call = {
      match,
      query: url.searchParams,
      text,
      body: isJson ? JSON.parse(text) : {},
      send,
    };
    const result = await reply(call);
    if (typeof result === "string") return response.end(result);
    return response.end(result === undefined ? "" : JSON.stringify(result));
  }
  return refuse(response, 404, "NOT_FOUND", "Такого метода нет.");
}

export function start(port = 0) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    if (!/^\/(v1|auth)\//.test(url.pathname)) return serveFile(url.pathname, response);
    if (url.pathname.startsWith("/v1/") && !request.headers.authorization) {
      return refuse(response, 401, "UNAUTHENTICATED", "Войдите ещё раз.");
    }
    return answer(request, response, url).catch((error) =>
      refuse(
        response,
        error.http ?? 500,
        error.status ?? "INTERNAL",
        error.text ?? String(error),
        error.field,
      ),
    );
  });
  return new Promise((done) => {
    server.listen(port, "127.0.0.1", () =>
      done({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await start(Number(process.env.PORT ?? 8080));
  console.log(`stand-in for the gateway: ${url}`);
}
