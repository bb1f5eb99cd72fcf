import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Conversion } from "../../src/apiserver/resources/resource.js";
import { failure } from "../../src/apiserver/status/index.js";
import type { Storage } from "../../src/apiserver/storage/index.js";
import { Fixture, type Watching, widgets } from "./fixture.js";

const hourMs = 3_600_000;

describe("watch begins", () => {
  /** A, b and c at revisions 2 to 4; b goes at 5. */
  function storyTold(): Fixture {
    const fixture = new Fixture();
    fixture.fill("a", "b", "c");
    fixture.remove({ name: "b" });
    return fixture;
  }

  const initial = ["ADDED a@2", "ADDED c@4"];
  const all = ["ADDED a@2", "ADDED b@3", "ADDED c@4", "DELETED b@5"];
  // client-go trap: fake without watch-list
  it.each([
    { query: "", events: initial },
    { query: "resourceVersion=0", events: initial },
    { query: "resourceVersion=00", events: initial },
    { query: "allowWatchBookmarks=true", events: [...initial, "BOOKMARK @5 end"] },
    {
      query: "resourceVersion=0&allowWatchBookmarks=true",
      events: [...initial, "BOOKMARK @5 end"],
    },
    { query: "resourceVersion=00&allowWatchBookmarks=true", events: initial },
    {
      query:
        "sendInitialEvents=true&resourceVersionMatch=NotOlderThan&resourceVersion=3&allowWatchBookmarks=true",
      events: [...initial, "BOOKMARK @5 end"],
    },
    {
      query: "sendInitialEvents=true&resourceVersionMatch=NotOlderThan&resourceVersion=3",
      events: initial,
    },
    { query: "sendInitialEvents=false&resourceVersionMatch=NotOlderThan", events: [] },
    {
      query: "sendInitialEvents=false&resourceVersionMatch=NotOlderThan&resourceVersion=0",
      events: [],
    },
    {
      query: "sendInitialEvents=false&resourceVersionMatch=NotOlderThan&resourceVersion=3",
      events: all.slice(2),
    },
    { query: "resourceVersion=1", events: all },
    { query: "resourceVersion=3", events: all.slice(2) },
    { query: "resourceVersion=5", events: [] },
    { query: "resourceVersion=1&limit=1", events: all },
    {
      query: "fieldSelector=metadata.name=b&resourceVersion=1",
      events: ["ADDED b@3", "DELETED b@5"],
    },
    { query: "fieldSelector=metadata.name=c", events: ["ADDED c@4"] },
    { query: "fieldSelector=metadata.name=b&allowWatchBookmarks=1", events: ["BOOKMARK @5 end"] },
    { query: "labelSelector=name=c", events: ["ADDED c@4"] },
  ])("?$query", async ({ query, events }) => {
    const watching = await storyTold().watch(query);
    expect(watching.brief()).toEqual(events);
    expect(watching.ended).toBe(false);
  });

  it("in a namespace, or in all", async () => {
    const fixture = new Fixture();
    fixture.put({ namespace: "x", name: "a" });
    fixture.put({ namespace: "y", name: "b" });
    const ask = async (namespace: string, query = ""): Promise<readonly string[]> =>
      (await fixture.watch(query, { namespace })).brief();
    expect(await ask("")).toEqual(["ADDED a@2", "ADDED b@3"]);
    expect(await ask("y")).toEqual(["ADDED b@3"]);
    expect(await ask("", "fieldSelector=metadata.namespace=x&resourceVersion=1")).toEqual([
      "ADDED a@2",
    ]);
    expect(await ask("", "fieldSelector=metadata.name=b&resourceVersion=1")).toEqual(["ADDED b@3"]);
  });

  it("with an ERROR event when the revision is too old", async () => {
    const fixture = storyTold();
    fixture.storage.compact(4);
    const watching = await fixture.watch("resourceVersion=3");
    expect(watching.chunks.join("")).toBe(
      '{"type":"ERROR","object":{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"too old resource version: 3 (4)","reason":"Expired","code":410}}\n',
    );
    expect(watching.ended).toBe(true);
    expect((await fixture.watch("resourceVersion=4")).brief()).toEqual(["DELETED b@5"]);
  });

  it("silently when the revision lies in the future", async () => {
    const fixture = storyTold();
    const watching = await fixture.watch("resourceVersion=7&allowWatchBookmarks=true");
    fixture.fill("d", "e");
    await fixture.clock.advance(60_000);
    // A bookmark of revision 7 would tell nothing.
    expect(watching.brief()).toEqual([]);
    fixture.fill("f");
    await fixture.clock.advance(60_000);
    expect(watching.brief()).toEqual(["ADDED f@8", "BOOKMARK @8"]);
    const further = await fixture.watch("resourceVersion=99&allowWatchBookmarks=true");
    await fixture.clock.advance(200_000);
    expect(further.brief()).toEqual([]);
  });

  it("when objects as new as asked for are there, or fails after three seconds", async () => {
    const fixture = storyTold();
    const query =
      "watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&resourceVersion=6";
    const late = fixture.ask(query);
    await fixture.clock.advance(3_000);
    expect((await late).body).toMatchObject({
      type: "ERROR",
      object: { code: 504, message: "Timeout: Too large resource version: 6, current: 5" },
    });
    const response = fixture.respond(query);
    await fixture.clock.advance(1_000);
    fixture.fill("d");
    const { body } = await response;
    if (body instanceof Uint8Array) return expect.unreachable("a watch is a stream");
    const { value } = await body[Symbol.asyncIterator]().next();
    expect(new TextDecoder().decode(value).match(/"name":"\w"/g)).toHaveLength(6);
  });
});

