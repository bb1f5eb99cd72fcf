import { expect, it } from "vitest";
import { expired, thing } from "../cache/objects.js";
import { MemoryMetrics } from "../metrics/memory-metrics.js";
import { makeInformer } from "./run-informer.js";

const resource = { group: "example.com", version: "v1", resource: "things" };
const name = 'name="things.v1.example.com"';
const labels = `${name},group="example.com",version="v1",resource="things"`;

it("counts lists, watches, and what goes into the cache", async () => {
  const metricsProvider = new MemoryMetrics();
  const run = makeInformer({
    metricsProvider,
    resource,
    reflector: { watchList: false, listPageSize: 2 },
  });
  const { source, clock, start, stop } = run;
  for (const each of ["a", "b", "c"]) source.put(thing({ name: each }));
  await start();
  const value = (series: string): number | undefined => metricsProvider.value(series);
  const observed = (series: string): readonly number[] => metricsProvider.observations(series);
  expect(value(`reflector_lists_total{${name}}`)).toBe(1);
  expect(observed(`reflector_items_per_list{${name}}`)).toEqual([3]);
  expect(observed(`reflector_list_duration_seconds{${name}}`)).toEqual([0]);
  expect(value(`informer_store_resource_version{${labels}}`)).toBe(3);
  await clock.advance(2_000);
  source.put(thing({ name: "d" }));
  await clock.settle();
  expect(value(`informer_store_resource_version{${labels}}`)).toBe(4);
  expect(value(`informer_queued_items{${labels}}`)).toBe(0);
  source.endWatches(expired());
  await clock.advance(5_000);
  expect(value(`reflector_watches_total{${name}}`)).toBe(2);
  expect(observed(`reflector_watch_duration_seconds{${name}}`)).toEqual([2]);
  expect(observed(`reflector_items_per_watch{${name}}`)).toEqual([1]);
  expect(value(`reflector_lists_total{${name}}`)).toBe(2);
  source.nextWatches.push(async function* () {});
  source.endWatches();
  await clock.advance(5_000);
  expect(value(`reflector_short_watches_total{${name}}`)).toBe(1);
  await stop();
});
