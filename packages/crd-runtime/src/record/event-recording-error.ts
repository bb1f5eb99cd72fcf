import type { Clock } from "../clock/index.js";
import { throttledWarnings } from "../warnings/throttled-warnings.js";

/** An event was not recorded, or will be tried again. What it was is in `cause`. */
export class EventRecordingError extends Error {
  override readonly name = "EventRecordingError";
  /** What reports the events: `database-controller`. */
  readonly component: string;
  /** `info` is for what belongs to a normal life: a namespace that is being deleted, another try. */
  readonly level: "error" | "info";

  constructor(input: {
    readonly component: string;
    /** `event Created about Database default/orders`. */
    readonly what: string;
    readonly problem: string;
    readonly level?: "error" | "info";
    readonly cause?: unknown;
  }) {
    const { component, what, problem, level = "error", cause } = input;
    const reason = cause === undefined ? "" : `: ${cause instanceof Error ? cause.message : cause}`;
    super(
      `recorder of ${component}: ${what} ${problem}${reason}`,
      cause === undefined ? {} : { cause },
    );
    this.component = component;
    this.level = level;
  }
}

/**
 * What broadcasters do about errors when no `onError` is given: errors that are no part of normal life become warnings of the
 * process, of type `EventRecordingWarning`, at most one a second for each component.
 */
export function warnOfEventRecordingErrors(clock: Clock): (error: EventRecordingError) => void {
  return throttledWarnings({
    clock,
    type: "EventRecordingWarning",
    sortOf: ({ component }) => component,
  });
}
