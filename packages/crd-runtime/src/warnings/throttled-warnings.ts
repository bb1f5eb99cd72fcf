import type { Clock } from "../clock/index.js";

/** Milliseconds between two warnings about the same. */
const warningIntervalMs = 1_000;

/** What a warning is about: a message, and whether it belongs to a normal life, which `info` says. */
export interface Warned extends Error {
  readonly level?: "error" | "info";
}

/** Turns errors that are no part of normal life into warnings of the process, at most one a second of each sort. */
export function throttledWarnings<E extends Warned>(input: {
  readonly clock: Clock;
  /** The `name` of the warnings: `InformerWarning`. */
  readonly type: string;
  readonly sortOf: (error: E) => string;
}): (error: E) => void {
  const { clock, type, sortOf } = input;
  const sorts = new Map<string, { nextAt: number; unsaid: number }>();
  return (error) => {
    if (error.level === "info") return;
    const sort = sortOf(error);
    const state = sorts.get(sort) ?? { nextAt: Number.NEGATIVE_INFINITY, unsaid: 0 };
    sorts.set(sort, state);
    const now = clock.monotonic();
    if (now < state.nextAt) {
      state.unsaid++;
      return;
    }
    const more = state.unsaid === 0 ? "" : ` (and ${state.unsaid} more like it before)`;
    state.nextAt = now + warningIntervalMs;
    state.unsaid = 0;
    process.emitWarning(`${error.message}${more}`, { type });
  };
}
