/**
 * Makes everything again that comes from Go programs: `npx tsx test/crd-gen/remake/main.ts`.
 * Needs Go, and the network the first time.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { remakeExpected } from "./controller-gen.js";
import { remakeManifests } from "./manifests.js";
import { metaSchemasModule } from "./meta-schemas.js";
import { yamlGolden } from "./yaml.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const metaSchemas = `${root}generators/schema/meta-schemas.ts`;
writeFileSync(metaSchemas, metaSchemasModule());
spawnSync("npx", ["biome", "check", "--write", metaSchemas], { cwd: root, stdio: "inherit" });

writeFileSync(`${root}test/crd-gen/yaml/golden.json`, yamlGolden());
remakeExpected(`${root}test/golden/crd-gen`);
remakeManifests(`${root}test/golden`);
