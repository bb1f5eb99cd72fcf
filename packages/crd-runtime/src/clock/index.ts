export { Backoff, type BackoffOptions, defaultBackoff } from "./backoff.js";
export { type Clock, sleep, systemClock, type Timer, type TimerOptions } from "./clock.js";
export { onAbort } from "./on-abort.js";
