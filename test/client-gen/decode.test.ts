import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ClientOptions,
  DecodeError,
  type DeepReadonly,
  isDecodeError,
  type KubernetesList,
  type KubernetesObject,
  type Persisted,
  Reflector,
  type ReflectorFailure,
  type ResourceClient,
  RestClient,
  type RestConfig,
  Store,
  type WatchEvent,
} from "crd-runtime";
import { Fake } from "crd-testing";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { goldenCases, inputOf, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

interface Database extends KubernetesObject {
  spec: { engine: string; replicas?: number; ports?: Record<string, number>; more?: string };
  status?: { phase?: string };
}

type Client = ResourceClient<Database, KubernetesList<Database>>;

interface Clients {
  exampleV1(): { databases(namespace?: string): Client };
}

interface NewClientset {
  new (rest: RestClient, options?: ClientOptions): Clients;
  forConfig(config: RestConfig, options?: ClientOptions): Clients;
}

const folder = mkdtempSync(join(tmpdir(), "decode-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function load(input: {
  readonly folder: string;
  readonly leftOut?: RegExp;
}): Promise<NewClientset> {
  const { folder, leftOut } = input;
  const golden = goldenCases().find(
    ({ generator, name }) => generator === "client-gen" && name === "decode",
  );
  if (golden === undefined) throw new Error("there is no golden case decode");
  const project = inputOf(golden);
  const { files } = await runProject({ project });
  const tree = [...project, ...files].filter(([path]) => leftOut?.test(path) !== true);
  writeTree({ folder, tree: new Map(tree) });
  const module: { readonly Clientset: NewClientset } = await import(
    /* @vite-ignore */ join(folder, "src/client/clientset/clientset.ts")
  );
  return module.Clientset;
}

const Clientset = await load({ folder: join(folder, "whole") });
const fakes: Fake[] = [];
afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake[Symbol.asyncDispose]();
});

/** A server that takes objects of any content; clients that check what it sends, and some that do not. */
async function start(): Promise<{
  readonly checked: Client;
  readonly all: Client;
  readonly plain: Client;
}> {
  const names = { group: "example.com", version: "v1", kind: "Database", resource: "databases" };
  const fake = await Fake.start({ resources: [{ ...names, namespaced: true, status: true }] });
  fakes.push(fake);
  const rest = RestClient.forConfig(fake.config);
  const validating = new Clientset(rest, { decode: "validate" }).exampleV1();
  return {
    checked: validating.databases("default"),
    all: validating.databases(),
    plain: new Clientset(rest).exampleV1().databases("default"),
  };
}

function database(name: string, spec: Partial<Database["spec"]> = {}): Database {
  return { metadata: { name, namespace: "default" }, spec: { engine: "postgres", ...spec } };
}

const wrong = { engine: "s3cret", replicas: 0, ports: { "my.port": 1.5 } };

const message =
  "Database default/wrong of example.com/v1 is not what its schema says: " +
  'spec.engine: Invalid option: expected one of "postgres"|"mysql"; ' +
  "spec.replicas: Too small: expected number to be >=1; " +
  "spec.ports[my.port]: Invalid input: expected int32";

async function errorOf(call: Promise<unknown>): Promise<DecodeError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isDecodeError(error)) throw new Error(`no DecodeError: ${String(error)}`);
  return error;
}

