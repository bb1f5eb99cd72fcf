import { posix } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { readText } from "./sources.js";

const names = z.record(z.string(), z.string()).default({});
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      link: z.boolean().optional(),
      dependencies: names,
      optionalDependencies: names,
      inBundle: z.boolean().optional(),
    }),
  ),
});

it("has an entry for every dependency, those of other platforms too, or npm ci refuses it", () => {
  const { packages } = lockfile.parse(JSON.parse(readText("package-lock.json")));
  const missing = Object.entries(packages).flatMap(([folder, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !isFound({ packages, folder, name }))
      .map((name) => `${folder} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

/** Looks for a package as Node does: in node_modules of the folder and of those above it. */
function isFound(input: {
  readonly packages: Readonly<Record<string, unknown>>;
  readonly folder: string;
  readonly name: string;
}): boolean {
  for (let folder = input.folder; ; folder = folder === "." ? "" : posix.dirname(folder)) {
    const base = folder === "." ? "" : folder;
    if (posix.join(base, "node_modules", input.name) in input.packages) return true;
    if (base === "") return false;
  }
}
