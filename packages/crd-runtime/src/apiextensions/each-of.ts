/**
 * Does something with each item, a few at a time. After a failure nothing further is begun, and what is under way is
 * finished.
 *
 * @returns the results in the order of the items
 * @throws the failure; an AggregateError when there are several; the signal's reason when it is aborted
 */
export async function eachOf<T, R>(input: {
  readonly items: readonly T[];
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
  readonly work: (item: T) => Promise<R>;
}): Promise<readonly R[]> {
  const { items, concurrency, signal, work } = input;
  const results: R[] = [];
  const failures = new Set<unknown>();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && failures.size === 0 && signal?.aborted !== true) {
      const index = next++;
      const [item] = items.slice(index, index + 1);
      try {
        if (item !== undefined) results[index] = await work(item);
      } catch (error) {
        failures.add(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  const [failure, ...others] = failures;
  if (others.length > 0) throw new AggregateError(failures, messageOf([...failures]));
  if (failures.size > 0) throw failure;
  signal?.throwIfAborted();
  return results;
}

function messageOf(failures: readonly unknown[]): string {
  return failures
    .map((failure) => (failure instanceof Error ? failure.message : String(failure)))
    .join("\n");
}
