import type { Clock } from "../../../packages/crd-runtime/src/clock/clock.js";
import { systemClock } from "../../../packages/crd-runtime/src/clock/clock.js";

const haste = 20;

/** Waits a twentieth of what it is told to: what a server does after seconds is done in a test that takes none. */
export const hastyClock: Clock = {
  now: () => systemClock.now(),
  monotonic: () => systemClock.monotonic(),
  setTimer: (ms, callback, options) => systemClock.setTimer(ms / haste, callback, options),
};
