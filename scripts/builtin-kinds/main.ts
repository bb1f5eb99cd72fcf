import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { KubeConfig } from "@kubernetes/client-node";
import { isExpansion } from "../../generators/model/link/expansion-path.js";
import { startControlPlane } from "../../test/controlplane/index.js";
import { checkedIn, checkedInExpansions, presentModules, root } from "./checked-in.js";
import { readDocuments } from "./documents.js";
import { generatedFiles, type TypesOf } from "./generate.js";
import { builtinGroups, typesFolder } from "./groups.js";
import { typesText } from "./types.js";

/** The types as the API server describes them. */
async function ofServer(): Promise<TypesOf> {
  const controlPlane = await startControlPlane({
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    const config = new KubeConfig();
    config.loadFromFile(controlPlane.kubeconfigPath);
    const documents = await readDocuments(config);
    return new Map(builtinGroups.map((group) => [group, typesText({ documents, group })]));
  } finally {
    await controlPlane.stop();
  }
}

/**
 * `npm run builtin-kinds`: writes the built-in kinds of crd-runtime, from the API server's OpenAPI; with `-- --generate` only what
 * our generators make of the types that are there.
 */
async function main(): Promise<void> {
  const typesOf = process.argv.includes("--generate") ? checkedIn() : await ofServer();
  const wanted = new Map(generatedFiles({ typesOf, expansions: checkedInExpansions() }));
  for (const [group, text] of typesOf) {
    wanted.set(`packages/crd-runtime/${typesFolder(group)}/types.ts`, text);
  }
  for (const [file, content] of wanted) {
    const path = join(root, file);
    if (existsSync(path) && readFileSync(path, "utf8") === content) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    process.stdout.write(`wrote ${file}\n`);
  }
  for (const module of presentModules()) {
    const path = `packages/crd-runtime/${module}`;
    if (wanted.has(path) || isExpansion(path)) continue;
    rmSync(join(root, path));
    process.stdout.write(`removed ${path}\n`);
  }
}

await main();