describe("watch refuses", () => {
  it.each([
    {
      query: "resourceVersion=abc",
      code: 500,
      message:
        'resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax',
    },
    {
      query: "resourceVersion=18446744073709551616",
      code: 500,
      message:
        'resourceVersion: Invalid value: "18446744073709551616": strconv.ParseUint: parsing "18446744073709551616": value out of range',
    },
    {
      query: "fieldSelector=spec.size=1",
      code: 400,
      message: "field label not supported: spec.size",
    },
    {
      query: "labelSelector=a=b=c",
      code: 400,
      message: "found '=', expected: ',' or 'end of string'",
    },
    {
      query: "continue=x",
      code: 422,
      message:
        'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden when continue is provided',
    },
  ])("?$query", async ({ query, code, message }) => {
    const answer = await new Fixture().ask(`watch=1&${query}`);
    expect([answer.code, answer.body.message]).toEqual([code, message]);
  });
});

describe("watch events", () => {
  // client-go: TestWatchCallMultipleInvocation
  it("tell of writes as they happen, each in a line", async () => {
    const fixture = new Fixture();
    const watching = await fixture.watch("resourceVersion=1");
    fixture.put({ name: "a", color: "red" });
    await fixture.clock.settle();
    fixture.put({ name: "a", color: "blue" });
    fixture.remove({ name: "a" });
    await fixture.clock.settle();
    const object = (rv: number, color: string): string =>
      `{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a","namespace":"default","resourceVersion":"${rv}"},"spec":{"color":"${color}"}}`;
    expect(watching.chunks).toEqual([
      `{"type":"ADDED","object":${object(2, "red")}}\n`,
      `{"type":"MODIFIED","object":${object(3, "blue")}}\n{"type":"DELETED","object":${object(4, "blue")}}\n`,
    ]);
  });

  // client-go: TestWatchCallNonNamespace
  // client-go: TestWatchCallAllNamespace
  it("of one namespace go to who watches it, and those of all, in order, to who watches all", async () => {
    const fixture = new Fixture();
    const watchOf = (namespace: string) => fixture.watch("resourceVersion=1", { namespace });
    const [all, x, again, y] = [
      await watchOf(""),
      await watchOf("x"),
      await watchOf("x"),
      await watchOf("y"),
    ];
    fixture.put({ namespace: "x", name: "a" });
    fixture.put({ namespace: "y", name: "a" });
    fixture.put({ namespace: "x", name: "a", color: "red" });
    fixture.remove({ namespace: "y", name: "a" });
    fixture.put({ namespace: "xy", name: "b" });
    fixture.remove({ namespace: "x", name: "a" });
    await fixture.clock.settle();
    const inX = ["ADDED x/a@2", "MODIFIED x/a@4", "DELETED x/a@7"];
    const inY = ["ADDED y/a@3", "DELETED y/a@5"];
    const told = [all, x, again, y].map((watching) =>
      watching
        .take()
        .map(
          ({ type, object: { metadata } }) =>
            `${type} ${metadata.namespace}/${metadata.name}@${metadata.resourceVersion}`,
        ),
    );
    const everywhere = [inX[0], inY[0], inX[1], inY[1], "ADDED xy/b@6", inX[2]];
    expect(told).toEqual([everywhere, inX, inX, inY]);
  });

  it("show objects enter and leave the selection", async () => {
    const fixture = new Fixture();
    const watching = await fixture.watch("labelSelector=in=yes&fieldSelector=spec.color!=red");
    const put = (inside: string, color: string): number =>
      fixture.put({ name: "a", labels: { in: inside }, color });
    put("no", "blue");
    put("yes", "red");
    put("yes", "blue");
    put("yes", "green");
    put("no", "black");
    put("no", "white");
    put("yes", "grey");
    fixture.remove({ name: "a" });
    fixture.put({ name: "b", labels: { in: "no" } });
    fixture.remove({ name: "b" });
    await fixture.clock.settle();
    const events = watching.take();
    expect(
      events.map(({ type, object }) => [type, object.metadata.resourceVersion, object.spec.color]),
    ).toEqual([
      ["ADDED", "4", "blue"],
      ["MODIFIED", "5", "green"],
      ["DELETED", "6", "green"],
      ["ADDED", "8", "grey"],
      ["DELETED", "9", "grey"],
    ]);
  });

  it("are written once for all who watch", async () => {
    let conversions = 0;
    const conversion: Conversion = {
      ...widgets.conversion,
      fromStorage: (entries) => {
        conversions += entries.length;
        return widgets.conversion.fromStorage(entries);
      },
    };
    const fixture = new Fixture();
    const resource = { ...widgets, conversion };
    const watchings: Watching[] = [];
    for (let count = 0; count < 20; count++) {
      const query = count % 2 === 0 ? "resourceVersion=1" : "resourceVersion=1&labelSelector=name";
      watchings.push(await fixture.watch(query, { resource }));
    }
    fixture.fill("a", "b");
    fixture.put({ name: "a" });
    await fixture.clock.settle();
    // A second ADDED or MODIFIED is the same object, but DELETED is not.
    expect(conversions).toBe(4);
    for (const [index, watching] of watchings.entries()) {
      expect(watching.brief().at(-1)).toBe(index % 2 === 0 ? "MODIFIED a@4" : "DELETED a@4");
    }
  });

  it("wait for a webhook, in order", async () => {
    const held: (() => void)[] = [];
    const conversion: Conversion = {
      ...widgets.conversion,
      fromStorage: async (entries) => {
        await new Promise<void>((resolve) => held.push(resolve));
        return entries.map((entry) => entry.value);
      },
    };
    const fixture = new Fixture();
    fixture.fill("a");
    const watching = await fixture.watch("", { resource: { ...widgets, conversion } });
    fixture.fill("b", "c");
    await fixture.clock.settle();
    expect(watching.brief()).toEqual([]);
    while (held.length > 0) {
      held.shift()?.();
      await fixture.clock.settle();
    }
    expect(watching.brief()).toEqual(["ADDED a@2", "ADDED b@3", "ADDED c@4"]);
  });

  it.each([
    {
      what: "end without a word when a conversion fails",
      error: failure({ code: 500, reason: "InternalError", message: "webhook" }),
      failure: undefined,
    },
    { what: "break when we fail", error: new TypeError("ours"), failure: "ours" },
  ])("$what", async ({ error, failure: expected }) => {
    for (const isAsync of [false, true]) {
      const fail = (): never => {
        throw error;
      };
      const conversion: Conversion = {
        ...widgets.conversion,
        fromStorage: (entries) => {
          const [entry] = entries;
          if (entry?.name !== "bad") return entries.map(({ value }) => value);
          return isAsync ? Promise.resolve().then(fail) : fail();
        },
      };
      const fixture = new Fixture();
      const watching = await fixture.watch("resourceVersion=1", {
        resource: { ...widgets, conversion },
      });
      fixture.fill("good", "bad", "never");
      await fixture.clock.settle();
      expect([watching.ended, fixture.clock.timers]).toEqual([true, []]);
      const message = watching.failure instanceof Error ? watching.failure.message : undefined;
      expect(message).toBe(expected);
      if (expected === undefined) expect(watching.brief()).toEqual(["ADDED good@2"]);
    }
  });

  it("of many objects come in chunks", async () => {
    const fixture = new Fixture();
    for (let count = 0; count < 1_000; count++) {
      fixture.put({ name: `n${count}`, color: "x".repeat(1_000) });
    }
    const watching = await fixture.watch("allowWatchBookmarks=1");
    expect(watching.take()).toHaveLength(1_001);
    expect(watching.chunks.length).toBeGreaterThan(2);
    expect(Math.max(...watching.chunks.map((chunk) => chunk.length))).toBeLessThan(300_000);
  });
});

