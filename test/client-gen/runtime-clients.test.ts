import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createNodeFiles } from "../../generators/files.js";
import { regenerate } from "../../generators/plan/regenerate.js";
import { loadTool } from "../../generators/tool.js";
import { lock } from "../plan/lock.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../packages/crd-runtime");

it("the clients in crd-runtime are what our generators make (npm run regenerate -w crd-runtime)", async () => {
  const { diagnostics, plan } = await regenerate({
    files: createNodeFiles({ root }),
    tool: loadTool(),
    mode: "verify",
    groups: [],
    lock,
  });
  expect(diagnostics).toEqual([]);
  expect(plan).toMatchObject({ create: [], update: [], stale: [] });
  expect(plan.unchanged.length).toBeGreaterThan(0);
});
