import { fileURLToPath } from "node:url";
import { runOk } from "../process/run.js";
import { type PackedPackage, packPackage } from "./pack.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = [".", "packages/crd-runtime"];

/** Builds the packages of this repository and packs them. @throws CommandFailed */
export async function buildAndPack(): Promise<readonly PackedPackage[]> {
  await runOk({ program: "npm", args: ["run", "build"], cwd: root });
  return packAll();
}

/** Packs the packages of this repository as they are built. @throws CommandFailed */
export async function packAll(): Promise<readonly PackedPackage[]> {
  return Promise.all(
    folders.map((folder) =>
      packPackage(fileURLToPath(new URL(`../../${folder}`, import.meta.url))),
    ),
  );
}

/** One setting of the user's npm. @throws CommandFailed */
export async function npmSetting(name: "registry" | "cache"): Promise<string> {
  const { stdout } = await runOk({ program: "npm", args: ["config", "get", name], cwd: root });
  return stdout.trim();
}
