/**
 * The description that kube-openapi makes of a doc comment: lines are joined to paragraphs, lines that start with `TODO` are
 * left out, and so is everything from a line that starts with `---` on; indented lines and lists stay lines.
 */
export function descriptionOf(comment: string): string {
  if (comment === "") return "";
  const paragraphs: string[] = [""];
  for (const raw of comment.split(/\r\n|\r|\n/)) {
    const line = raw.trimEnd();
    if (line.startsWith("---")) break;
    if (line.startsWith("TODO")) continue;
    const open = paragraphs.pop() ?? "";
    if (line === "") paragraphs.push(...(open === "" ? [""] : [open, ""]));
    else if (/^[ \t]/.test(line)) paragraphs.push(`${open}\n${line}\n`);
    else paragraphs.push(open === "" || open.endsWith("\n") ? open + line : `${open} ${line}`);
  }
  return paragraphs
    .map((paragraph) => paragraph.replaceAll("\n\n", "\n").replace(/^\n|\n$/g, ""))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** The description as a keyword of a schema; nothing where there is none. */
export function described(comment: string): { readonly description?: string } {
  const description = descriptionOf(comment);
  return description === "" ? {} : { description };
}
