/** The one listener on a signal, and what it calls. */
interface Dispatch {
  readonly callbacks: Set<() => void>;
  readonly listener: () => void;
}

const dispatches = new WeakMap<AbortSignal, Dispatch>();

/**
 * Calls back once when a signal is aborted, at once when it is already. One listener on the signal stands for all
 * callers: Node takes more than ten for a leak and warns, and an operator runs all its calls under one signal.
 *
 * @returns takes the callback back; nothing stays on the signal when the last one is gone
 */
export function onAbort(input: {
  readonly signal: AbortSignal | undefined;
  readonly callback: () => void;
}): () => void {
  const { signal, callback } = input;
  if (signal === undefined) return () => {};
  if (signal.aborted) {
    callback();
    return () => {};
  }
  const { callbacks, listener } = dispatches.get(signal) ?? dispatch(signal);
  // The same function may be given twice, and each is taken back alone.
  const call = (): void => callback();
  callbacks.add(call);
  return () => {
    if (!callbacks.delete(call) || callbacks.size > 0) return;
    signal.removeEventListener("abort", listener);
    dispatches.delete(signal);
  };
}

function dispatch(signal: AbortSignal): Dispatch {
  const callbacks = new Set<() => void>();
  const listener = (): void => {
    dispatches.delete(signal);
    for (const call of callbacks) call();
  };
  const made: Dispatch = { callbacks, listener };
  dispatches.set(signal, made);
  signal.addEventListener("abort", listener, { once: true });
  return made;
}
