/**
 * Waits for a promise, but no longer than until a signal is aborted.
 *
 * @throws the signal's reason, or what the promise is rejected with
 */
export function abortable<R>(input: {
  readonly promise: Promise<R>;
  readonly signal: AbortSignal;
}): Promise<R> {
  const { promise, signal } = input;
  return new Promise<R>((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
