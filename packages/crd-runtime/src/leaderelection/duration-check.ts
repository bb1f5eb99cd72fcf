import type { LeaderElectionRecord } from "./resourcelock/record.js";

const hour = 3_600;

/** Units of seconds that people think in, and from when on. */
const units = [
  { name: "years", seconds: 365 * 24 * hour },
  { name: "days", seconds: 24 * hour },
  { name: "hours", seconds: hour },
] as const;

/**
 * Tells of durations that others have put down and that have surprising effects: a lease that is over at once, or one that
 * lasts for years. Each is told once, since a holder repeats it with every renewal.
 */
export class DurationCheck {
  /** Seconds that surprise nobody. */
  readonly #usual: number;
  #told = "";

  constructor(input: { readonly leaseDurationMs: number }) {
    this.#usual = Math.max(hour, input.leaseDurationMs / 1_000);
  }

  /** What is to be said of a record that another has written; undefined when that is nothing, or was said already. */
  surprise(record: LeaderElectionRecord): string | undefined {
    const surprise = this.#surpriseOf(record);
    const told = surprise ?? "";
    if (told === this.#told) return undefined;
    this.#told = told;
    return surprise;
  }

  #surpriseOf(record: LeaderElectionRecord): string | undefined {
    const { holderIdentity: holder, leaseDurationSeconds: seconds } = record;
    // Without a holder the lease is free, whatever else it says.
    if (holder === "") return undefined;
    if (!(seconds > 0)) {
      return `${holder} holds it with a leaseDurationSeconds of ${seconds} or none: it counts as expired at once and is taken, although ${holder} may lead still; let ${holder} put down a duration above 0`;
    }
    if (seconds <= this.#usual) return undefined;
    return `${holder} holds it with a leaseDurationSeconds of ${seconds}: others wait ${inUnits(seconds)} for a sign of life before they take it; if ${holder} is gone, delete the lease`;
  }
}

function inUnits(seconds: number): string {
  const unit = units.find((each) => seconds >= 2 * each.seconds);
  return unit === undefined
    ? `${seconds} seconds`
    : `about ${Math.round(seconds / unit.seconds)} ${unit.name}`;
}
