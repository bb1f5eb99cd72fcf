import type { MicroTime, Time } from "./scalars.js";

/** Milliseconds since the epoch as API objects have them in members of type Time: fractions of a second are cut. */
export function formatTime(ms: number): Time {
  return `${new Date(ms).toISOString().slice(0, -".000Z".length)}Z`;
}

/** Milliseconds since the epoch as API objects have them in members of type MicroTime. */
export function formatMicroTime(ms: number): MicroTime {
  return `${new Date(ms).toISOString().slice(0, -1)}000Z`;
}
