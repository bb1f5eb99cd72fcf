import { readFileSync, writeFileSync } from "node:fs";
import {
  type KeptCode,
  loadCompiled,
  loadTypeScript,
  parseFile,
} from "../../generators/parse/index.js";

/** A process that parses with the code in a file, and leaves its own there when that was of no use: `<file> [version]`. */
const [path = "", version = ""] = process.argv.slice(2);
const data = readFileSync(path);
let made: string | undefined;
const kept: KeptCode = {
  get: (wanted) => (data.length === 0 || wanted !== version ? undefined : data),
  set: (code) => {
    made = code.version;
    writeFileSync(path, code.data);
  },
};
const keep = loadCompiled(kept);
const compiler = loadTypeScript();
const text = "/** A database. */\nexport interface Database {}\n";
const parsed = parseFile({ path: "types.ts", text });
loadCompiled(kept)();
const isLoadedOnce = made === undefined && loadTypeScript() === compiler;
keep();
process.stdout.write(JSON.stringify({ isLoadedOnce, parsed, made }));
