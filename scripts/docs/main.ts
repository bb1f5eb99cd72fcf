import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { documents, pathOf } from "./documents.js";

/** `npm run docs`: writes the parts of the documentation that our tables say. */
for (const document of documents()) {
  if (document.current === document.expected) continue;
  mkdirSync(dirname(pathOf(document)), { recursive: true });
  writeFileSync(pathOf(document), document.expected);
  process.stdout.write(`wrote ${document.file}\n`);
}