describe("watch bookmarks", () => {
  it("come each minute and two seconds before the end, once there is something new", async () => {
    const fixture = new Fixture();
    const watching = await fixture.watch(
      "resourceVersion=1&allowWatchBookmarks=1&timeoutSeconds=150",
    );
    const seen: [number, readonly string[]][] = [];
    for (let second = 0; second <= 150; second++) {
      if (second === 70) fixture.fill("a");
      const events = watching.brief();
      if (events.length > 0) seen.push([second, events]);
      await fixture.clock.advance(1_000);
    }
    expect(seen).toEqual([
      [71, ["ADDED a@2"]],
      [120, ["BOOKMARK @2"]],
      [148, ["BOOKMARK @2"]],
    ]);
    expect([watching.ended, fixture.clock.timers]).toEqual([true, []]);
  });

  it("have the revision of the last write to the resource, and come after the events", async () => {
    const fixture = new Fixture();
    const others = { ...widgets, storageKey: "others.example.com" };
    const watching = await fixture.watch("resourceVersion=1&allowWatchBookmarks=1");
    await fixture.clock.advance(59_999);
    fixture.fill("a");
    fixture.put({ name: "x", resource: others });
    await fixture.clock.advance(1);
    expect(watching.brief()).toEqual(["ADDED a@2", "BOOKMARK @2"]);
    // Only now does the cache of widgets hear how far etcd is.
    await fixture.ask("", { resource: others });
    await fixture.ask("resourceVersion=0");
    await fixture.clock.advance(60_000);
    expect(watching.brief()).toEqual(["BOOKMARK @2"]);
    await fixture.ask("");
    await fixture.clock.advance(60_000);
    expect(watching.brief()).toEqual(["BOOKMARK @3"]);
  });

  it("come for events that a selector hides, and for none that were there at the start", async () => {
    const fixture = new Fixture();
    fixture.fill("a");
    const hidden = await fixture.watch(
      "resourceVersion=1&allowWatchBookmarks=1&labelSelector=none",
    );
    const replayed = await fixture.watch("resourceVersion=1&allowWatchBookmarks=1");
    await fixture.clock.advance(60_000);
    expect([hidden.brief(), replayed.brief()]).toEqual([[], ["ADDED a@2"]]);
    fixture.fill("b");
    await fixture.clock.advance(60_000);
    expect([hidden.brief(), replayed.brief()]).toEqual([
      ["BOOKMARK @3"],
      ["ADDED b@3", "BOOKMARK @3"],
    ]);
  });

  it.each([
    "timeoutSeconds=1&allowWatchBookmarks=1",
    "timeoutSeconds=2&allowWatchBookmarks=1",
    "timeoutSeconds=70",
  ])("do not come with ?%s", async (query) => {
    const fixture = new Fixture();
    const watching = await fixture.watch(`resourceVersion=1&${query}`);
    await fixture.clock.advance(hourMs);
    expect([watching.take(), watching.ended]).toEqual([[], true]);
  });

  it("show the members of an empty object", async () => {
    const fixture = new Fixture();
    const resource = { ...widgets, zeroMembers: { spec: {} } };
    const watching = await fixture.watch("allowWatchBookmarks=1", { resource });
    expect(watching.chunks).toEqual([
      '{"type":"BOOKMARK","object":{"kind":"Widget","apiVersion":"example.com/v1","metadata":{"resourceVersion":"1","annotations":{"k8s.io/initial-events-end":"true"}},"spec":{}}}\n',
    ]);
  });
});

