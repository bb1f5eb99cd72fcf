import { celCompiler } from "crd-runtime/cel";
import { structuralOf } from "crd-runtime/schema";
import { describe, expect, it } from "vitest";
import { mulberry32 } from "../../random.js";
import { parseTable, readTable, tableNames } from "./table.js";

const cel = celCompiler();
const blocks = tableNames.flatMap((name) => parseTable(readTable(name)));
const rules = blocks.flatMap(({ rows }) => rows.map(({ rule }) => rule));

describe("expressions that nobody wrote", () => {
  it("are refused or evaluated, whatever they are", () => {
    const random = mulberry32(20_260_101);
    let compiled = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const block = pick(random, blocks);
      if (block === undefined) continue;
      const scope = cel.scopeOf({ schema: structuralOf(block.schema), as: "value" });
      const rule = pick(random, block.rows)?.rule ?? "";
      const expression = random() < 0.3 ? rule : mutated(random, rule);
      const program = scope?.compile({ expression, oldSelf: "plain", result: "bool" });
      if (program === undefined || "reason" in program) continue;
      compiled += 1;
      expect(program.maxCost).toBeGreaterThanOrEqual(0);
      for (const { value, old } of block.samples) {
        if (value !== null) program.evaluate({ self: value, oldSelf: old });
      }
      // Values that the schema would not let pass are errors of evaluation, too.
      for (const self of [5, "x", [], {}, [null], { a: null }, true]) program.evaluate({ self });
    }
    expect(compiled).toBeGreaterThan(300);
  });

  it("are refused when they are too deep", () => {
    const schema = structuralOf({ type: "integer" });
    const scope = cel.scopeOf({ schema, as: "value" });
    const compile = (expression: string) =>
      scope?.compile({ expression, oldSelf: "plain", result: "bool" });
    expect(compile(`${"(".repeat(100_000)}true${")".repeat(100_000)}`)).toHaveProperty("reason");
    expect(compile(`true${" && true".repeat(200_000)}`)).toHaveProperty("reason");
  });

  it("say where they are wrong", () => {
    const scope = cel.scopeOf({ schema: structuralOf({ type: "integer" }), as: "value" });
    expect(
      scope?.compile({
        expression: "self > 1 &&\n  self.foo == 2",
        oldSelf: "plain",
        result: "bool",
      }),
    ).toEqual({
      reason: "invalid",
      message:
        "ERROR: <input>:2:3: type 'int' does not support field selection\n |   self.foo == 2\n | ..^",
    });
  });
});

type Random = () => number;

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function pick<T>(random: Random, list: readonly T[]): T | undefined {
  return list[below(random, list.length)];
}

/** A piece of another rule in it, a piece left out, or both. */
function mutated(random: Random, rule: string): string {
  const other = pick(random, rules) ?? "";
  const at = [below(random, rule.length), below(random, rule.length)];
  const from = below(random, other.length);
  const piece = other.slice(from, from + below(random, 12));
  return rule.slice(0, Math.min(...at)) + piece + rule.slice(Math.max(...at));
}
