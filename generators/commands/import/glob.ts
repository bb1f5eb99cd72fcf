/** Whether a source is a pattern rather than a path. */
export function isGlob(source: string): boolean {
  return /[*?[{]/.test(source);
}

/** The folder before the first part with a wildcard, and the pattern below it. */
export function splitGlob(source: string): { readonly folder: string; readonly pattern: string } {
  const parts = source.split("/");
  const first = parts.findIndex(isGlob);
  const folder = parts.slice(0, first).join("/");
  return {
    folder: folder === "" && source.startsWith("/") ? "/" : folder,
    pattern: parts.slice(first).join("/"),
  };
}

/** A test for paths: `*` and `?` within a name, `**` over folders, `[ab]`, `{a,b}`. */
export function globMatcher(pattern: string): (path: string) => boolean {
  let text = "";
  let braces = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    const isDeep = pattern.startsWith("**", at);
    if (isDeep) {
      const isFolder = pattern.charAt(at + 2) === "/";
      text += isFolder ? "(?:[^/]+/)*" : ".*";
      at += isFolder ? 2 : 1;
    } else if (character === "*") text += "[^/]*";
    else if (character === "?") text += "[^/]";
    else if (character === "[" && pattern.includes("]", at + 2)) {
      const end = pattern.indexOf("]", at + 2);
      const inside = pattern.slice(at + 1, end).replace(/^!/, "^");
      text += `[${inside.replaceAll("\\", "\\\\")}]`;
      at = end;
    } else if (character === "{" && pattern.includes("}", at)) {
      braces++;
      text += "(?:";
    } else if (character === "}" && braces > 0) {
      braces--;
      text += ")";
    } else if (character === "," && braces > 0) text += "|";
    else text += character.replace(/[.+^$()|\\{}[\]]/g, "\\$&");
  }
  const matcher = new RegExp(`^${text}${")".repeat(braces)}$`);
  return (path) => matcher.test(path);
}
