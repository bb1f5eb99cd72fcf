import { expect, it } from "vitest";
import { MemoryMetrics } from "../metrics/memory-metrics.js";
import { bench, finish } from "./bench.js";
import { type Step, systemError } from "./memory-transport.js";

// client-go: TestRequestDoRetryWithRateLimiterBackoffAndMetrics
it("counts requests, what they take, what they wait for the limiter, and repetitions", async () => {
  const metrics = new MemoryMetrics();
  const busy: Step = { status: 503, headers: { "retry-after": "2" } };
  const steps = [busy, systemError("ECONNRESET"), { body: {} }];
  const host = "https://10.0.0.1:6443/clusters/a";
  const { rest, clock } = bench(steps, { host, metricsProvider: metrics, qps: 0.25, burst: 1 });
  await finish({ clock, promise: rest.request({ method: "GET", path: "/version" }) });
  const server = 'host="10.0.0.1:6443"';
  const results = Object.fromEntries(
    metrics
      .series()
      .map((series) => [series, metrics.value(series) ?? metrics.observations(series)]),
  );
  expect(results).toEqual({
    [`rest_client_requests_total{code="503",method="GET",${server}}`]: 1,
    [`rest_client_requests_total{code="<error>",method="GET",${server}}`]: 1,
    [`rest_client_requests_total{code="200",method="GET",${server}}`]: 1,
    [`rest_client_request_retries_total{code="503",verb="GET",${server}}`]: 1,
    [`rest_client_request_retries_total{code="<error>",verb="GET",${server}}`]: 1,
    [`rest_client_request_duration_seconds{verb="GET",${server}}`]: [0, 0, 0],
    [`rest_client_rate_limiter_duration_seconds{verb="GET",${server}}`]: [0, 2, 3],
  });
});
