import { describe, expect, it } from "vitest";
import { filterWatch } from "../../src/watch/index.js";
import { Channel } from "../cache/channel.js";

const even = (value: number): string | undefined => (value % 2 === 0 ? `even ${value}` : undefined);

function channelOf(...values: readonly number[]): Channel<number> {
  const channel = new Channel<number>();
  for (const value of values) channel.push(value);
  return channel;
}

describe("filterWatch", () => {
  // client-go: TestFilter
  it("gives what is kept, as it is returned, and ends with its source", async () => {
    const events = channelOf(1, 2, 3, 4);
    events.close();
    const seen: string[] = [];
    for await (const text of filterWatch(events, even)) seen.push(text);
    expect(seen).toEqual(["even 2", "even 4"]);
  });

  // client-go: TestFilterStop
  it("closes its source, also while it waits for it", async () => {
    const events = channelOf(1);
    const filtered = filterWatch(events, even)[Symbol.asyncIterator]();
    const next = filtered.next();
    await filtered.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(events.returns).toBe(1);
  });

  it("fails with its source, and closes it when the function throws", async () => {
    const failed = new Error("failed");
    const broken = channelOf();
    broken.fail(failed);
    await expect(filterWatch(broken, even)[Symbol.asyncIterator]().next()).rejects.toBe(failed);
    const events = channelOf(1);
    const throwing = filterWatch(events, () => {
      throw failed;
    });
    await expect(throwing[Symbol.asyncIterator]().next()).rejects.toBe(failed);
    expect(events.returns).toBe(1);
  });
});
