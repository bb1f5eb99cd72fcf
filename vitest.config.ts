import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const runtime = fileURLToPath(new URL("packages/crd-runtime/src/", import.meta.url));

export default defineConfig({
  resolve: {
    // Tests read the runtime's sources, never a stale build.
    alias: [
      { find: /^crd-runtime$/, replacement: `${runtime}index.ts` },
      { find: /^crd-runtime\/(.+)$/, replacement: `${runtime}$1.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts", "packages/*/test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/input/**", "**/expected/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
