import { describe, expect, it } from "vitest";
import {
  ApiextensionsClientset,
  NotEstablishedError,
  type WaitForEstablishedOptions,
} from "../../src/apiextensions/v1.js";
import { ConnectionError, RestClient } from "../../src/rest/index.js";
import { FakeClock } from "../fake-clock.js";
import {
  DefinitionServer,
  definition,
  established,
  name,
  namesAccepted,
  namesConflict,
  notAccepted,
} from "./definition-server.js";

/** A wait that a test follows. */
function begin(options: WaitForEstablishedOptions = {}, server = new DefinitionServer()) {
  const clock = new FakeClock();
  const rest = RestClient.forConfig({ host: "https://test", transport: server, clock });
  const client = new ApiextensionsClientset(rest).apiextensionsV1().customResourceDefinitions();
  const promise = client.waitForEstablished(name, options);
  const outcome = promise.then(
    (value) => ({ value, error: undefined }),
    (error: unknown) => ({ value: undefined, error }),
  );
  let settled = false;
  void outcome.then(() => {
    settled = true;
  });
  return { clock, server, outcome, isSettled: () => settled };
}

function serve(server: DefinitionServer): void {
  server.discovery.set("example.com/v1", ["databases", "databases/status"]);
  server.discovery.set("example.com/v1beta1", ["databases"]);
}

async function errorOf(
  outcome: Promise<{ readonly error: unknown }>,
): Promise<NotEstablishedError> {
  const { error } = await outcome;
  if (!(error instanceof NotEstablishedError)) throw error;
  return error;
}

