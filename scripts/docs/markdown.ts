/** A Markdown table. A `|` in a cell is escaped, which GitHub honours in code spans too. */
export function table(input: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(input.head), `|${"---|".repeat(input.head.length)}`, ...input.rows.map(line)].join(
    "\n",
  );
}
