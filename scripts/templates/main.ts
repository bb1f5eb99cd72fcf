import { fileURLToPath } from "node:url";
import { createNodeFiles, sha256, walk } from "../../generators/files.js";
import { precompileTemplate } from "../../generators/render/index.js";
import { precompiledTemplates } from "../../generators/tool.js";

/** Part of `npm run build`: the templates as JavaScript, which spares each run a tenth of a second. */
const files = createNodeFiles({ root: fileURLToPath(new URL("../..", import.meta.url)) });
const texts = walk({ files, folder: "templates" }).map((path) => files.read(path) ?? "");
const entries = [...new Set(texts)].map(
  (text) => `  "${sha256(text)}": ${precompileTemplate(text)},\n`,
);
const content = `"use strict";\nmodule.exports = {\n${entries.join("")}};\n`;
files.stage({ path: precompiledTemplates, content }).commit();
