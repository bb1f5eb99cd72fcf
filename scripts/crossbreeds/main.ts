import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { RestClient } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { isJsonObject, type JsonValue } from "../../generators/model/index.js";
import { type ControlPlane, startControlPlane } from "../../test/controlplane/index.js";
import { configOf } from "../../test/controlplane/own-server.js";
import {
  comparable,
  differences,
  type JsonObject,
  roundTrip,
} from "../../test/import-gen/round-trip.js";
import { crossbreed } from "../../test/schema/crossbreeds/breed.js";
import { checksOfRules, judge } from "../../test/schema/crossbreeds/compare.js";
import { definitionsIn } from "../../test/schema/crossbreeds/definitions.js";
import { stockOf } from "../../test/schema/crossbreeds/stock.js";

/**
 * `npx tsx scripts/crossbreeds/main.ts <folder> --count 1000 --first 1`: crosses the definitions of a folder, asks kube-apiserver
 * and our own checks what they think of each, and takes what is accepted through an import and back. `--keep <folder>` keeps those
 * that something is wrong with, `--no-trips` leaves the imports out.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      count: { type: "string", default: "1000" },
      first: { type: "string", default: "1" },
      keep: { type: "string" },
      trips: { type: "boolean", default: true },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    process.stderr.write("name a folder with definitions\n");
    process.exitCode = 2;
    return;
  }
  const controlPlane = await startControlPlane({
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  try {
    const [first, count] = [Number(values.first), Number(values.count)];
    const seeds = Array.from({ length: count }, (_, index) => first + index);
    const isFine = await run({ controlPlane, folder, seeds, ...values });
    if (!isFine) process.exitCode = 1;
  } finally {
    await controlPlane.stop();
  }
}

async function run(input: {
  readonly controlPlane: ControlPlane;
  readonly folder: string;
  readonly seeds: readonly number[];
  readonly keep?: string | undefined;
  readonly trips: boolean;
}): Promise<boolean> {
  const { controlPlane, folder, seeds, keep, trips } = input;
  const rest = RestClient.forConfig(configOf(controlPlane));
  const stock = stockOf(definitionsIn(folder));
  const rules = checksOfRules();
  const counts = { accepted: 0, refused: 0, unjudged: 0, differ: 0, lost: 0 };
  for (const seed of seeds) {
    const { definition, changes } = crossbreed({ stock, seed });
    const judged = await judge({ rest, rules, definition });
    counts[judged.verdict] += 1;
    const lost =
      trips && judged.verdict === "accepted" ? await lostOnTheWay(asJson(definition)) : [];
    const differ = judged.differences.length > 0 && judged.verdict !== "unjudged";
    counts.differ += differ ? 1 : 0;
    counts.lost += lost.length > 0 ? 1 : 0;
    if (judged.differences.length === 0 && lost.length === 0) continue;
    const lines = [...judged.differences, ...lost].slice(0, 6).map((line) => line.slice(0, 1_500));
    print(`${seed} ${judged.verdict} ${changes.join(" ")}\n  ${lines.join("\n  ")}`);
    if (keep === undefined) continue;
    mkdirSync(keep, { recursive: true });
    writeFileSync(join(keep, `${seed}.json`), JSON.stringify(definition, undefined, 1));
  }
  rest.close();
  for (const [what, number] of Object.entries(counts)) print(`${what}: ${number}`);
  return counts.differ === 0 && counts.lost === 0;
}

/** What an import and a generation lose of a definition, and what a second import makes otherwise. */
async function lostOnTheWay(document: JsonObject): Promise<readonly string[]> {
  try {
    const first = await roundTrip(document);
    if (first.errors !== "") return [`refused: ${first.errors}`];
    const lost = differences({ left: comparable(document), right: comparable(first.definition) });
    if (lost.length > 0) return lost;
    const second = await roundTrip(first.definition);
    return second.yaml === first.yaml ? [] : ["the second import makes something else"];
  } catch (error) {
    return [`crash: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

function asJson(definition: CustomResourceDefinition): JsonObject {
  const json: JsonValue = JSON.parse(JSON.stringify(definition));
  if (!isJsonObject(json)) throw new Error("a definition is an object");
  return json;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
