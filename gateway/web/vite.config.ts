import { defineConfig } from "vitest/config";

const gateway = process.env.REZON_GATEWAY ?? "http://127.0.0.1:8080";

export default defineConfig({
  esbuild: { jsx: "automatic" },
  build: {
    target: "es2022",
    // A strict content security policy allows neither inline scripts nor data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { proxy: { "/v1": gateway, "/auth": gateway } },
  test: { include: ["test/**/*.test.ts"], environment: "node" },
});
