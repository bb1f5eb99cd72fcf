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

/** A text of other characters takes V8 twice the memory, and longer to read. */
const notAscii = /[^\0-\x7f]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The object that has all of them, in ASCII. */
export function templatesText(): string {
  const members = [...new Set(templateTexts())].map(memberText);
  return `{\n${members.join("")}}`.replace(notAscii, escaped);
}