describe("waitForEstablished", () => {
  it("returns at once when the definition is established and served", async () => {
    const server = new DefinitionServer();
    server.conditions(namesAccepted, established);
    serve(server);
    const { outcome, clock } = begin({}, server);
    expect((await outcome).value?.metadata.name).toBe(name);
    expect(server.log).toEqual([
      `GET /apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`,
      "GET /apis/example.com/v1",
      "GET /apis/example.com/v1beta1",
    ]);
    expect(clock.timers).toEqual([]);
  });

  it("watches the one definition from where it was read", async () => {
    const { clock, server, outcome } = begin();
    serve(server);
    await clock.settle();
    expect(server.log.at(-1)).toBe(
      "GET /apis/apiextensions.k8s.io/v1/customresourcedefinitions?watch=true" +
        "&fieldSelector=metadata.name%3Ddatabases.example.com&resourceVersion=1",
    );
    server.conditions(namesAccepted);
    server.bookmark();
    await clock.settle();
    server.conditions(namesAccepted, established);
    expect((await outcome).value?.status?.conditions).toEqual([namesAccepted, established]);
  });

  it("waits until discovery names the resource in every served version", async () => {
    const server = new DefinitionServer();
    server.conditions(namesAccepted, established);
    const { clock, outcome, isSettled } = begin({}, server);
    await clock.advance(500);
    expect(isSettled()).toBe(false);
    server.discovery.set("example.com/v1", ["databases"]);
    server.discovery.set("example.com/v1beta1", ["others"]);
    await clock.advance(2_000);
    expect(isSettled()).toBe(false);
    serve(server);
    await clock.advance(1_000);
    expect((await outcome).value?.metadata.name).toBe(name);
  });

  it("goes on when the watch ends, with a pause between two", async () => {
    const { clock, server, outcome } = begin();
    serve(server);
    await clock.settle();
    server.endWatch();
    await clock.advance(999);
    expect(server.isWatched).toBe(false);
    await clock.advance(1);
    expect(server.isWatched).toBe(true);
    await clock.advance(5_000);
    server.endWatch();
    await clock.settle();
    expect(server.isWatched).toBe(true);
    server.conditions(established);
    expect((await outcome).value).toBeDefined();
  });

  it("misses nothing that happens while no watch is open", async () => {
    const { clock, server, outcome } = begin();
    serve(server);
    await clock.settle();
    server.endWatch();
    server.conditions(namesAccepted, established);
    await clock.advance(1_000);
    expect((await outcome).value?.status?.conditions).toEqual([namesAccepted, established]);
  });

  it.each([410, 500])("begins again after an ERROR frame %d", async (code) => {
    const { clock, server, outcome } = begin();
    serve(server);
    await clock.settle();
    server.failWatch(code);
    await clock.advance(1_000);
    server.conditions(established);
    expect((await outcome).value).toBeDefined();
  });

  it("tries again what fails on the way", async () => {
    const { clock, server, outcome } = begin();
    serve(server);
    await clock.settle();
    server.endWatch();
    const refused = { message: "refused", code: "ECONNREFUSED", host: "https://test" };
    server.failures.push(500, new ConnectionError(refused), 429);
    await clock.advance(3_000);
    expect(server.isWatched).toBe(false);
    await clock.advance(1_000);
    server.conditions(established);
    expect((await outcome).value).toBeDefined();
  });

  it("fails when there is no such definition", async () => {
    const server = new DefinitionServer();
    server.definition = undefined;
    const { outcome, clock } = begin({}, server);
    expect((await outcome).error).toMatchObject({ name: "ApiError", reason: "NotFound" });
    expect(clock.timers).toEqual([]);
  });

  it("fails when the definition may not be read any more", async () => {
    const server = new DefinitionServer();
    const { outcome, clock } = begin({}, server);
    await clock.settle();
    server.endWatch();
    server.failures.push(403);
    await clock.advance(1_000);
    expect((await outcome).error).toMatchObject({ name: "ApiError", reason: "Forbidden" });
  });

  it("fails with the conditions when the names are another definition's", async () => {
    const { clock, server, outcome } = begin();
    await clock.settle();
    server.conditions(namesConflict, notAccepted);
    await clock.advance(1_000);
    const error = await errorOf(outcome);
    expect(error.reason).toBe("NamesNotAccepted");
    expect(error.definition).toBe(name);
    expect(error.conditions).toEqual([namesConflict, notAccepted]);
    expect(error.message).toBe(
      "CustomResourceDefinition databases.example.com has names that are not accepted; conditions: " +
        'NamesAccepted=False (ListKindConflict: "DatabaseList" is already in use), ' +
        "Established=False (NotAccepted: not all names are accepted)",
    );
  });

  it("gives names that have just been changed a moment to be accepted", async () => {
    const server = new DefinitionServer();
    server.conditions(namesConflict, established);
    serve(server);
    const { clock, outcome, isSettled } = begin({}, server);
    await clock.advance(900);
    expect(isSettled()).toBe(false);
    server.conditions(namesAccepted, established);
    await clock.advance(1_000);
    expect((await outcome).value).toBeDefined();
  });

  it("fails with the conditions when the time is up", async () => {
    const { clock, server, outcome, isSettled } = begin({ timeoutMs: 30_000 });
    await clock.settle();
    server.conditions(namesAccepted, {
      type: "Established",
      status: "False",
      reason: "Installing",
    });
    await clock.advance(29_999);
    expect(isSettled()).toBe(false);
    await clock.advance(1);
    const error = await errorOf(outcome);
    expect(error.reason).toBe("Timeout");
    expect(error.message).toBe(
      "CustomResourceDefinition databases.example.com is not established after 30 s; conditions: " +
        "NamesAccepted=True (NoConflicts: no conflicts found), Established=False (Installing)",
    );
    expect(clock.timers).toEqual([]);
  });

  it("refuses a time that is no number", async () => {
    const { outcome } = begin({ timeoutMs: Number.NaN });
    const { error } = await outcome;
    expect(String(error)).toBe(
      "RangeError: waitForEstablished: timeoutMs must be 0 or more, not NaN",
    );
  });

  it("gives up after a minute unless told otherwise, and says what went wrong last", async () => {
    const { clock, server, outcome } = begin();
    await clock.settle();
    server.failWatch(500);
    await clock.advance(60_000);
    const error = await errorOf(outcome);
    expect(error.message).toContain("is not established after 60 s; it has no conditions");
    expect(error.cause).toMatchObject({ name: "ApiError", reason: "InternalError" });
  });

  it("says that an established definition is missing in discovery", async () => {
    const server = new DefinitionServer();
    server.conditions(established);
    const { clock, outcome } = begin({ timeoutMs: 1_500 }, server);
    await clock.advance(1_500);
    const error = await errorOf(outcome);
    expect(error.reason).toBe("Timeout");
    expect(error.message).toContain("is established, but not in discovery, after 1.5 s");
  });

  it("fails when the definition is deleted while it is watched", async () => {
    const { clock, server, outcome } = begin();
    await clock.settle();
    server.conditions(namesAccepted);
    server.delete();
    const error = await errorOf(outcome);
    expect(error.reason).toBe("Deleted");
    expect(error.conditions).toEqual([namesAccepted]);
  });

  it("fails when the definition is deleted, or replaced, while no watch is open", async () => {
    for (const next of [
      undefined,
      { ...definition(), metadata: { ...definition().metadata, uid: "2" } },
    ]) {
      const { clock, server, outcome } = begin();
      await clock.settle();
      server.endWatch();
      server.definition = next;
      await clock.advance(1_000);
      expect((await errorOf(outcome)).reason).toBe("Deleted");
    }
  });

  it("fails when the definition is being deleted, established or not", async () => {
    const server = new DefinitionServer();
    serve(server);
    const metadata = { ...definition().metadata, deletionTimestamp: "2026-01-01T00:00:00Z" };
    server.change({ metadata, status: { conditions: [established] } });
    expect((await errorOf(begin({}, server).outcome)).reason).toBe("Deleted");
  });

  it("fails when the definition is deleted while discovery lags behind", async () => {
    const server = new DefinitionServer();
    server.conditions(established);
    const { clock, outcome } = begin({}, server);
    await clock.settle();
    server.delete();
    await clock.advance(100);
    expect((await errorOf(outcome)).reason).toBe("Deleted");
  });

  it("fails with the conditions when the time of the signal is up", async () => {
    const controller = new AbortController();
    const { clock, server, outcome } = begin({ signal: controller.signal });
    await clock.settle();
    server.conditions(namesAccepted);
    await clock.advance(1_500);
    // What AbortSignal.timeout does, without the machine's time.
    const reason = new DOMException("The operation was aborted due to timeout", "TimeoutError");
    controller.abort(reason);
    const error = await errorOf(outcome);
    expect(error).toMatchObject({ reason: "Timeout", conditions: [namesAccepted], cause: reason });
    expect(error.message).toContain("is not established after 1.5 s; conditions: NamesAccepted");
  });

  it("ends with the signal's reason", async () => {
    const reason = new Error("enough");
    const controller = new AbortController();
    const watching = begin({ signal: controller.signal });
    await watching.clock.settle();
    controller.abort(reason);
    expect((await watching.outcome).error).toBe(reason);
    expect(watching.clock.timers).toEqual([]);

    const { outcome, server } = begin({ signal: AbortSignal.abort(reason) });
    expect((await outcome).error).toBe(reason);
    expect(server.log).toEqual([]);
  });
});
