import type { SourceFile } from "../files.js";

/** Characters of sources that are linked together, more or less. */
const batchSize = 100_000;

/** The sources of a unit: plain data, which can be sent to another thread. */
export interface UnitSources {
  readonly files: readonly SourceFile[];
  readonly expansions: readonly SourceFile[];
  readonly samples: readonly SourceFile[];
}

/** Units that are linked together: what they import from packages is linked once for all of them. */
export type Batch = readonly UnitSources[];

export function batchesOf(units: readonly UnitSources[]): readonly Batch[] {
  const batches: UnitSources[][] = [];
  let size = batchSize;
  for (const unit of units) {
    if (size >= batchSize) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(unit);
    size += sizeOf(unit.files);
  }
  return batches;
}

export function sizeOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}
