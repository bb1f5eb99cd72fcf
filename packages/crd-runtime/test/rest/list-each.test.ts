import { describe, expect, it } from "vitest";
import { Reflector, Store } from "../../src/cache/index.js";
import type { KubernetesListLike, KubernetesObject } from "../../src/meta/index.js";
import { ResourceClient, type ResourceClientOptions, RestClient } from "../../src/rest/index.js";
import { MemoryTransport } from "./memory-transport.js";

type Things = KubernetesListLike<KubernetesObject>;

const thing = (name: string, text = ""): object => ({ metadata: { name, labels: { text } } });

/** One that is decoded in one piece, and one that is decoded as it arrives. */
const sizes = [10, 400_000];

function clientOf(input: {
  readonly body: unknown;
  readonly options?: Partial<ResourceClientOptions>;
}): ResourceClient<KubernetesObject, Things> {
  const transport = new MemoryTransport([{ body: input.body }]);
  return new ResourceClient<KubernetesObject, Things>({
    rest: RestClient.forConfig({ host: "https://test", transport }),
    ...{ group: "example.com", version: "v1", resource: "things", kind: "Thing" },
    namespaced: true,
    ...input.options,
  });
}

describe.each(sizes)("a list whose objects are taken one by one, of %i bytes", (size) => {
  const items = [thing("a"), thing("b", "x".repeat(size)), thing("c")];
  const body = { metadata: { resourceVersion: "9", continue: "next" }, items };

  it("holds what was made of each, once, in the order of the server", async () => {
    const seen: KubernetesObject[] = [];
    const list = await clientOf({ body }).listEach?.({
      options: {},
      each: (object) => {
        seen.push(object);
        return object.metadata.name === "b"
          ? undefined
          : Object.freeze({ was: object.metadata.name });
      },
    });
    expect(seen.map(({ apiVersion, kind, metadata }) => [apiVersion, kind, metadata.name])).toEqual(
      ["a", "b", "c"].map((name) => ["example.com/v1", "Thing", name]),
    );
    expect(list?.items).toEqual([{ was: "a" }, { was: "c" }]);
    expect(list?.metadata).toEqual({ resourceVersion: "9", continue: "next" });
  });

  it("fails with what is thrown for an object, as it is", async () => {
    const failure = new SyntaxError("ours");
    const failing = clientOf({ body }).listEach?.({
      options: {},
      each: () => {
        throw failure;
      },
    });
    await expect(failing).rejects.toBe(failure);
  });

  it("refuses an item that is no object before it is taken", async () => {
    const wrong = { ...body, items: [items[1], { spec: {} }] };
    const taken: unknown[] = [];
    const failing = clientOf({ body: wrong }).listEach?.({
      options: {},
      each: (object) => taken.push(object),
    });
    await expect(failing).rejects.toThrow("has an item that is no object");
    expect(taken).toHaveLength(1);
  });

  it("is what a reflector asks for, which transforms each object once", async () => {
    const store = new Store<KubernetesObject>();
    const transformed: (string | undefined)[] = [];
    const stop = new AbortController();
    const client = clientOf({ body: { ...body, metadata: { resourceVersion: "9" } } });
    const running = new Reflector<KubernetesObject>({
      listerWatcher: {
        list: () => Promise.reject(new Error("the whole list was asked for")),
        listEach: client.listEach,
        watch: () => {
          stop.abort();
          return (async function* () {})();
        },
      },
      store,
      watchList: false,
      transform: (object) => {
        transformed.push(object.metadata.name);
        return { ...object, metadata: { name: `${object.metadata.name}-kept` } };
      },
      onFailure: ({ error }) => {
        throw error;
      },
    }).run(stop.signal);
    await running;
    expect(transformed).toEqual(["a", "b", "c"]);
    expect(store.listKeys()).toEqual(["a-kept", "b-kept", "c-kept"]);
    expect(store.resourceVersion).toBe("9");
  });
});

describe("a client", () => {
  const body = { metadata: {}, items: [] };

  it.each<[string, Partial<ResourceClientOptions>]>([
    ["of an unknown kind", { kind: "" }],
    ["of metadata alone", { metadataOnly: true }],
  ])("%s does not offer it: the items need the rest of the list", (_, options) => {
    expect(clientOf({ body, options }).listEach).toBeUndefined();
  });

  it("whose list was overridden does not offer it, so that nothing goes around the override", () => {
    class Filtered extends ResourceClient<KubernetesObject, Things> {
      override async list(): ReturnType<ResourceClient<KubernetesObject, Things>["list"]> {
        return { apiVersion: "v1", kind: "PodList", metadata: { resourceVersion: "1" }, items: [] };
      }
    }
    const { rest } = clientOf({ body });
    const reference = { rest, group: "", version: "v1", resource: "pods", kind: "Pod" };
    expect(new Filtered({ ...reference, namespaced: true }).listEach).toBeUndefined();
  });
});
