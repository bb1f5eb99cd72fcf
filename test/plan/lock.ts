import type { LockEnvironment } from "../../generators/plan/regenerate.js";

/** A process that finds no other one. */
export const lock: LockEnvironment = {
  pid: 2,
  host: "here",
  token: "test",
  isAlive: () => false,
  now: () => 0,
  sleep: async () => {},
  waitMs: 0,
};
