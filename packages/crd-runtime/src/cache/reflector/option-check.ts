import type { KubernetesObject } from "../../meta/index.js";
import { requireNotNegative } from "../not-negative.js";
import type { ReflectorOptions } from "./options.js";

/** @throws RangeError that names the first number that is negative, or none */
export function requireReflectorNumbers<T extends KubernetesObject>(
  options: ReflectorOptions<T>,
): void {
  const { minWatchTimeoutSeconds, listPageSize, initialEventsIdleMs } = options;
  const { initialEventsDeadlineMs, maxInternalErrorRetryMs, backoff } = options;
  requireNotNegative({
    owner: options.name ?? "reflector",
    options: {
      minWatchTimeoutSeconds,
      listPageSize,
      initialEventsIdleMs,
      initialEventsDeadlineMs,
      maxInternalErrorRetryMs,
      "backoff.initialMs": backoff?.initialMs,
      "backoff.factor": backoff?.factor,
      "backoff.capMs": backoff?.capMs,
      "backoff.jitter": backoff?.jitter,
      "backoff.resetAfterMs": backoff?.resetAfterMs,
    },
  });
}
