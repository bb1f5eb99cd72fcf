/** What has become of a promise so far. */
export interface Observed<T> {
  readonly state: "pending" | "resolved" | "rejected";
  readonly value?: T;
  readonly error?: unknown;
}

/** Watches a promise; ask after the clock has settled. */
export function observe<T>(promise: Promise<T>): () => Observed<T> {
  let observed: Observed<T> = { state: "pending" };
  promise.then(
    (value) => {
      observed = { state: "resolved", value };
    },
    (error: unknown) => {
      observed = { state: "rejected", error };
    },
  );
  return () => observed;
}

/** Work that reports what it takes, until the queue shuts down. */
export async function takeAll<Item>(input: {
  readonly queue: { get(): Promise<Item | undefined>; done(item: Item): void };
  readonly taken: (item: Item) => void | Promise<void>;
}): Promise<void> {
  const { queue, taken } = input;
  for (let item = await queue.get(); item !== undefined; item = await queue.get()) {
    await taken(item);
    queue.done(item);
  }
}
