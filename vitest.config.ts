import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const runtime = fileURLToPath(new URL("packages/crd-runtime/src/", import.meta.url));
const testing = fileURLToPath(new URL("packages/crd-testing/src/", import.meta.url));
const exclude = ["**/node_modules/**", "**/input/**", "**/expected/**"];
const folders = ["test", "packages/*/test"];

export default defineConfig({
  resolve: {
    // Tests read the packages' sources, never a stale build.
    alias: [
      { find: /^crd-runtime$/, replacement: `${runtime}index.ts` },
      { find: /^crd-runtime\/schema$/, replacement: `${runtime}schema/index.ts` },
      { find: /^crd-runtime\/(.+)$/, replacement: `${runtime}$1.ts` },
      { find: /^crd-testing\/envtest$/, replacement: `${testing}envtest/index.ts` },
      { find: /^crd-testing$/, replacement: `${testing}index.ts` },
    ],
  },
  test: {
    // Vitest keeps one core for itself, which leaves a machine of two with one worker, and that waits for servers half its time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: folders.map((folder) => `${folder}/**/*.test.ts`),
          exclude: [...exclude, "**/*.server.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          // Tests against a real API server: one for all of them, started when there is such a test in the run.
          name: "server",
          include: folders.map((folder) => `${folder}/**/*.server.test.ts`),
          exclude,
          globalSetup: "test/controlplane/global-setup.ts",
        },
      },
    ],
  },
});
