import type { Clock } from "crd-runtime";
import { failure, type StatusError, tooLargeResourceVersion } from "../status/index.js";
import type { Storage } from "../storage/index.js";

/** How long a read waits for a revision that does not exist yet. */
const patienceMs = 3_000;

/**
 * Resolves once the storage has reached a revision; at once when it has.
 *
 * @throws StatusError 504 with cause ResourceVersionTooLarge after three seconds
 * @throws the signal's reason when the client has gone
 */
export async function untilFresh(input: {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly revision: bigint;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { storage, clock, revision, signal } = input;
  if (revision <= storage.revision) return;
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const settle = (finish: () => void): void => {
      timer.cancel();
      forget();
      signal.removeEventListener("abort", abort);
      finish();
    };
    const abort = (): void => settle(() => reject(signal.reason));
    const timer = clock.setTimer(patienceMs, () =>
      settle(() =>
        reject(tooLargeResourceVersion({ requested: revision, current: storage.revision })),
      ),
    );
    const forget = storage.onRevision(() => {
      if (revision <= storage.revision) settle(resolve);
    });
    signal.addEventListener("abort", abort, { once: true });
  });
}

/** The error of a read that waits for nothing: it does not say when to try again. */
export function tooLargeAtOnce(input: {
  readonly storage: Storage;
  readonly revision: bigint;
}): StatusError {
  const { storage, revision } = input;
  const { status } = tooLargeResourceVersion({ requested: revision, current: storage.revision });
  return failure({
    code: 504,
    reason: "Timeout",
    message: status.message ?? "",
    details: { causes: status.details?.causes ?? [] },
  });
}
