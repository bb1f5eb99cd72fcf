import { diagnosticsReference } from "./diagnostics.js";
import { optionsReference } from "./options.js";
import { allTags, implementedTags } from "./tags.js";

/** What is written into pages, by the name of the region. */
const regions: Readonly<Record<string, () => string>> = {
  tags: implementedTags,
  "all-tags": allTags,
  options: optionsReference,
  diagnostics: diagnosticsReference,
};

/**
 * A page whose regions, from a line `<!-- name:begin -->` to a line `<!-- name:end -->`, are written anew.
 *
 * @throws Error for a region that is not known or does not end
 */
export function writeRegions(page: string): string {
  const written: string[] = [];
  let open: string | undefined;
  for (const line of page.split("\n")) {
    const [, name, edge] = /^<!-- (\S+):(begin|end)\b.*-->$/.exec(line) ?? [];
    if (name !== undefined && edge === "begin") {
      const region = regions[name];
      if (region === undefined) throw new Error(`there is no region '${name}'`);
      written.push(line, "", region(), "");
      open = name;
    } else if (name !== undefined && name === open) open = undefined;
    if (open === undefined) written.push(line);
  }
  if (open !== undefined) throw new Error(`region '${open}' does not end`);
  return written.join("\n");
}
