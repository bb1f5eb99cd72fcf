import { isSameRecord, type LeaderElectionRecord } from "./resourcelock/record.js";

/**
 * The record that was seen last, and when, by the local clock: the only time that counts. Times in records come from other
 * clocks, and are compared for equality alone.
 */
export class Observation {
  #record: LeaderElectionRecord | undefined;
  #at = 0;

  get record(): LeaderElectionRecord | undefined {
    return this.#record;
  }

  /** `""` when nobody holds the lock, or nothing was seen yet. */
  get holder(): string {
    return this.#record?.holderIdentity ?? "";
  }

  /** Monotonic milliseconds when the record was first seen as it is. */
  get at(): number {
    return this.#at;
  }

  /** A record that was read: only one that says something new counts as a sign of life. */
  saw(input: { readonly record: LeaderElectionRecord; readonly at: number }): void {
    if (this.#record !== undefined && isSameRecord({ a: this.#record, b: input.record })) return;
    this.wrote(input);
  }

  /** A record that was written. */
  wrote(input: { readonly record: LeaderElectionRecord; readonly at: number }): void {
    this.#record = input.record;
    this.#at = input.at;
  }

  /** There is no lock any more. */
  forget(): void {
    this.#record = undefined;
  }

  /** Whether the holder's time, as the holder itself has put it down, has not passed yet. */
  isValid(now: number): boolean {
    const seconds = this.#record?.leaseDurationSeconds ?? 0;
    return this.holder !== "" && this.#at + seconds * 1_000 > now;
  }
}
