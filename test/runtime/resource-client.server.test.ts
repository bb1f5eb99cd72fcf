import {
  type ApiError,
  ConnectionError,
  InvalidRequestError,
  isAlreadyExists,
  isConflict,
  isForbidden,
  isInvalid,
  isNotFound,
  isUnauthorized,
  type Persisted,
  RestClient,
  type RestConfig,
  type WatchEvent,
} from "crd-runtime";
import { expect, it } from "vitest";
import { createAuthority } from "../../packages/crd-testing/src/envtest/certificates.js";
import { freePort } from "../../packages/crd-testing/src/envtest/free-port.js";
import { describeOnServer } from "../controlplane/fixture.js";
import {
  adminConfig,
  type ConfigMap,
  clientOf,
  configMapsIn,
  namespaceKind,
  restClient,
} from "./server.js";

/** What a call throws. */
async function thrown(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (value) => expect.unreachable(`no error but ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
}

describeOnServer("ResourceClient", (server) => {
  const rest = restClient(server);
  const client = configMapsIn({ rest, namespace: "resource-client" });
  const create = (name: string, labels?: Record<string, string>): Promise<Persisted<ConfigMap>> =>
    client.create({ metadata: { name, ...(labels && { labels }) }, data: { key: "value" } });

  it("creates, reads, replaces, patches and deletes", async () => {
    const created = await create("cycle");
    expect(created).toMatchObject({ apiVersion: "v1", kind: "ConfigMap", data: { key: "value" } });
    const updated = await client.update({ ...created, data: { key: "other" } });
    expect(updated.metadata.uid).toBe(created.metadata.uid);
    expect(updated.metadata.resourceVersion).not.toBe(created.metadata.resourceVersion);
    expect(await client.get("cycle")).toEqual(updated);
    expect(isConflict(await thrown(client.update({ ...created, data: {} })))).toBe(true);
    expect(isAlreadyExists(await thrown(create("cycle")))).toBe(true);
    await client.delete("cycle", { preconditions: { uid: created.metadata.uid } });
    expect(isNotFound(await thrown(client.get("cycle")))).toBe(true);
    expect(isNotFound(await thrown(client.delete("cycle")))).toBe(true);
  });

  it.each([
    { type: "merge", body: { data: { key: null, merged: "1" } }, data: { merged: "1" } },
    {
      type: "json",
      body: [{ op: "replace", path: "/data/key", value: "2" }],
      data: { key: "2" },
    },
    {
      type: "strategic",
      body: { data: { strategic: "3" } },
      data: { key: "value", strategic: "3" },
    },
  ] as const)("patches by $type", async ({ type, body, data }) => {
    await create(`patch-${type}`);
    expect((await client.patch(`patch-${type}`, { type, body })).data).toEqual(data);
  });

  it("applies on the server: takes over with force, and conflicts without", async () => {
    const apply = (fieldManager: string, value: string, force: boolean) =>
      client.patch(
        "applied",
        { type: "apply", body: { metadata: { name: "applied" }, data: { key: value } } },
        { fieldManager, force },
      );
    expect((await apply("one", "1", false)).data).toEqual({ key: "1" });
    const conflict = await thrown(apply("two", "2", false));
    expect(isConflict(conflict)).toBe(true);
    expect((conflict as ApiError).message).toContain("one");
    expect((await apply("two", "2", true)).data).toEqual({ key: "2" });
  });

  it("stores nothing in a dry run", async () => {
    const object = { metadata: { name: "dry" } };
    expect((await client.create(object, { dryRun: ["All"] })).metadata.name).toBe("dry");
    expect(isNotFound(await thrown(client.get("dry")))).toBe(true);
  });

  it("lists by selector and page by page", async () => {
    for (const name of ["page-a", "page-b", "page-c"]) await create(name, { set: "pages" });
    const options = { labelSelector: "set=pages", limit: 2 };
    const first = await client.list(options);
    expect(first.items.map(({ metadata }) => metadata.name)).toEqual(["page-a", "page-b"]);
    expect(first).toMatchObject({ apiVersion: "v1", kind: "ConfigMapList" });
    expect(first.items[0]).toMatchObject({ apiVersion: "v1", kind: "ConfigMap" });
    const rest = await client.list({ ...options, continue: first.metadata.continue });
    expect(rest.items.map(({ metadata }) => metadata.name)).toEqual(["page-c"]);
    expect(rest.metadata.continue ?? "").toBe("");
    const one = await client.list({ fieldSelector: "metadata.name=page-b" });
    expect(one.items).toHaveLength(1);
  });

  it("deletes what a selector matches and nothing else", async () => {
    await create("gone-a", { set: "gone" });
    await create("gone-b", { set: "gone" });
    await create("stays", { set: "stays" });
    await client.deleteCollection({ labelSelector: "set=gone" });
    expect((await client.list({ labelSelector: "set=gone" })).items).toEqual([]);
    expect((await client.get("stays")).metadata.name).toBe("stays");
  });

  it("sends no request that would mean a whole collection", async () => {
    await create("precious");
    for (const name of ["", ".", "..", "a/b", "a%2fb"]) {
      expect(await thrown(client.delete(name))).toBeInstanceOf(InvalidRequestError);
      expect(await thrown(client.get(name))).toBeInstanceOf(InvalidRequestError);
    }
    expect((await client.get("precious")).metadata.name).toBe("precious");
  });

  it("keeps preconditions of a deletion, and the connection works after it", async () => {
    const { metadata } = await create("guarded");
    const wrong = client.delete("guarded", { preconditions: { uid: "another" } });
    expect(isConflict(await thrown(wrong))).toBe(true);
    const stale = client.delete("guarded", { preconditions: { resourceVersion: "1" } });
    expect(isConflict(await thrown(stale))).toBe(true);
    expect((await client.get("guarded")).metadata.uid).toBe(metadata.uid);
  });

  it("names the fields that the server refuses", async () => {
    const error = await thrown(
      client.create({ metadata: { name: "invalid" }, data: { "not a key": "" } }),
    );
    expect(isInvalid(error)).toBe(true);
    expect((error as ApiError).status.details?.causes?.[0]?.field).toContain("data");
  });

  it("takes an unknown group for not found, and hints at the missing CRD", async () => {
    const unknown = clientOf({
      rest,
      group: "nowhere.example.com",
      version: "v1",
      resource: "things",
      kind: "Thing",
      namespaced: true,
      namespace: "default",
    });
    const error = await thrown(unknown.list());
    expect(isNotFound(error)).toBe(true);
    expect((error as ApiError).message).toContain("is its CustomResourceDefinition installed");
  });
});

describeOnServer("watch", (server) => {
  const rest = restClient(server);
  const client = configMapsIn({ rest, namespace: "resource-client-watch" });

  async function take(input: {
    readonly events: AsyncIterable<WatchEvent<Persisted<ConfigMap>>>;
    readonly count: number;
  }): Promise<readonly string[]> {
    const taken: string[] = [];
    for await (const event of input.events) {
      const name = event.type === "BOOKMARK" ? "" : ` ${event.object.metadata.name}`;
      if (taken.push(`${event.type}${name}`) === input.count) break;
    }
    return taken;
  }

  it("delivers what happens after a list, in order", async () => {
    const { metadata } = await client.list();
    const events = client.watch({ resourceVersion: metadata.resourceVersion });
    const taking = take({ events, count: 3 });
    const created = await client.create({ metadata: { name: "watched" } });
    await client.update({ ...created, data: { key: "value" } });
    await client.delete("watched");
    expect(await taking).toEqual(["ADDED watched", "MODIFIED watched", "DELETED watched"]);
  });

  it("begins with the existing objects where asked to, and marks their end", async () => {
    await client.create({ metadata: { name: "existing" } });
    const events = client.watch({
      sendInitialEvents: true,
      resourceVersionMatch: "NotOlderThan",
      allowWatchBookmarks: true,
      fieldSelector: "metadata.name=existing",
    });
    expect(await take({ events, count: 2 })).toEqual(["ADDED existing", "BOOKMARK"]);
  });

  it("ends when it is aborted, with the reason", async () => {
    const stop = new AbortController();
    const taking = take({ events: client.watch({ signal: stop.signal }), count: 1000 });
    await client.create({ metadata: { name: "before-abort" } });
    stop.abort(new Error("enough"));
    expect(await thrown(taking)).toMatchObject({ message: "enough" });
  });

  it("ends cleanly when its time is over", async () => {
    const events = client.watch({ timeoutSeconds: 1, fieldSelector: "metadata.name=nothing" });
    expect(await take({ events, count: 1 })).toEqual([]);
  });
});

describeOnServer("credentials", (server) => {
  const config = adminConfig(server);
  const { caData, certData, keyData } = config.tlsClientConfig;

  /** What listing namespaces throws. */
  async function refusal(changes: Partial<RestConfig>): Promise<unknown> {
    const rest = RestClient.forConfig({ ...config, ...changes });
    const namespaces = clientOf({ ...namespaceKind, rest });
    return thrown(namespaces.list().finally(() => rest.close()));
  }

  it("tells a wrong token from missing rights", async () => {
    const wrong = { tlsClientConfig: { caData }, bearerToken: "wrong" };
    expect(isUnauthorized(await refusal(wrong))).toBe(true);
    const jane = await refusal({ impersonate: { userName: "jane" } });
    expect(isForbidden(jane)).toBe(true);
    expect((jane as ApiError).message).toContain('User "jane" cannot list resource "namespaces"');
  });

  it("trusts no other authority, and says what to set", async () => {
    const other = createAuthority("other").certificate;
    const error = await refusal({ tlsClientConfig: { caData: other, certData, keyData } });
    expect(error).toBeInstanceOf(ConnectionError);
    expect((error as ConnectionError).message).toContain("certificate-authority");
  });

  it("says that nothing listens", async () => {
    const error = await refusal({ host: `https://127.0.0.1:${await freePort()}` });
    expect(error).toMatchObject({ name: "ConnectionError", code: "ECONNREFUSED" });
  });
});
