/** Where a topic says what it found: lines as they come, tables aligned. */
export interface Reporter {
  line(text: string): void;
  table(rows: readonly (readonly string[])[]): void;
}

export const printer: Reporter = {
  line: (text) => {
    process.stdout.write(`${text}\n`);
  },
  table: (rows) => {
    const columns = Math.max(...rows.map((row) => row.length));
    const widths = Array.from({ length: columns }, (_, column) =>
      Math.max(...rows.map((row) => row[column]?.length ?? 0)),
    );
    for (const row of rows) {
      const cells = row.map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      );
      process.stdout.write(`  ${cells.join("   ").trimEnd()}\n`);
    }
  },
};

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

export function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? "-" : `${Math.round(bytes / 1e6)} MB`;
}

/** How many times as much the second is: `8.1x`. */
export function ratio(input: { readonly ours: number; readonly theirs: number }): string {
  return `${(input.theirs / input.ours).toPrecision(3)}x`;
}
