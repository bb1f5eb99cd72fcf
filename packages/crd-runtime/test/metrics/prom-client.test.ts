import { Counter, Gauge, Registry, register } from "prom-client";
import { describe, expect, it } from "vitest";
import {
  informerMetrics,
  leaderElectionMetrics,
  type MetricsProvider,
  noopMetricsProvider,
  reflectorMetrics,
  restClientMetrics,
  workqueueMetrics,
} from "../../src/metrics/index.js";
import { promClientMetrics } from "../../src/prom-client.js";

const name = "databases";

/** Touches every metric that there is. */
function touchAll(provider: MetricsProvider): void {
  const queue = workqueueMetrics({ provider, name });
  queue.adds.inc();
  queue.depth().inc();
  queue.depth(-100).inc();
  queue.queueDuration.observe(0.25);
  queue.workDuration.observe(2);
  queue.unfinishedWork.set(3);
  queue.longestRunningProcessor.set(2);
  queue.retries.inc();
  const rest = restClientMetrics(provider);
  const host = "127.0.0.1:6443";
  rest.requestResult.with({ code: "200", method: "GET", host }).inc();
  rest.requestLatency.with({ verb: "GET", host }).observe(0.02);
  rest.rateLimiterLatency.with({ verb: "GET", host }).observe(0.002);
  rest.requestRetry.with({ code: "429", verb: "GET", host }).inc();
  const leader = leaderElectionMetrics(provider);
  leader.on("mine");
  leader.off("yours");
  leader.slowpathExercised("mine");
  const resource = { group: "example.com", version: "v1", resource: "databases" };
  const informer = informerMetrics({ provider, name, ...resource });
  informer.queuedItems.set(7);
  informer.processingLatency.observe(0.003);
  informer.storeResourceVersion.set(1234);
  const reflector = reflectorMetrics({ provider, name });
  reflector.lists.inc();
  reflector.listDuration.observe(0.3);
  reflector.itemsInList.observe(500);
  reflector.watches.inc(2);
  reflector.shortWatches.inc();
  reflector.watchDuration.observe(400);
  reflector.itemsInWatch.observe(12);
  reflector.lastResourceVersion.set(1240);
}

/** All series but the buckets. */
async function seriesOf(registry: Registry): Promise<readonly string[]> {
  const text = await registry.metrics();
  return text.split("\n").filter((line) => /^[a-z]/.test(line) && !line.includes("_bucket{"));
}

async function boundsOf(input: {
  readonly registry: Registry;
  readonly metric: string;
}): Promise<readonly number[]> {
  const text = await input.registry.getSingleMetricAsString(input.metric);
  return [...text.matchAll(/le="([^"]+)"/g)].map(([, bound]) => Number(bound));
}

