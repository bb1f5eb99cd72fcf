import type { int64, Time } from "./scalars.js";

/** One aspect of the observed state of an object. */
export interface Condition {
  /** CamelCase, or `example.com/CamelCase`. Unique within the list. */
  type: string;
  status: "True" | "False" | "Unknown";
  /** The `metadata.generation` that the condition was computed from. */
  observedGeneration?: int64;
  /** When `status` last changed. */
  lastTransitionTime: Time;
  /** Why `status` last changed: one CamelCase word. */
  reason: string;
  /** For people; may be empty. */
  message: string;
}
