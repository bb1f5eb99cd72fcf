import { onAbort } from "./on-abort.js";

/**
 * Waits for a promise, but no longer than until a signal is aborted; what was waited for goes on.
 *
 * @throws the signal's reason, or what the promise is rejected with
 */
export function abortable<R>(input: {
  readonly promise: Promise<R>;
  readonly signal: AbortSignal | undefined;
}): Promise<R> {
  const { promise, signal } = input;
  if (signal === undefined) return promise;
  return new Promise<R>((resolve, reject) => {
    const release = onAbort({ signal, callback: () => reject(signal.reason) });
    promise.then(resolve, reject).finally(release);
  });
}
