import type { LogLimits } from "./event-log.js";

/** How much of the past the storage keeps. */
export interface HistoryLimits extends LogLimits {
  /** What is older is compacted. */
  readonly maxAgeMs: number;
}

/**
 * kube-apiserver compacts etcd to what is five minutes old, and its watch cache keeps 100 to 102,400 events of each resource.
 * 16 MiB keep a storage full of updates small: they are the last 10,000 updates of objects of 1.6 KB.
 */
export const defaultHistory: HistoryLimits = {
  minEvents: 100,
  maxEvents: 102_400,
  maxBytes: 16 * 2 ** 20,
  maxAgeMs: 5 * 60_000,
};
