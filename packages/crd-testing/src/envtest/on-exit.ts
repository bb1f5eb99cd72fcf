const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What is to be done when this process ends; signals are the process's own, so this list is too. */
const cleanUps = new Set<() => void>();

/**
 * Runs a synchronous clean-up when this process ends by itself or by a signal that nobody else handles.
 *
 * @returns a function that takes the clean-up back
 */
export function onExit(cleanUp: () => void): () => void {
  if (cleanUps.size === 0) listen();
  cleanUps.add(cleanUp);
  return () => {
    if (cleanUps.delete(cleanUp) && cleanUps.size === 0) stopListening();
  };
}

function listen(): void {
  process.once("exit", runAll);
  // First in line: a once() handler of somebody else's must still be counted.
  for (const signal of signals) process.prependListener(signal, onSignal);
}

function stopListening(): void {
  process.removeListener("exit", runAll);
  for (const signal of signals) process.removeListener(signal, onSignal);
}

function onSignal(signal: NodeJS.Signals): void {
  // Whoever also listens decides whether the process ends; if it does, the exit event comes.
  if (process.listenerCount(signal) > 1) return;
  runAll();
  stopListening();
  process.kill(process.pid, signal);
}

function runAll(): void {
  for (const cleanUp of cleanUps) cleanUp();
  cleanUps.clear();
}
