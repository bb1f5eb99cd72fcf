import { celCompiler } from "crd-runtime/cel";
import { describe, expect, it } from "vitest";
import { defaulted, structural } from "./structural.js";
import { type Block, parseTable, type Row, readTable, type Sample, tableNames } from "./table.js";

const cel = celCompiler();
/** What one rule may cost. */
const maxRuleCost = 10_000_000;

/** Where the parser of the library differs, so that we do: a version that changes this is noticed. */
const deviations: ReadonlyMap<string, string> = new Map([
  ["[?self[?0], 7].size() == 2", "x"],
  ['{?"a": self.?a}.size() == 1', "x"],
  ['{?"a": self.?a, "b": 1}.size() == 2', "x"],
  [".5 == 0.5", "x"],
  ['{"a-b": 1}.`a-b` == 1', "x"],
  ['br"\\d" == b"\\\\d"', "x"],
  ["size([1],) == 1", "tttt"],
  ['b"é" == bytes("é")', "ffff"],
]);

function verdictOf(input: { readonly block: Block; readonly row: Row }): string {
  const { block, row } = input;
  const schema = structural(block.schema);
  const program = cel
    .scopeOf({ schema, as: schema.embeddedResource ? "resource" : "value" })
    ?.compile({ expression: row.rule, oldSelf: "plain", result: "bool" });
  if (program === undefined || "reason" in program) return "x";
  if (program.maxCost > maxRuleCost) return "$";
  const judge = (sample: Sample): string => {
    const self = defaulted(schema, sample.value);
    const oldSelf = defaulted(schema, sample.old);
    if (self === null || (program.usesOldSelf && (oldSelf ?? null) === null)) return "t";
    const { error, value } = program.evaluate({ self, oldSelf });
    if (error !== undefined) return "e";
    return value === true ? "t" : "f";
  };
  return block.samples.map(judge).join("");
}

describe.each(tableNames)("%s", (table) => {
  const cases = parseTable(readTable(table)).flatMap((block) =>
    block.rows.map((row) => ({ block, row })),
  );

  it.each(cases)("$row.rule", ({ block, row }) => {
    expect(verdictOf({ block, row })).toBe(deviations.get(row.rule) ?? row.verdict);
  });
});
