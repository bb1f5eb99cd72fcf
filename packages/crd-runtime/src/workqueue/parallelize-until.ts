import { Pacer } from "../cache/pacer.js";
import { systemClock } from "../clock/index.js";
import { runWorkers } from "./run-workers.js";

/**
 * Does a number of independent pieces of work, so many at one time. Follows client-go's `util/workqueue`.
 *
 * @returns when all pieces are done; when the signal is aborted, as soon as those that were begun are done, and no others
 *   are begun
 * @throws RangeError when a count is no whole number, or there are no workers; what a piece throws first, when those
 *   that were begun are done, and no others are begun
 * @example
 * await parallelizeUntil({
 *   workers: 8,
 *   pieces: names.length,
 *   doWorkPiece: async (piece) => await check(names[piece]),
 * });
 */
export async function parallelizeUntil(input: {
  readonly workers: number;
  readonly pieces: number;
  /** Does the piece of this number, from 0 on. */
  readonly doWorkPiece: (piece: number) => void | Promise<void>;
  /** Pieces that one worker takes at a time; 1 unless given. */
  readonly chunkSize?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}): Promise<void> {
  const { workers, pieces, doWorkPiece, chunkSize = 1, signal } = input;
  checkCounts({ workers, pieces, chunkSize });
  const pacer = new Pacer(systemClock);
  let next = 0;
  const work = async (failed: () => boolean): Promise<void> => {
    while (next < pieces) {
      const start = next;
      next += chunkSize;
      for (let piece = start; piece < Math.min(start + chunkSize, pieces); piece++) {
        if (signal?.aborted === true || failed()) return;
        await doWorkPiece(piece);
        const turn = pacer.turn();
        if (turn !== undefined) await turn;
      }
    }
  };
  await runWorkers({ count: Math.min(workers, Math.ceil(pieces / chunkSize)), work });
}

function checkCounts(counts: {
  readonly workers: number;
  readonly pieces: number;
  readonly chunkSize: number;
}): void {
  for (const [name, count] of Object.entries(counts)) {
    const least = name === "pieces" ? 0 : 1;
    if (Number.isInteger(count) && count >= least) continue;
    throw new RangeError(`${name} must be a whole number from ${least} on: ${count}`);
  }
}
