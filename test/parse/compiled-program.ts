import { readFileSync, writeFileSync } from "node:fs";
import { loadCompiled, loadTypeScript, parseFile } from "../../generators/parse/index.js";

/** A process that parses with the code in a file, and leaves its own there when that was of no use: `<file> [version]`. */
const [path = "", version = ""] = process.argv.slice(2);
const data = readFileSync(path);
const take = loadCompiled(data.length === 0 ? undefined : { version, data });
const compiler = loadTypeScript();
const text = "/** A database. */\nexport interface Database {}\n";
const parsed = parseFile({ path: "types.ts", text });
const isLoadedOnce = loadCompiled(undefined) === undefined && loadTypeScript() === compiler;
const code = take?.();
if (code !== undefined) writeFileSync(path, code.data);
process.stdout.write(JSON.stringify({ isLoadedOnce, parsed, made: code?.version }));
