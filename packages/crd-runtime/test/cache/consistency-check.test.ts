import { describe, expect, it } from "vitest";
import { findInconsistency } from "../../src/cache/reflector/consistency-check.js";
import type { ListOptions } from "../../src/rest/index.js";
import { FakeClock } from "../fake-clock.js";
import { FakeSource } from "./fake-source.js";
import { apiError, expired, type Thing, thing } from "./objects.js";
import { runReflector } from "./run-reflector.js";

function check(input: {
  readonly streamed: readonly Thing[];
  readonly listed: readonly Thing[];
  readonly resourceVersion?: string;
  readonly failures?: readonly Error[];
}) {
  const { streamed, listed, resourceVersion = "5", failures = [] } = input;
  const clock = new FakeClock();
  const controller = new AbortController();
  const calls: ListOptions[] = [];
  const left = [...failures];
  const result = findInconsistency<Thing>({
    listerWatcher: {
      list: async ({ signal: _, onInvalid: __, ...options }) => {
        calls.push(options);
        const failure = left.shift();
        if (failure !== undefined) throw failure;
        return { metadata: { resourceVersion }, items: listed };
      },
    },
    streamed: { objects: streamed, resourceVersion },
    admit: (object) => object,
    clock,
    signal: controller.signal,
  });
  return { clock, controller, calls, result };
}

const [a, b] = [thing({ name: "a", value: 1 }), thing({ name: "b", value: 1 })];

describe("the check of streamed objects", () => {
  // client-go: TestDataConsistencyChecker
  it.each([
    ["the same, in another order", [a, b], [b, a], undefined],
    ["nothing", [], [], undefined],
    ["one more in the list", [a], [a, b], "the list has default/b (uid-b), the stream does not"],
    ["one more in the stream", [a, b], [a], "the stream has default/b (uid-b), the list does not"],
    [
      "another state",
      [a],
      [thing({ name: "a", value: 2 })],
      "stream and list have different states of default/a (uid-a)",
    ],
  ])(
    "finds what differs from a list of exactly that version: %s",
    async (_, streamed, listed, found) => {
      const { result, calls } = check({ streamed, listed });
      expect(await result).toBe(found);
      expect(calls).toEqual([{ resourceVersion: "5", resourceVersionMatch: "Exact" }]);
    },
  );

  it.each(["", "0"])("compares with nothing at version %j", async (resourceVersion) => {
    const { result, calls } = check({ streamed: [a], listed: [], resourceVersion });
    expect([await result, calls]).toEqual([undefined, []]);
  });

  // client-go: TestDataConsistencyCheckerRetry
  it("lists again after a second when that failed, but not a version that is gone", async () => {
    const failing = check({ streamed: [a], listed: [], failures: [apiError({ code: 500 })] });
    expect(await failing.clock.advanceToNext()).toBe(1_000);
    expect(await failing.result).toContain("default/a");
    expect(failing.calls).toHaveLength(2);
    const gone = check({ streamed: [a], listed: [], failures: [expired()] });
    expect([await gone.result, gone.calls.length]).toEqual([undefined, 1]);
  });

  it("ends when it is stopped", async () => {
    const failures = [apiError({ code: 500 }), apiError({ code: 500 })];
    const { clock, controller, result } = check({ streamed: [a], listed: [a], failures });
    await clock.settle();
    controller.abort(new Error("the test is over"));
    await expect(result).rejects.toThrow("the test is over");
    expect(clock.timers).toEqual([]);
  });
});

// client-go: TestReflectorDataConsistencyDetector
it.each([true, false])("a reflector checks on demand: %s", async (checkConsistency) => {
  const source = new FakeSource<Thing>();
  source.put(a);
  source.nextLists.push(() => ({ metadata: { resourceVersion: "1" }, items: [] }));
  const { clock, names, failures, stop } = runReflector({ source, options: { checkConsistency } });
  await clock.settle();
  source.put(b);
  await clock.settle();
  expect(names()).toEqual(["a", "b"]);
  expect(source.lists()).toHaveLength(checkConsistency ? 1 : 0);
  expect(failures.map(({ error }) => error.message)).toEqual(
    checkConsistency
      ? [
          "the existing objects are not what a list says: the stream has default/a (uid-a), the list does not",
        ]
      : [],
  );
  await stop();
  expect(source.openWatches).toBe(0);
});
