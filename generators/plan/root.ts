import { dirname, resolve } from "node:path";
import { createNodeFiles } from "../files.js";
import { configFile } from "./config-file.js";

/** The nearest folder upwards that has a crd-project.json. */
export function findRoot(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (createNodeFiles({ root: folder }).kind(configFile) !== undefined) {
      return folder;
    }
    if (folder === dirname(folder)) {
      return undefined;
    }
  }
}
