import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.js";

/** Part of `npm run build`: the code beside the declarations of tsc, without that of earlier builds. */
const dist = fileURLToPath(new URL("../../dist", import.meta.url));
for (const path of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  if (/\.c?js$/.test(path)) rmSync(join(dist, path));
}
bundle(dist);
