import { parseArgs } from "node:util";
import { goMissing } from "../../test/crd-gen/go-tools.js";
import { compareSeeds } from "../../test/crd-gen/random/compare.js";
import { randomApi } from "../../test/crd-gen/random/random-api.js";
import { goPackage, typeScriptModule } from "../../test/crd-gen/random/write.js";

/**
 * `npx tsx scripts/controller-gen/main.ts --first 1 --count 300`: random types with markers in Go and in TypeScript, and whether
 * controller-gen and crd-gen make the same definitions of them. `--print 7` prints the types of a seed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      first: { type: "string", default: "1" },
      count: { type: "string", default: "300" },
      print: { type: "string" },
    },
  });
  if (values.print !== undefined) {
    const api = randomApi(Number(values.print));
    for (const version of api.versions) {
      print(`${goPackage(api, version)}\n${typeScriptModule(api, version)}`);
    }
    return;
  }
  const missing = goMissing();
  if (missing !== undefined) {
    print(`skipped: Go is needed for controller-gen: ${missing}`);
    return;
  }
  const [first, count] = [Number(values.first), Number(values.count)];
  const found = await compareSeeds(Array.from({ length: count }, (_, index) => first + index));
  for (const { seed, text } of found) print(`seed ${seed}:\n${text}`);
  print(
    `${count} seeds, ${found.length} differ${found.length === 0 ? "" : `: ${found.map(({ seed }) => seed).join(", ")}`}`,
  );
  if (found.length > 0) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
