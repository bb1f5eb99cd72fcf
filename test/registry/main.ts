import { startLocalNpm } from "./local-npm.js";
import { build } from "./packages.js";

/** `npm run registry`: a registry on loopback with the packages of this checkout, until Ctrl-C. */
const say = (line: string): boolean => process.stderr.write(`${line}\n`);
const stopped = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, resolve);
});
say("building and packing ...");
await build();
const npm = await startLocalNpm();
say("The registry has the packages of this checkout, and all others. In another terminal:");
say("");
for (const name of ["npm_config_registry", "npm_config_cache"]) {
  say(`  export ${name}=${npm.env[name]}`);
}
say("  npm init crd-project my-operator");
say("");
say("Ctrl-C stops it.");
await stopped;
await npm.stop();
