import { Pool } from "../harness/pool.js";
import type { Pair } from "./differ.js";

/** What differs between two servers, each sequence as short as it can be; `""` when nothing does. */
export async function reports(input: {
  readonly pair: Pair;
  readonly seeds: number;
  /** 1 unless told. */
  readonly first?: number;
  /** Of a sequence; 100 unless told. */
  readonly requests?: number;
}): Promise<string> {
  const { pair, seeds, first = 1, requests = 100 } = input;
  const pool = new Pool(8);
  const found = await Promise.all(
    Array.from({ length: seeds }, (_, index) =>
      pool.run(() => pair.report({ seed: first + index, requests })),
    ),
  );
  return found.filter((report) => report !== undefined).join("\n\n");
}
