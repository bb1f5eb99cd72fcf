// Copies the objects of a file, a JSON text a line, and prints the nanoseconds per object of each way.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";

const [file, rounds, ...modules] = process.argv.slice(2);
const copiers = {};
for (const path of modules) {
  Object.assign(copiers, await import(pathToFileURL(join(process.cwd(), path)).href));
}
const objects = readFileSync(file, "utf8")
  .split("\n")
  .map((line) => JSON.parse(line));
const work = objects.map((object) => ({ object, copy: copiers[`deepCopy${object.kind}`] }));

function time(copyAll) {
  const times = [];
  for (let round = 0; round < Number(rounds); round++) {
    const start = performance.now();
    copyAll();
    times.push(((performance.now() - start) * 1e6) / objects.length);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

// Kept, so that no copy can be optimized away, and compared in the end.
const kept = new Array(objects.length);

function measured(copy) {
  const nanoseconds = time(() => {
    for (let index = 0; index < work.length; index++) kept[index] = copy(work[index]);
  });
  if (kept.some((each, index) => JSON.stringify(each) !== JSON.stringify(objects[index]))) {
    throw new Error("a copy differs from its original");
  }
  return nanoseconds;
}

const generated = measured(({ object, copy }) => copy(object));
const cloned = measured(({ object }) => structuredClone(object));
process.stdout.write(JSON.stringify({ generated, structuredClone: cloned }));
