import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { hasErrors, lineStarts } from "../../generators/diagnostics/index.js";
import { linkModel } from "../../generators/model/index.js";
import { parseFile } from "../../generators/parse/index.js";
import { mutate, pick, seeded } from "../model/random.js";

const cases = readdirSync(new URL(".", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => new URL(`${name}/input/src/apis/example.com/v1/types.ts`, import.meta.url))
  .map((url) => readFileSync(url, "utf8"));

it("reads whatever is left of a file", () => {
  const random = seeded(5);
  let broken = 0;
  for (let round = 0; round < 100; round++) {
    const whole = pick(random, cases);
    const cut = random() < 0.3 ? whole.slice(0, Math.floor(random() * whole.length)) : whole;
    const text = mutate(random, cut);
    const path = "src/apis/example.com/v1/types.ts";
    const { model, diagnostics } = linkModel({
      files: [parseFile({ path, text })],
      config: { apis: "src/apis", client: "src/client" },
      expansions: [],
    });
    expect(JSON.parse(JSON.stringify(model))).toBeDefined();
    const lines = lineStarts(text).length;
    for (const { span } of diagnostics) expect(span?.line ?? 0, text).toBeLessThanOrEqual(lines);
    broken += hasErrors(diagnostics) ? 1 : 0;
  }
  expect(broken).toBeGreaterThan(50);
});