describe("promClientMetrics", () => {
  it("has the names and labels of client-go and controller-runtime", async () => {
    const registry = new Registry();
    touchAll(promClientMetrics(registry));
    expect(await seriesOf(registry)).toMatchInlineSnapshot(`
      [
        "workqueue_depth{name="databases",controller="databases",priority=""} 1",
        "workqueue_depth{name="databases",controller="databases",priority="-100"} 1",
        "workqueue_adds_total{name="databases",controller="databases"} 1",
        "workqueue_queue_duration_seconds_sum{name="databases",controller="databases"} 0.25",
        "workqueue_queue_duration_seconds_count{name="databases",controller="databases"} 1",
        "workqueue_work_duration_seconds_sum{name="databases",controller="databases"} 2",
        "workqueue_work_duration_seconds_count{name="databases",controller="databases"} 1",
        "workqueue_unfinished_work_seconds{name="databases",controller="databases"} 3",
        "workqueue_longest_running_processor_seconds{name="databases",controller="databases"} 2",
        "workqueue_retries_total{name="databases",controller="databases"} 1",
        "rest_client_requests_total{code="200",method="GET",host="127.0.0.1:6443"} 1",
        "rest_client_request_duration_seconds_sum{verb="GET",host="127.0.0.1:6443"} 0.02",
        "rest_client_request_duration_seconds_count{verb="GET",host="127.0.0.1:6443"} 1",
        "rest_client_rate_limiter_duration_seconds_sum{verb="GET",host="127.0.0.1:6443"} 0.002",
        "rest_client_rate_limiter_duration_seconds_count{verb="GET",host="127.0.0.1:6443"} 1",
        "rest_client_request_retries_total{code="429",verb="GET",host="127.0.0.1:6443"} 1",
        "leader_election_master_status{name="mine"} 1",
        "leader_election_master_status{name="yours"} 0",
        "leader_election_slowpath_total{name="mine"} 1",
        "informer_queued_items{name="databases",group="example.com",version="v1",resource="databases"} 7",
        "informer_processing_latency_seconds_sum{name="databases",group="example.com",version="v1",resource="databases"} 0.003",
        "informer_processing_latency_seconds_count{name="databases",group="example.com",version="v1",resource="databases"} 1",
        "informer_store_resource_version{name="databases",group="example.com",version="v1",resource="databases"} 1234",
        "reflector_lists_total{name="databases"} 1",
        "reflector_list_duration_seconds_sum{name="databases"} 0.3",
        "reflector_list_duration_seconds_count{name="databases"} 1",
        "reflector_items_per_list_sum{name="databases"} 500",
        "reflector_items_per_list_count{name="databases"} 1",
        "reflector_watches_total{name="databases"} 2",
        "reflector_short_watches_total{name="databases"} 1",
        "reflector_watch_duration_seconds_sum{name="databases"} 400",
        "reflector_watch_duration_seconds_count{name="databases"} 1",
        "reflector_items_per_watch_sum{name="databases"} 12",
        "reflector_items_per_watch_count{name="databases"} 1",
        "reflector_last_resource_version{name="databases"} 1240",
      ]
    `);
  });

  it("has their buckets", async () => {
    const registry = new Registry();
    touchAll(promClientMetrics(registry));
    expect(await boundsOf({ registry, metric: "workqueue_work_duration_seconds" })).toEqual([
      ...[1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000],
      Number.NaN,
    ]);
    expect(await boundsOf({ registry, metric: "rest_client_request_duration_seconds" })).toEqual([
      ...[0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60],
      Number.NaN,
    ]);
    expect(await boundsOf({ registry, metric: "informer_processing_latency_seconds" })).toEqual([
      ...[0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      Number.NaN,
    ]);
  });

  it("adds to what is there when metrics are made again, by this provider or another", () => {
    const registry = new Registry();
    const provider = promClientMetrics(registry);
    for (const each of [provider, provider, promClientMetrics(registry)]) touchAll(each);
    return expect(seriesOf(registry)).resolves.toContain(
      'workqueue_adds_total{name="databases",controller="databases"} 3',
    );
  });

  it("uses prom-client's own registry unless another is given", () => {
    promClientMetrics().counter({ name: "own_total", help: "of this test", labelNames: [] });
    expect(register.getSingleMetric("own_total")).toBeInstanceOf(Counter);
    register.removeSingleMetric("own_total");
  });

  it("refuses a name that stands for something else, and says what", () => {
    const registry = new Registry();
    const options = { name: "workqueue_adds_total", help: "another", registers: [registry] };
    new Counter({ ...options, labelNames: ["queue"] });
    const make = (): unknown => workqueueMetrics({ provider: promClientMetrics(registry), name });
    expect(make).toThrow(
      "the registry has another metric 'workqueue_adds_total', a Counter with the labels queue; the runtime's is a " +
        "Counter with the labels controller, name: give promClientMetrics a registry of its own",
    );
    registry.clear();
    new Gauge({ ...options, labelNames: ["name", "controller"] });
    expect(make).toThrow("a Gauge with the labels controller, name; the runtime's is a Counter");
  });
});

it("counts nothing with the provider that is the default", () => {
  expect(() => touchAll(noopMetricsProvider)).not.toThrow();
});
