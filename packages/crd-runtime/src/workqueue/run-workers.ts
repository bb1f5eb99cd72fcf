/**
 * Runs so many workers until all of them end.
 *
 * @throws what a worker threw first, when all have ended; the others learn of it by `failed`
 */
export async function runWorkers(input: {
  readonly count: number;
  readonly work: (failed: () => boolean) => Promise<void>;
  readonly onFailure?: () => void;
}): Promise<void> {
  const { count, work, onFailure } = input;
  const failures: unknown[] = [];
  const guarded = async (): Promise<void> => {
    try {
      await work(() => failures.length > 0);
    } catch (error) {
      failures.push(error);
      onFailure?.();
    }
  };
  await Promise.all(Array.from({ length: count }, guarded));
  if (failures.length > 0) throw failures[0];
}
