import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { runOk } from "../process/run.js";

/** A package as `npm publish` would send it. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  /** The whole package.json. */
  readonly manifest: Readonly<Record<string, unknown>>;
  /** The .tgz file. */
  readonly tarball: Uint8Array;
  /** sha512, as in a lockfile. */
  readonly integrity: string;
  /** sha1, hexadecimal. */
  readonly shasum: string;
}

const packed = z.object({
  name: z.string(),
  version: z.string(),
  filename: z.string(),
  integrity: z.string(),
  shasum: z.string(),
});
/** npm 11 prints a list, later versions one entry by name. */
const packOutput = z.union([
  z.array(packed),
  z.record(z.string(), packed).transform(Object.values),
]);

/**
 * Packs a package from its folder, as it is: what is built there is what goes in.
 *
 * @throws CommandFailed when npm fails
 */
export async function packPackage(folder: string): Promise<PackedPackage> {
  const destination = await mkdtemp(join(tmpdir(), "crd-pack-"));
  try {
    const { stdout } = await runOk({
      program: "npm",
      args: ["pack", "--json", "--ignore-scripts", "--pack-destination", destination],
      cwd: folder,
    });
    const [entry] = packOutput.parse(JSON.parse(stdout));
    if (entry === undefined) throw new Error(`npm pack in ${folder} made nothing`);
    const { name, version, filename, integrity, shasum } = entry;
    const manifest = await readFile(join(folder, "package.json"), "utf8");
    return {
      name,
      version,
      integrity,
      shasum,
      manifest: z.record(z.string(), z.unknown()).parse(JSON.parse(manifest)),
      tarball: await readFile(join(destination, filename)),
    };
  } finally {
    await rm(destination, { recursive: true, force: true });
  }
}
