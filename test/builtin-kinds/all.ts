import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { parse } from "yaml";
import { runProject } from "../golden/run.js";

const folder = "src/apis/example.com/v1";

/** The definition of a kind that has a member for most of what the built-in kinds hold. */
export async function allDefinition(): Promise<CustomResourceDefinition> {
  const project = new Map(
    ["doc.ts", "types.ts"].map((file) => {
      const path = `${folder}/${file}`;
      const url = new URL(`all/${path}`, import.meta.url);
      return [path, readFileSync(fileURLToPath(url), "utf8")] as const;
    }),
  );
  const { files } = await runProject({ project, generator: "crd-gen" });
  return parse(files.get("config/crd/example.com_alls.yaml") ?? "");
}
