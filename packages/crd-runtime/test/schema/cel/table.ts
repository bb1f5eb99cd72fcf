import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";

/** A value that a rule judges, and the one before it where the rule judges an update. */
export interface Sample {
  readonly value: unknown;
  readonly old?: unknown;
}

/**
 * A rule and its verdicts, a letter for each sample: t it holds, f it does not, e it cannot be evaluated. `x`: it does not
 * compile; `$`: it compiles, and its estimated cost is too high. `?`: not asked yet.
 */
export interface Row {
  readonly verdict: string;
  readonly rule: string;
}

/** Rules on the values of one schema. */
export interface Block {
  readonly schema: JSONSchemaProps;
  readonly samples: readonly Sample[];
  readonly rows: readonly Row[];
}

const folder = new URL("tables/", import.meta.url);

/** Names of the tables: what `tables/` holds. */
export const tableNames: readonly string[] = readdirSync(folder).sort();

/** Where a table lies. */
export function tablePath(name: string): string {
  return fileURLToPath(new URL(name, folder));
}

/** Text of a table. */
export function readTable(name: string): string {
  return readFileSync(tablePath(name), "utf8");
}

/** Reads the blocks of a table. */
export function parseTable(text: string): readonly Block[] {
  const blocks: { schema: JSONSchemaProps; samples: Sample[]; rows: Row[] }[] = [];
  for (const line of text.split("\n")) {
    const [, word = "", rest = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    const block = blocks.at(-1);
    if (line === "" || word === "#") continue;
    if (word === "schema") {
      blocks.push({ schema: JSON.parse(rest) as JSONSchemaProps, samples: [], rows: [] });
    } else if (word === "values") {
      block?.samples.push(...(JSON.parse(rest) as unknown[]).map((value) => ({ value })));
    } else if (word === "updates") {
      const pairs = JSON.parse(rest) as [unknown, unknown][];
      block?.samples.push(...pairs.map(([old, value]) => ({ old, value })));
    } else {
      block?.rows.push({ verdict: word, rule: rest });
    }
  }
  return blocks;
}

/** The text of a table with other verdicts, one for each of its rows in their order. */
export function withVerdicts(input: {
  readonly text: string;
  readonly verdicts: readonly string[];
}): string {
  const verdicts = input.verdicts.values();
  const lines = input.text.split("\n").map((line) => {
    const [, word = "", rest = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (line === "" || ["#", "schema", "values", "updates"].includes(word)) return line;
    return `${(verdicts.next().value ?? "?").padEnd(8)} ${rest}`;
  });
  return lines.join("\n");
}
