import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { findDefinitions } from "../../generators/import-gen/read/index.js";
import { comparable, differences, roundTrip } from "../../test/import-gen/round-trip.js";

// Imports all definitions below a folder and generates them again, twice: `npx tsx scripts/round-trips/main.ts <folder>`.

const rawTag = /crd-project:(?:items:|additionalProperties:)*schema[=:]/;
const start = "apiVersion: apiextensions.k8s.io/v1";

interface Counts {
  files: number;
  refused: number;
  lossless: number;
  stable: number;
  withoutRawSchema: number;
  withoutPatch: number;
  ofControllerGen: number;
  equalToTheByte: number;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A file from its first key on: what stands above is no part of the definition. */
function body(text: string): string {
  return text.slice(text.indexOf(start));
}

async function count(path: string, counts: Counts): Promise<void> {
  const text = readFileSync(path, "utf8");
  const found = findDefinitions({ sources: [{ path, text }] });
  counts.refused += found.definitions.length === 0 ? 1 : 0;
  for (const { definition } of found.definitions) {
    counts.files++;
    const first = await roundTrip(definition.json);
    const lost =
      first.errors === ""
        ? differences({ left: comparable(definition.json), right: comparable(first.definition) })
        : [first.errors];
    if (lost.length > 0) {
      print(`${path}: ${lost.slice(0, 3).join("\n  ")}`);
      continue;
    }
    counts.lossless++;
    const types = [...first.tree.values()].join("\n");
    counts.withoutRawSchema += rawTag.test(types) ? 0 : 1;
    counts.withoutPatch += types.includes("crd-project:patch=") ? 0 : 1;
    if (text.includes("controller-gen.kubebuilder.io/version")) {
      counts.ofControllerGen++;
      counts.equalToTheByte += body(first.yaml) === body(text) ? 1 : 0;
    }
    const second = await roundTrip(first.definition);
    if (second.yaml === first.yaml) counts.stable++;
    else print(`${path}: the second import makes something else`);
  }
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("name a folder with definitions\n");
  process.exitCode = 2;
} else {
  const counts: Counts = {
    files: 0,
    refused: 0,
    lossless: 0,
    stable: 0,
    withoutRawSchema: 0,
    withoutPatch: 0,
    ofControllerGen: 0,
    equalToTheByte: 0,
  };
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ya?ml$/.test(path))
    .sort();
  for (const path of paths) await count(join(resolve(folder), path), counts);
  for (const [what, number] of Object.entries(counts)) print(`${what}: ${number}`);
  if (counts.lossless < counts.files || counts.stable < counts.files) process.exitCode = 1;
}