describe("watch ends", () => {
  it.each([
    { query: "timeoutSeconds=7", seconds: 7 },
    // 0.5 is the fixture's chance.
    { query: "", seconds: 2_700 },
    { query: "timeoutSeconds=0", seconds: 2_700 },
  ])("after $seconds seconds with ?$query", async ({ query, seconds }) => {
    const fixture = new Fixture();
    const watching = await fixture.watch(`resourceVersion=1&${query}`);
    await fixture.clock.advance(seconds * 1_000 - 1);
    expect(watching.ended).toBe(false);
    await fixture.clock.advance(1);
    expect([watching.ended, watching.failure, fixture.clock.timers]).toEqual([true, undefined, []]);
  });

  it("at once when its time is negative", async () => {
    const fixture = new Fixture();
    fixture.fill("a");
    const watching = await fixture.watch("timeoutSeconds=-1");
    expect([watching.take(), watching.ended, fixture.clock.timers]).toEqual([[], true, []]);
  });

  // client-go: TestWatchAddAfterStop
  it("when the client goes away", async () => {
    const fixture = new Fixture();
    const client = new AbortController();
    const { signal } = client;
    const watching = await fixture.watch("resourceVersion=1&allowWatchBookmarks=1", { signal });
    client.abort();
    await fixture.clock.settle();
    expect([watching.ended, watching.failure, fixture.clock.timers]).toEqual([true, undefined, []]);
    const dead = await fixture.watch("", { signal });
    expect([dead.ended, fixture.clock.timers]).toEqual([true, []]);
  });

  it("when the reader has had enough", async () => {
    const fixture = new Fixture();
    fixture.fill("a");
    const { body } = await fixture.respond("watch=1&allowWatchBookmarks=1");
    if (body instanceof Uint8Array) return expect.unreachable("a watch is a stream");
    for await (const chunk of body) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(fixture.clock.timers).toEqual([]);
  });

  it("when what is served has changed, after what was written before", async () => {
    const fixture = new Fixture();
    const served = new AbortController();
    const resource = { ...widgets, ended: served.signal };
    const watching = await fixture.watch("resourceVersion=1", { resource });
    fixture.fill("a");
    served.abort();
    fixture.fill("b");
    await fixture.clock.settle();
    expect([watching.brief(), watching.ended, fixture.clock.timers]).toEqual([
      ["ADDED a@2"],
      true,
      [],
    ]);
    expect((await fixture.watch("resourceVersion=2", { resource })).ended).toBe(true);
  });

  it("for all who watch what has changed, and nobody is warned of them", async () => {
    const warn = vi.spyOn(process, "emitWarning");
    onTestFinished(() => warn.mockRestore());
    const fixture = new Fixture();
    const served = new AbortController();
    const resource = { ...widgets, ended: served.signal };
    const watchings: Watching[] = [];
    for (let count = 0; count < 12; count++) watchings.push(await fixture.watch("", { resource }));
    served.abort();
    await fixture.clock.settle();
    expect(watchings.every((watching) => watching.ended)).toBe(true);
    expect(warn).not.toHaveBeenCalled();
  });

  it.each([
    { what: "is dropped", end: (storage: Storage) => storage.dropCollection(widgets.storageKey) },
    {
      what: "has its watches closed",
      end: (storage: Storage) => storage.closeWatches(widgets.storageKey),
    },
    { what: "is restored", end: (storage: Storage) => storage.restore(storage.export()) },
    { what: "is rewound", end: (storage: Storage) => storage.rewind(1) },
  ])("when the storage $what", async ({ end }) => {
    const fixture = new Fixture();
    const watching = await fixture.watch("resourceVersion=1");
    fixture.fill("a");
    end(fixture.storage);
    await fixture.clock.settle();
    expect([watching.brief(), watching.ended, fixture.clock.timers]).toEqual([
      ["ADDED a@2"],
      true,
      [],
    ]);
  });

  it("when it is read too slowly, and begins again with what it missed or is told so", async () => {
    const fixture = new Fixture({ history: { minEvents: 5, maxEvents: 5 } });
    const { body } = await fixture.respond("watch=1&resourceVersion=1");
    if (body instanceof Uint8Array) return expect.unreachable("a watch is a stream");
    const reader = body[Symbol.asyncIterator]();
    fixture.fill("a");
    expect((await reader.next()).done).toBe(false);
    fixture.fill("b", "c", "d", "e", "f", "g");
    expect((await reader.next()).done).toBe(true);
    expect(fixture.clock.timers).toEqual([]);
    expect((await fixture.watch("resourceVersion=2")).brief()).toEqual(["ERROR 410"]);
  });
});
