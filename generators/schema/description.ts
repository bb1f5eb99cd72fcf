const fence = /^(```|~~~)/;

/** Lines as Go's doc comments have them: no trailing blanks, no blank line first, last or twice in a row. */
function docLines(text: string): string[] {
  const lines: string[] = [];
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.replace(/[ \t]+$/, "");
    if (line !== "" || (lines.length > 0 && lines.at(-1) !== "")) lines.push(line);
  }
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/**
 * The description that controller-gen makes of a doc comment: lines that start with `TODO` are left out,
 * and so is everything from a line that starts with `---` on; code fences are kept as they are.
 */
export function schemaDescription(comment: string): string {
  if (comment === "") return "";
  const kept: string[] = [];
  let inFence = false;
  for (const line of docLines(comment)) {
    if (fence.test(line)) inFence = !inFence;
    if (!inFence) {
      if (line.startsWith("TODO")) continue;
      if (line.startsWith("---")) break;
    }
    kept.push(line);
  }
  return kept.join("\n");
}