describe('a client with decode: "validate"', () => {
  it("names the object and the fields, and never what is in them", async () => {
    const { checked, plain } = await start();
    const { metadata } = await plain.create(database("wrong", wrong));
    const error = await errorOf(checked.get("wrong"));
    expect(error.message).toBe(message);
    expect(error).toMatchObject({
      name: "DecodeError",
      apiVersion: "example.com/v1",
      kind: "Database",
      namespace: "default",
      objectName: "wrong",
      resourceVersion: metadata.resourceVersion,
    });
    expect(error.problems.map(({ field }) => field)).toEqual([
      "spec.engine",
      "spec.replicas",
      "spec.ports[my.port]",
    ]);
    expect(JSON.stringify([error.message, error.problems, error.cause])).not.toContain("s3cret");
  });

  it("gives back right objects as they were sent, with members that the type does not know", async () => {
    const { checked, plain } = await start();
    await plain.create(database("orders", { more: "kept" }));
    expect((await checked.get("orders")).spec).toEqual({ engine: "postgres", more: "kept" });
    expect((await checked.list()).items.map(({ spec }) => spec.more)).toEqual(["kept"]);
  });

  it("looks at all entries of a map", async () => {
    const { checked, plain } = await start();
    const ports: Record<string, number> = JSON.parse('{"__proto__": 1.5, "constructor": 80}');
    await plain.create(database("wrong", { ports }));
    expect((await errorOf(checked.get("wrong"))).message).toMatch(
      / spec\.ports\.__proto__: Invalid input: expected int32$/,
    );
    const right: Record<string, number> = JSON.parse('{"__proto__": 1}');
    await plain.create(database("right", { ports: right }));
    expect(JSON.stringify((await checked.get("right")).spec.ports)).toBe('{"__proto__":1}');
  });

  it("is made of a configuration, too", async () => {
    const { plain } = await start();
    await plain.create(database("wrong", wrong));
    const config = fakes[0]?.config;
    if (config === undefined) throw new Error("there is no server");
    const ofConfig = Clientset.forConfig(config, { decode: "validate" }).exampleV1();
    await errorOf(ofConfig.databases("default").get("wrong"));
    const unchecked = Clientset.forConfig(config).exampleV1();
    expect((await unchecked.databases("default").get("wrong")).spec).toEqual(wrong);
  });

  it("checks the answer of every verb", async () => {
    const { checked, plain } = await start();
    const created = await plain.create(database("wrong", wrong));
    const asIs = database("wrong", wrong);
    const calls: Readonly<Record<string, () => Promise<unknown>>> = {
      create: () => checked.create(database("wrong-too", wrong)),
      get: () => checked.get("wrong"),
      list: () => checked.list(),
      update: () => checked.update({ ...created, spec: wrong }),
      updateStatus: () => checked.updateStatus({ ...created, status: { phase: "Ready" } }),
      patch: () => checked.patch("wrong", { type: "merge", body: { spec: { more: "a" } } }),
      apply: () =>
        checked.apply(
          { ...asIs, metadata: { name: "wrong" } },
          { fieldManager: "test", force: true },
        ),
      applyStatus: () =>
        checked.applyStatus(
          { metadata: { name: "wrong" }, status: { phase: "Ready" } },
          { fieldManager: "test", force: true },
        ),
    };
    for (const [verb, call] of Object.entries(calls)) {
      expect((await errorOf(call())).objectName, verb).toMatch(/^wrong/);
    }
  });

  it("ends a watch with the error, behind which another one goes on", async () => {
    const { checked, plain } = await start();
    const { metadata } = await plain.list();
    await plain.create(database("first"));
    await plain.create(database("wrong", wrong));
    await plain.create(database("last"));
    const seen: string[] = [];
    const follow = async (resourceVersion: string, until: string): Promise<void> => {
      for await (const { type, object } of checked.watch({ resourceVersion })) {
        if (type === "BOOKMARK") continue;
        seen.push(object.metadata.name);
        if (object.metadata.name === until) return;
      }
    };
    const error = await errorOf(follow(metadata.resourceVersion ?? "", "last"));
    expect(error.message).toBe(message);
    expect(seen).toEqual(["first"]);
    await follow(error.resourceVersion, "last");
    expect(seen).toEqual(["first", "last"]);
  });

  it("leaves wrong objects out where somebody listens, but never a deletion", async () => {
    const { all, plain } = await start();
    const { metadata } = await plain.list();
    await plain.create(database("wrong", wrong));
    await plain.create(database("right"));
    await plain.delete("wrong");
    const told: string[] = [];
    const onInvalid = (error: DecodeError): void => void told.push(error.objectName);
    const list = await all.list({ onInvalid });
    expect(list.items.map((item) => item.metadata.name)).toEqual(["right"]);
    const events: string[] = [];
    const watch: AsyncIterable<WatchEvent<Persisted<Database>>> = all.watch({
      resourceVersion: metadata.resourceVersion,
      onInvalid,
    });
    for await (const event of watch) {
      if (event.type === "BOOKMARK") continue;
      events.push(`${event.type} ${event.object.metadata.name}`);
      if (event.type === "DELETED") break;
    }
    expect(events).toEqual(["ADDED right", "DELETED wrong"]);
    expect(told).toEqual(["wrong", "wrong"]);
  });

  for (const watchList of [false, true]) {
    it(`keeps informers running: they report and go on without the object, ${watchList ? "streamed" : "listed"}`, async () => {
      const { checked, plain } = await start();
      await plain.create(database("wrong", wrong));
      await plain.create(database("right"));
      const store = new Store<Persisted<Database>>();
      const failures: ReflectorFailure[] = [];
      const controller = new AbortController();
      const done = new Reflector({
        listerWatcher: checked,
        store,
        watchList,
        onFailure: (failure) => void failures.push(failure),
      }).run(controller.signal);
      const keys = (): readonly string[] => store.list().map(nameOf).sort();
      await vi.waitFor(() => expect(keys()).toEqual(["right"]));
      await plain.create(database("wrong-too", wrong));
      await plain.create(database("later"));
      await vi.waitFor(() => expect(keys()).toEqual(["later", "right"]));
      controller.abort();
      await done;
      expect(
        failures.map(({ error, level, reaction }) => [nameIn(error), level, reaction]),
      ).toEqual([
        ["wrong", "error", "goes on without the object"],
        ["wrong-too", "error", "goes on without the object"],
      ]);
    });
  }
});

function nameOf(object: DeepReadonly<Database>): string {
  return object.metadata.name ?? "";
}

function nameIn(error: Error): string {
  return error instanceof DecodeError ? error.objectName : String(error);
}

it("a client without the option takes what it gets, and loads no schema", async () => {
  const { plain } = await start();
  await plain.create(database("wrong", wrong));
  const without = await load({ folder: join(folder, "without"), leftOut: /schemas\.ts$/ });
  const rest = plain.rest;
  const client = new without(rest).exampleV1().databases("default");
  expect((await client.get("wrong")).spec).toEqual(wrong);
  expect((await client.list()).items).toHaveLength(1);
  const validating = new without(rest, { decode: "validate" }).exampleV1().databases("default");
  await expect(validating.get("wrong")).rejects.toThrow("zz_generated.schemas");
});
