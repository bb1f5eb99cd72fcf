import { type MetricsProvider, restClientMetrics } from "../metrics/index.js";
import { parseUrl } from "./http/address.js";
import type { RequestObserver } from "./observer.js";

/** Counts requests: an observer like any other. Labels are client-go's: `verb` is the method, `host` has no path. */
export function requestMetrics(input: {
  readonly provider: MetricsProvider;
  /** Address of the server. */
  readonly host: string;
}): RequestObserver {
  const { requestResult, requestLatency, rateLimiterLatency, requestRetry } = restClientMetrics(
    input.provider,
  );
  const host = parseUrl(input.host)?.host ?? input.host;
  return {
    onRequest: ({ method: verb, rateLimiterMs }) => {
      if (rateLimiterMs !== undefined) {
        rateLimiterLatency.with({ verb, host }).observe(rateLimiterMs / 1_000);
      }
    },
    onResponse: (result) => {
      const { method, latencyMs, retryAfterMs } = result;
      const code = result.code === undefined ? "<error>" : String(result.code);
      requestLatency.with({ verb: method, host }).observe(latencyMs / 1_000);
      requestResult.with({ code, method, host }).inc();
      if (retryAfterMs !== undefined) requestRetry.with({ code, verb: method, host }).inc();
    },
  };
}
