// Imports the modules named on the command line, in their order, and prints how many milliseconds that took.
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";

const urls = process.argv.slice(2).map((path) => pathToFileURL(join("dist", path)).href);
const start = performance.now();
for (const url of urls) await import(url);
process.stdout.write(String(performance.now() - start));
