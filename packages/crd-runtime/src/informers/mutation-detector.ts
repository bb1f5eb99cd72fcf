import { isDeepStrictEqual } from "node:util";
import { metaNamespaceKey } from "../cache/index.js";
import type { Clock, Timer } from "../clock/index.js";
import { deepCopyUnknown, type KubernetesObject } from "../meta/index.js";

/** Milliseconds between two looks, and those for which an object is looked at, once to twice. */
const periodMs = 1_000;
const retentionMs = 120_000;

interface Seen {
  readonly key: string;
  readonly object: KubernetesObject;
  readonly copy: unknown;
}

/**
 * Finds cached objects that somebody has changed: keeps a copy of each and compares them once a second. For tests: it costs
 * time and twice the memory. Follows client-go's mutation detector; what differs: it reports, and nothing crashes.
 */
export class MutationDetector {
  readonly #clock: Clock;
  readonly #onMutation: (message: string) => void;
  #young: Seen[] = [];
  #old: Seen[] = [];
  #timer: Timer | undefined;
  #rotateAt = 0;

  constructor(input: {
    readonly clock: Clock;
    /** Hears of each object once. */
    readonly onMutation: (message: string) => void;
  }) {
    this.#clock = input.clock;
    this.#onMutation = input.onMutation;
  }

  /** Looks after an object from now on. */
  add(object: KubernetesObject): void {
    this.#young.push({ key: metaNamespaceKey(object), object, copy: deepCopyUnknown(object) });
  }

  start(): void {
    this.#rotateAt = this.#clock.monotonic() + retentionMs;
    this.#arm();
  }

  /** Looks for the last time. */
  stop(): void {
    this.#timer?.cancel();
    this.#check();
    this.#young = [];
    this.#old = [];
  }

  #arm(): void {
    this.#timer = this.#clock.setTimer(periodMs, () => {
      this.#check();
      if (this.#clock.monotonic() >= this.#rotateAt) {
        this.#old = this.#young;
        this.#young = [];
        this.#rotateAt += retentionMs;
      }
      this.#arm();
    });
  }

  #check(): void {
    this.#young = this.#young.filter((seen) => this.#isUnchanged(seen));
    this.#old = this.#old.filter((seen) => this.#isUnchanged(seen));
  }

  #isUnchanged({ key, object, copy }: Seen): boolean {
    if (isDeepStrictEqual(object, copy)) return true;
    const at = firstDifference({ now: object, before: copy });
    this.#onMutation(
      `the cached object ${key} was mutated${at}: copy objects before changing them`,
    );
    return false;
  }
}

/** Where two values differ first: ` at spec.replicas`. */
function firstDifference(input: { readonly now: unknown; readonly before: unknown }): string {
  const path: string[] = [];
  let { now, before } = input;
  while (isObject(now) && isObject(before)) {
    const [a, b]: readonly [object, object] = [now, before];
    const name = [...new Set([...Object.keys(a), ...Object.keys(b)])].find(
      (each) => !isDeepStrictEqual(Reflect.get(a, each), Reflect.get(b, each)),
    );
    if (name === undefined) break;
    path.push(name);
    [now, before] = [Reflect.get(a, name), Reflect.get(b, name)];
  }
  return path.length === 0 ? "" : ` at ${path.join(".")}`;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
