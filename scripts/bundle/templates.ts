import { fileURLToPath } from "node:url";
import { createNodeFiles, sha256, walk } from "../../generators/files.js";
import { precompileTemplate } from "../../generators/render/index.js";

/** The repository. */
export const files = createNodeFiles({
  root: fileURLToPath(new URL("../..", import.meta.url)),
});

/** Texts of all templates. */
export function templateTexts(): readonly string[] {
  return walk({ files, folder: "templates" }).map((path) => files.read(path) ?? "");
}

/** A template as a member of the module. */
export function memberText(text: string): string {
  return `  "${sha256(text)}": ${precompileTemplate(text)},\n`;
}

/** The object that has all of them. */
export function templatesText(): string {
  return `{\n${[...new Set(templateTexts())].map(memberText).join("")}}`;
}
