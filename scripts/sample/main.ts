import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "../../test/registry/packages.js";
import { makeSample, readTree, sampleFolder } from "./make.js";

/** `npm run sample`: makes sample-project again with our own commands; its hand-written files stay. */
await build();
const { project: made } = await makeSample();
const present = readTree(sampleFolder);
for (const [file, content] of made) {
  if (present.get(file) === content) continue;
  const path = join(sampleFolder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  process.stdout.write(`wrote sample-project/${file}\n`);
}
for (const file of present.keys()) {
  if (made.has(file)) continue;
  rmSync(join(sampleFolder, file));
  process.stdout.write(`removed sample-project/${file}\n`);
}
