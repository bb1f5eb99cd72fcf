import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { InformerError, warnOfInformerErrors } from "../../src/informers/informer-error.js";
import { apiError, expired, thing } from "../cache/objects.js";
import { FakeClock } from "../fake-clock.js";
import { makeInformer } from "./run-informer.js";

describe("onError", () => {
  // client-go: TestSharedInformerErrorHandling
  // client-go: TestGetTypeDescriptionFromObject
  it("hears of lists, of watches, and what is done about it", async () => {
    const { source, errors, start, clock, stop } = makeInformer({
      reflector: { watchList: false },
    });
    source.nextLists.push(() => {
      throw apiError({ code: 403, reason: "Forbidden", message: "things is forbidden" });
    });
    await start();
    await clock.advance(800);
    source.endWatches(expired());
    await clock.settle();
    expect(errors.map(({ source: where, level, message }) => [where, level, message])).toEqual([
      [
        "list",
        "error",
        "informer things.v1.example.com: list failed: things is forbidden; it tries again in 0.8 s",
      ],
      [
        "watch",
        "info",
        "informer things.v1.example.com: watch failed: code 410; it tries again in 1.6 s",
      ],
    ]);
    expect(errors[0]?.cause).toMatchObject({ code: 403 });
    await stop();
  });

  it("hears of a handler that throws, whatever it has done to its object", async () => {
    const { informer, source, errors, start, clock, stop } = makeInformer();
    const seen: string[] = [];
    informer.addEventHandler({
      onAdd: (object) => {
        seen.push(object.metadata.name ?? "");
        Reflect.deleteProperty(object, "metadata");
        throw new Error("boom");
      },
    });
    for (const name of ["a", "b"]) source.put(thing({ name }));
    await start();
    await clock.settle();
    expect(seen).toEqual(["a", "b"]);
    expect(errors.map(({ message }) => message)).toEqual(
      Array.from(
        { length: 2 },
        () =>
          "informer things.v1.example.com: handler #1 failed in onAdd of an object without a name: boom",
      ),
    );
    await stop();
  });

  it("that throws harms nobody", async () => {
    const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    const { informer, source, start, clock, stop } = makeInformer({
      onError: () => {
        throw new Error("the logger is broken");
      },
    });
    const seen: (string | undefined)[] = [];
    informer.addEventHandler({
      onAdd: ({ metadata }) => {
        seen.push(metadata.name);
        throw new Error("boom");
      },
    });
    for (const name of ["a", "b"]) source.put(thing({ name }));
    await start();
    await clock.settle();
    expect([seen, warn.mock.calls.length]).toEqual([["a", "b"], 2]);
    expect(warn.mock.calls[0]?.[0]).toContain("the logger is broken");
    warn.mockRestore();
    await stop();
  });
});

describe("without onError", () => {
  let warn: MockInstance<(message: string | Error, options?: object) => void>;

  beforeEach(() => {
    warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  });

  afterEach(() => {
    warn.mockRestore();
  });

  function error(input: {
    readonly message: string;
    readonly level?: "error" | "info";
    readonly handler?: string;
  }) {
    return new InformerError({ informer: "things", source: "handler", ...input });
  }

  it("errors become warnings of the process, and what is normal does not", () => {
    const onError = warnOfInformerErrors(new FakeClock());
    onError(error({ message: "expired", level: "info" }));
    onError(error({ message: "boom" }));
    expect(warn.mock.calls).toEqual([["informer things: boom", { type: "InformerWarning" }]]);
  });

  it("say what was thrown, also when it is no Error", () => {
    const messages = ["boom", new Error("boom"), null, Object.create(null)].map(
      (cause) =>
        new InformerError({ informer: "x", source: "handler", message: "failed", cause }).message,
    );
    const [boom, plain] = ["informer x: failed: boom", "informer x: failed"];
    expect(messages).toEqual([boom, boom, plain, plain]);
  });

  it("the same sort of error is said once a second", async () => {
    const clock = new FakeClock();
    const onError = warnOfInformerErrors(clock);
    for (let at = 0; at < 5; at++) onError(error({ message: `boom ${at}` }));
    onError(error({ message: "other", handler: "x" }));
    await clock.advance(1_000);
    onError(error({ message: "boom 5" }));
    await clock.advance(1_000);
    onError(error({ message: "boom 6" }));
    expect(warn.mock.calls.map(([message]) => message)).toEqual([
      "informer things: boom 0",
      "informer things: other",
      "informer things: boom 5 (and 4 more like it before)",
      "informer things: boom 6",
    ]);
  });

  it("an informer does so", async () => {
    const { informer, source, start, clock, stop } = makeInformer({ onError: undefined });
    informer.addEventHandler({ onAdd: () => Promise.reject(new Error("boom")) }, { name: "x" });
    source.put(thing({ name: "a" }));
    await start();
    await clock.settle();
    expect(warn).toHaveBeenCalledWith(
      "informer things.v1.example.com: handler x failed in onAdd of default/a: boom",
      { type: "InformerWarning" },
    );
    await stop();
  });
});
