/**
 * A limited number of attempts and the growing delays between them: client-go's `wait.Backoff`. A `Backoff` goes on for
 * ever; this one ends.
 */
export interface BackoffSteps {
  /** Attempts altogether. Deviating from client-go they stay as many when a delay reaches its cap. */
  readonly steps: number;
  /** Delay after the first attempt, milliseconds. */
  readonly initialMs: number;
  /** What each delay is multiplied by for the next one; 1 when absent. */
  readonly factor?: number | undefined;
  /** Lengthens each delay by a random part of it, up to this share; 0 when absent. */
  readonly jitter?: number | undefined;
  /** Longest delay, before jitter; none when absent. */
  readonly capMs?: number | undefined;
}

/** The delays after each attempt, one less than there are attempts. */
export function* delaysOf(input: {
  readonly backoff: BackoffSteps;
  /** At least 0, below 1. */
  readonly random?: (() => number) | undefined;
}): Generator<number, void, undefined> {
  const { backoff, random = Math.random } = input;
  const { steps, initialMs, factor = 1, jitter = 0, capMs = Number.POSITIVE_INFINITY } = backoff;
  let delay = Math.min(initialMs, capMs);
  for (let left = steps - 1; left > 0; left--) {
    yield delay * (1 + jitter * random());
    delay = Math.min(delay * factor, capMs);
  }
}
