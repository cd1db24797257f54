import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const gateway = process.env.REZON_GATEWAY ?? "http://127.0.0.1:8080";

/** What the built page may load: only its own files. The gateway's headers may say more, never less. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

function contentPolicy(): Plugin {
  const attrs = { "http-equiv": "Content-Security-Policy", content: POLICY };
  return {
    name: "content-policy",
    apply: "build",
    transformIndexHtml: () => [{ tag: "meta", attrs, injectTo: "head-prepend" }],
  };
}

export default defineConfig({
  plugins: [contentPolicy()],
  esbuild: { jsx: "automatic" },
  build: {
    target: "es2022",
    // The policy allows neither inline scripts nor data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/v1": gateway, "/auth": gateway } },
  test: { include: ["test/**/*.test.ts"], environment: "node", setupFiles: ["test/setup.mjs"] },
});
