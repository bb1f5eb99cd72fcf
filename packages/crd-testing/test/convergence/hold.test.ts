import type { ListerWatcher, Persisted, WatchEvent } from "crd-runtime";
import { describe, expect, it } from "vitest";
import type { Database } from "../faults/rig.js";
import { holds } from "./hold.js";
import { runScript } from "./run.js";

describe("a script that goes wrong", () => {
  type Client = ListerWatcher<Persisted<Database>>;
  type Event = WatchEvent<Persisted<Database>>;

  /** A client that changes the events of watches. */
  function changing(change: (event: Event) => readonly Event[]): (client: Client) => Client {
    return (client) => ({
      list: (options) => client.list(options),
      async *watch(options) {
        for await (const event of client.watch(options)) yield* change(event);
      },
    });
  }

  it.each([
    [
      "events of deletions are lost",
      changing((event) => (event.type === "DELETED" ? [] : [event])),
      ['do: "put"', 'do: "delete"'],
      /the cache has \[.+\] where there should be \[\]/,
    ],
    [
      "changes come with other contents",
      changing((event) => {
        if (event.type !== "MODIFIED") return [event];
        return [{ ...event, object: { ...event.object, spec: { size: -1 } } }];
      }),
      ['do: "put"'],
      /the cache has \[.*"size":-1.*\] where there should be \[.+\]/,
    ],
    [
      "changes come with an old version",
      changing((event) => {
        if (event.type !== "MODIFIED") return [event];
        const { metadata } = event.object;
        return [
          {
            ...event,
            object: { ...event.object, metadata: { ...metadata, resourceVersion: "1" } },
          },
        ];
      }),
      ['do: "put"'],
      /goes back/,
    ],
  ])("is made short and printed: %s", async (_, tamper, steps, problem) => {
    const failing = holds({ seed: 7, length: 60, run: (script) => runScript(script, tamper) });
    const { message } = await failing.then(
      () => new Error("it held"),
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    expect(message).toMatch(
      /^[1-5] of the 60 steps of seed 7 are enough to go wrong:\nawait runScript\(\{\n/,
    );
    for (const step of steps) expect(message).toContain(step);
    expect(message).toMatch(problem);
  });
});
