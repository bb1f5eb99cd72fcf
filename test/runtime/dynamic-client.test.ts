import {
  DynamicClient,
  type DynamicResourceClient,
  InvalidRequestError,
  isConflict,
  isNotFound,
  MetadataClient,
  type PartialObjectMetadata,
  type Patch,
  RestClient,
  type RestConfig,
  retryOnConflict,
  type Transport,
  type Unstructured,
  type WatchEvent,
} from "crd-runtime";
import type { EmbeddedApiServer } from "crd-testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { widget, widgetServer, widgets } from "./widgets.js";

let api: EmbeddedApiServer;
let inOne: DynamicResourceClient;

beforeEach(async () => {
  api = await widgetServer();
  inOne = DynamicClient.forConfig(api.config).resource(widgets).namespace("one");
});

afterEach(async () => {
  await api.stop();
});

/** Reads so many events, and closes the watch. */
async function take<E>(input: {
  readonly events: AsyncIterable<E>;
  readonly count: number;
}): Promise<E[]> {
  const taken: E[] = [];
  for await (const event of input.events) {
    taken.push(event);
    if (taken.length === input.count) break;
  }
  return taken;
}

describe("a dynamic client", () => {
  // client-go: TestGet, TestGetDecoding
  it("creates, reads, replaces and deletes objects of a kind that it does not know", async () => {
    const created = await inOne.create(widget({ name: "a" }));
    expect(created).toMatchObject({ kind: "Widget", spec: { replicas: 1 } });
    expect(await inOne.get("a")).toEqual(created);
    const updated = await inOne.update({ ...created, spec: { replicas: 2 } });
    expect(updated["spec"]).toEqual({ replicas: 2 });
    const status = { replicas: 2, phase: "Ready" };
    expect((await inOne.updateStatus({ ...updated, status }))["status"]).toEqual(status);
    await inOne.delete("a");
    await expect(inOne.get("a")).rejects.toSatisfy(isNotFound);
  });

  // client-go: TestList, TestListDecoding, Test_ListKind, TestListWithNoScheme
  it("lists one namespace, or all of them", async () => {
    const everywhere = DynamicClient.forConfig(api.config).resource(widgets);
    await inOne.create(widget({ name: "a", labels: { tier: "db" } }));
    await inOne.create(widget({ name: "b" }));
    await everywhere.namespace("two").create(widget({ name: "c" }));
    const names = (list: { readonly items: readonly Unstructured[] }): unknown[] =>
      list.items.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`);
    const one = await inOne.list();
    expect(one).toMatchObject({ apiVersion: "example.com/v1", kind: "WidgetList" });
    expect(names(one)).toEqual(["Widget one/a", "Widget one/b"]);
    expect(names(await everywhere.list())).toHaveLength(3);
    expect(names(await inOne.list({ labelSelector: "tier=db" }))).toEqual(["Widget one/a"]);
    await inOne.deleteCollection();
    expect(names(await everywhere.list())).toEqual(["Widget two/c"]);
  });

  it("names the kind of items where a list of a built-in kind does not", async () => {
    const configMaps = { group: "", version: "v1", resource: "configmaps" };
    const client = DynamicClient.forConfig(api.config).resource(configMaps).namespace("one");
    await client.create({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } });
    const { kind, items } = await client.list();
    expect([kind, items[0]?.apiVersion, items[0]?.kind]).toEqual([
      "ConfigMapList",
      "v1",
      "ConfigMap",
    ]);
  });

  // client-go: TestPatch
  it.each<{ patch: Patch; subresource?: string; spec: unknown }>([
    { patch: { type: "merge", body: { spec: { size: "l" } } }, spec: { replicas: 1, size: "l" } },
    {
      patch: { type: "json", body: [{ op: "replace", path: "/spec/replicas", value: 5 }] },
      spec: { replicas: 5 },
    },
    {
      patch: { type: "merge", body: { spec: { replicas: 7 } }, subresource: "status" },
      spec: { replicas: 1 },
    },
  ])("patches: $patch.type $patch.subresource", async ({ patch, spec }) => {
    await inOne.create(widget({ name: "a" }));
    expect((await inOne.patch("a", patch))["spec"]).toEqual(spec);
    await expect(inOne.patch("nobody", patch)).rejects.toSatisfy(isNotFound);
  });

  it("watches", async () => {
    const created = await inOne.create(widget({ name: "a" }));
    const { resourceVersion } = created.metadata;
    const events = inOne.watch({ resourceVersion });
    const taken = take({ events, count: 2 });
    await inOne.update({ ...created, spec: { replicas: 2 } });
    await inOne.delete("a");
    expect(
      (await taken).map(({ type, object }) => [type, "kind" in object && object.kind]),
    ).toEqual([
      ["MODIFIED", "Widget"],
      ["DELETED", "Widget"],
    ]);
  });

  it("applies, and tells of conflicts", async () => {
    const spec = { replicas: 3 };
    const applied = { apiVersion: "example.com/v1", kind: "Widget", metadata: { name: "a" }, spec };
    await inOne.apply(applied, { fieldManager: "mine" });
    const other = { ...applied, spec: { replicas: 4 } };
    await expect(inOne.apply(other, { fieldManager: "yours" })).rejects.toSatisfy(isConflict);
    const forced = await inOne.apply(other, { fieldManager: "yours", force: true });
    expect(forced["spec"]).toEqual({ replicas: 4 });
    const status = { phase: "Ready" };
    const reported = await inOne.applyStatus(
      { ...applied, spec: {}, status },
      { fieldManager: "mine" },
    );
    expect([reported["spec"], reported["status"]]).toEqual([{ replicas: 4 }, status]);
  });

  it("scales", async () => {
    await inOne.create(widget({ name: "a", replicas: 2 }));
    const scale = await inOne.getScale("a");
    expect(scale).toMatchObject({
      apiVersion: "autoscaling/v1",
      kind: "Scale",
      spec: { replicas: 2 },
    });
    const scaled = await inOne.updateScale("a", { ...scale, spec: { replicas: 6 } });
    expect(scaled.spec).toEqual({ replicas: 6 });
    expect((await inOne.get("a"))["spec"]).toEqual({ replicas: 6 });
    const stale = inOne.updateScale("a", { ...scale, spec: { replicas: 7 } });
    await expect(stale).rejects.toSatisfy(isConflict);
  });

  it("needs to be told the kind of what it sends", async () => {
    await expect(inOne.create({ metadata: { name: "a" } })).rejects.toThrow(InvalidRequestError);
  });

  it("settles conflicts of many writers by reading again", async () => {
    await inOne.create(widget({ name: "a", replicas: 0 }));
    const add = async (): Promise<void> => {
      const read = await inOne.get("a");
      const { replicas } = (await inOne.getScale("a")).spec ?? {};
      await inOne.update({ ...read, spec: { replicas: (replicas ?? 0) + 1 } });
    };
    const backoff = { steps: 20, initialMs: 1, factor: 1, jitter: 1 };
    await Promise.all(Array.from({ length: 8 }, () => retryOnConflict(add, { backoff })));
    expect((await inOne.get("a"))["spec"]).toEqual({ replicas: 8 });
  });
});

describe("a metadata client", () => {
  const partial = { apiVersion: "meta.k8s.io/v1", kind: "PartialObjectMetadata" };

  /** The server as it is, and as one that answers with whole objects. */
  const configs: readonly (readonly [string, () => RestConfig])[] = [
    ["that leaves the rest out", () => api.config],
    ["that does not", () => ({ ...api.config, transport: wholeObjects(api.config.transport) })],
  ];

  // client-go: metadata fake: TestList
  // client-go: metadata fake: TestPatch
  it.each(configs)("reads type and metadata from a server %s", async (_, config) => {
    const metadata = MetadataClient.forConfig(config()).resource(widgets);
    const created = await inOne.create(widget({ name: "a", labels: { tier: "db" } }));
    const only = { ...partial, metadata: created.metadata };
    const inNamespace = metadata.namespace("one");
    expect(await inNamespace.get("a")).toEqual(only);
    const list = await metadata.list();
    expect(list).toMatchObject({
      apiVersion: partial.apiVersion,
      kind: "PartialObjectMetadataList",
    });
    expect(list.items).toEqual([only]);
    const labels = { tier: "web" };
    const patched = await inNamespace.patch("a", { type: "merge", body: { metadata: { labels } } });
    expect(patched).toEqual({ ...partial, metadata: { ...patched.metadata, labels } });
    const { resourceVersion } = created.metadata;
    const events = await take({ events: metadata.watch({ resourceVersion }), count: 1 });
    expect(events).toEqual<WatchEvent<PartialObjectMetadata>[]>([
      { type: "MODIFIED", object: patched },
    ]);
    await inNamespace.delete("a");
    expect((await metadata.list()).items).toEqual([]);
  });
});

function wholeObjects(transport: Transport | undefined): Transport {
  if (transport === undefined) throw new TypeError("the embedded server has a transport");
  return {
    send: (request) =>
      transport.send({ ...request, headers: { ...request.headers, accept: "application/json" } }),
  };
}

it("impersonates", async () => {
  const impersonate = {
    userName: "jane",
    groups: ["system:masters"],
    uid: "7",
    extra: { a: ["b"] },
  };
  await using door = await api.listen();
  const { transport: _, ...config } = { ...api.config, host: door.url };
  const user = api.addUser({ name: "root", groups: ["system:masters"] });
  const rest = RestClient.forConfig({
    ...config,
    bearerToken: user.token,
    tlsClientConfig: { insecure: true },
    impersonate,
  });
  const review = {
    method: "POST",
    path: "/apis/authentication.k8s.io/v1/selfsubjectreviews",
    body: { apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" },
  } as const;
  const { status } = (await rest.request(review)) as { status: { userInfo: unknown } };
  rest.close();
  expect(status.userInfo).toMatchObject({ username: "jane", uid: "7", extra: { a: ["b"] } });
});
