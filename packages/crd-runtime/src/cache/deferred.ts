/** A promise that somebody else resolves. */
export interface Deferred {
  readonly promise: Promise<void>;
  resolve(): void;
}

/** Promise.withResolvers, which Node 20 lacks. */
export function deferred(): Deferred {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
