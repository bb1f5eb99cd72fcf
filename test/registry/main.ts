import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAndPack, npmSetting } from "./packages.js";
import { startRegistry } from "./registry.js";

/** `npm run registry`: a registry on loopback with the packages of this checkout, until Ctrl-C. */
async function main(): Promise<void> {
  const say = (line: string): boolean => process.stderr.write(`${line}\n`);
  say("building and packing ...");
  const packages = await buildAndPack();
  const registry = await startRegistry({ packages, upstream: await npmSetting("registry") });
  const cache = mkdtempSync(join(tmpdir(), "crd-npm-"));
  say(`serving ${packages.map(({ name, version }) => `${name}@${version}`).join(", ")}`);
  say("In another terminal:");
  say(`  export npm_config_registry=${registry.url} npm_config_cache=${cache}`);
  say("  npm init crd-project my-operator");
  say("Ctrl-C stops it.");
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, resolve);
  });
  await registry.stop();
  rmSync(cache, { recursive: true, force: true });
}

await main();
