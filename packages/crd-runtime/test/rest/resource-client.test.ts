import { describe, expect, it } from "vitest";
import type { KubernetesList, KubernetesObject, TypeMeta } from "../../src/meta/index.js";
import {
  ApiError,
  ConfigError,
  InvalidRequestError,
  ResourceClient,
  RestClient,
} from "../../src/rest/index.js";
import { MemoryTransport, type Step } from "./memory-transport.js";

interface Database extends KubernetesObject {
  spec: { engine: string };
}

interface Bench {
  readonly client: ResourceClient<Database, KubernetesList<Database>>;
  readonly transport: MemoryTransport;
  /** Method and path of each request. */
  readonly lines: () => string[];
  readonly body: (index?: number) => unknown;
}

const collection = "/apis/example.com/v1/namespaces/default/databases";
const stored: Database & Required<TypeMeta> = {
  apiVersion: "example.com/v1",
  kind: "Database",
  metadata: { name: "orders", namespace: "default", uid: "1", resourceVersion: "7" },
  spec: { engine: "postgres" },
};

function bench(
  steps: readonly Step[] = [{ body: stored }],
  scope: { readonly namespace?: string | undefined } = { namespace: "default" },
): Bench {
  const transport = new MemoryTransport(steps);
  const rest = RestClient.forConfig({ host: "https://test", transport });
  const client = new ResourceClient<Database, KubernetesList<Database>>({
    rest,
    group: "example.com",
    version: "v1",
    resource: "databases",
    kind: "Database",
    namespaced: true,
    ...scope,
  });
  return {
    client,
    transport,
    lines: () => transport.requests.map(({ method, path }) => `${method} ${path}`),
    body: (index = 0) => {
      const sent = transport.requests[index]?.body;
      return sent === undefined ? undefined : JSON.parse(Buffer.from(sent).toString());
    },
  };
}

const draft: Database = { metadata: { name: "orders" }, spec: { engine: "postgres" } };

describe("ResourceClient", () => {
  it("sends the verbs", async () => {
    const { client, lines } = bench();
    await client.create(draft, { fieldManager: "me" });
    await client.update(stored);
    await client.updateStatus(stored);
    await client.get("orders");
    await client.patch("orders", { type: "merge", body: {}, subresource: "status" });
    await client.delete("orders");
    await client.deleteCollection({ labelSelector: "a" });
    expect(lines()).toEqual([
      `POST ${collection}?fieldManager=me`,
      `PUT ${collection}/orders`,
      `PUT ${collection}/orders/status`,
      `GET ${collection}/orders`,
      `PATCH ${collection}/orders/status`,
      `DELETE ${collection}/orders`,
      `DELETE ${collection}?labelSelector=a`,
    ]);
  });

  it("fills in apiVersion and kind on writes, and leaves the caller's object alone", async () => {
    const { client, body } = bench();
    await client.create(Object.freeze(draft));
    expect(body()).toEqual({ ...draft, apiVersion: "example.com/v1", kind: "Database" });
    await client.update({ ...draft, apiVersion: "other/v2", kind: "" });
    expect(body(1)).toEqual({ ...draft, apiVersion: "other/v2", kind: "Database" });
    await client.patch("orders", { type: "apply", body: draft }, { fieldManager: "me" });
    expect(body(2)).toEqual({ ...draft, apiVersion: "example.com/v1", kind: "Database" });
    await client.patch("orders", { type: "merge", body: { spec: {} } });
    expect(body(3)).toEqual({ spec: {} });
    await client.patch("orders", { type: "json", body: [] });
    expect(body(4)).toEqual([]);
  });

  it("gives back what the server stored, unknown members too", async () => {
    const { client } = bench([{ body: { ...stored, later: { x: null } } }]);
    expect(await client.get("orders")).toEqual({ ...stored, later: { x: null } });
  });

  it("fills in apiVersion and kind where an answer lacks them", async () => {
    const { apiVersion: _a, kind: _k, ...bare } = stored;
    const list = {
      metadata: { resourceVersion: "9" },
      items: [bare, { ...stored, kind: "Other" }],
    };
    const { client } = bench([{ body: list }, { body: bare }]);
    expect(await client.list()).toEqual({
      apiVersion: "example.com/v1",
      kind: "DatabaseList",
      metadata: { resourceVersion: "9" },
      items: [stored, { ...stored, kind: "Other" }],
    });
    expect(await client.get("orders")).toEqual(stored);
  });

  it("decodes a large list while it arrives", async () => {
    const item = { ...stored, spec: { engine: "x".repeat(1_000) } };
    const list = {
      metadata: { resourceVersion: "9" },
      items: Array.from({ length: 900 }, () => item),
    };
    const bytes = Buffer.from(JSON.stringify(list));
    let decodedBefore = 0;
    const { parse } = JSON;
    const body = (async function* () {
      for (let start = 0; start < bytes.length; start += 10_000) {
        yield bytes.subarray(start, start + 10_000);
      }
      JSON.parse = parse;
    })();
    JSON.parse = (text, reviver) => {
      decodedBefore += 1;
      return parse(text, reviver);
    };
    const { client } = bench([{ body }]);
    expect(await client.list()).toEqual({
      apiVersion: "example.com/v1",
      kind: "DatabaseList",
      ...list,
    });
    // Nearly all items were decoded before the body had come to its end.
    expect(decodedBefore).toBeGreaterThan(890);
  });

  it("refuses a large list that is cut short or is none", async () => {
    const text = JSON.stringify({
      metadata: {},
      items: [stored, { ...stored, x: "x".repeat(300_000) }],
    });
    for (const body of [text.slice(0, -3), `[${text}`, text.replace("},{", "}{")]) {
      const { client } = bench([{ body }]);
      await expect(client.list()).rejects.toMatchObject({ code: 500, reason: "InternalError" });
    }
  });

  it.each([null, undefined])("takes items: %s for an empty list", async (items) => {
    const { client } = bench([{ body: { kind: "DatabaseList", metadata: {}, items } }]);
    expect((await client.list()).items).toEqual([]);
  });

  it.each<{ verb: "get" | "list"; body: unknown }>([
    { verb: "get", body: "" },
    { verb: "get", body: [] },
    { verb: "get", body: { kind: "Status", status: "Success" } },
    { verb: "get", body: { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success" } },
    { verb: "get", body: '{"n":9007199254740993}' },
    { verb: "list", body: { kind: "Database" } },
    { verb: "list", body: stored },
    { verb: "list", body: { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success" } },
    { verb: "list", body: { metadata: {}, items: {} } },
    { verb: "list", body: { metadata: {}, items: [null] } },
    { verb: "list", body: { metadata: {}, items: [{}] } },
  ])("refuses the answer $body to $verb", async ({ verb, body }) => {
    const { client } = bench([{ body }]);
    const call = verb === "get" ? client.get("orders") : client.list();
    await expect(call).rejects.toBeInstanceOf(ApiError);
    await expect(call).rejects.toMatchObject({ code: 500, reason: "InternalError" });
  });

  it("does not care what a deletion answers", async () => {
    for (const body of ["", { kind: "Status", status: "Success" }, stored]) {
      await expect(bench([{ body }]).client.delete("orders")).resolves.toBeUndefined();
    }
  });

  it.each([undefined, ""])(
    "lists and watches all namespaces, and nothing else (%j)",
    async (namespace) => {
      const list = { metadata: {}, items: [] };
      const { client, lines, transport } = bench([{ body: list }, { body: "" }], { namespace });
      await client.list();
      for await (const event of client.watch()) {
        expect(event).toBeUndefined();
      }
      expect(lines()).toEqual([
        "GET /apis/example.com/v1/databases",
        "GET /apis/example.com/v1/databases?watch=true",
      ]);
      const calls = [
        () => client.get("a"),
        () => client.create(draft),
        () => client.update(stored),
        () => client.updateStatus(stored),
        () => client.delete("a"),
        () => client.deleteCollection(),
        () => client.patch("a", { type: "merge", body: {} }),
      ];
      for (const call of calls) {
        await expect(call()).rejects.toThrow("a namespace is required");
      }
      expect(transport.requests).toHaveLength(2);
    },
  );

  it("sends nothing without a name", async () => {
    const { client, transport } = bench();
    const nameless = { ...draft, metadata: {} };
    const calls = [
      () => client.get(""),
      () => client.delete(""),
      () => client.update(nameless),
      () => client.updateStatus({ ...draft, metadata: { name: "" } }),
      () => client.patch("..", { type: "merge", body: {} }),
    ];
    for (const call of calls) {
      await expect(call()).rejects.toBeInstanceOf(InvalidRequestError);
    }
    expect(transport.requests).toEqual([]);
  });

  it("refuses a namespace for what is cluster-scoped", () => {
    const rest = RestClient.forConfig({ host: "https://test", transport: new MemoryTransport([]) });
    const make = (): unknown =>
      new ResourceClient({
        rest,
        group: "",
        version: "v1",
        resource: "nodes",
        kind: "Node",
        namespaced: false,
        namespace: "default",
      });
    expect(make).toThrow(ConfigError);
  });
});

describe("ResourceClient.apply", () => {
  const applied = { metadata: { name: "orders" }, spec: { engine: "postgres" } };

  it("sends the fields that are named, as an apply that says whether it is forced", async () => {
    const { client, lines, body, transport } = bench();
    await client.apply(applied, { fieldManager: "me" });
    await client.apply(applied, { fieldManager: "me", force: true, dryRun: ["All"] });
    await client.applyStatus({ metadata: { name: "orders" } }, { fieldManager: "me" });
    expect(lines()).toEqual([
      `PATCH ${collection}/orders?fieldManager=me&force=false`,
      `PATCH ${collection}/orders?dryRun=All&fieldManager=me&force=true`,
      `PATCH ${collection}/orders/status?fieldManager=me&force=false`,
    ]);
    expect(body()).toEqual({ apiVersion: "example.com/v1", kind: "Database", ...applied });
    expect(body(2)).toEqual({
      apiVersion: "example.com/v1",
      kind: "Database",
      metadata: { name: "orders" },
    });
    expect(transport.requests.map(({ headers }) => headers["content-type"])).toEqual(
      Array(3).fill("application/apply-patch+yaml"),
    );
  });

  it("needs a name and a field manager", async () => {
    const { client, lines } = bench();
    const options = { fieldManager: "me" };
    await expect(client.apply({ metadata: { name: "" } }, options)).rejects.toThrow(
      InvalidRequestError,
    );
    await expect(client.apply(applied, { fieldManager: "" })).rejects.toThrow("fieldManager");
    expect(lines()).toEqual([]);
  });
});

describe("the scale of an object", () => {
  const scale = {
    apiVersion: "autoscaling/v1",
    kind: "Scale",
    metadata: { name: "orders", namespace: "default", uid: "1", resourceVersion: "7" },
    spec: { replicas: 2 },
    status: { replicas: 1, selector: "app=orders" },
  };

  it("is read and set", async () => {
    const { client, lines, body } = bench([{ body: scale }]);
    expect(await client.getScale("orders")).toEqual(scale);
    const wanted = { metadata: { name: "orders" }, spec: { replicas: 3 } };
    expect(await client.updateScale("orders", wanted, { fieldManager: "me" })).toEqual(scale);
    expect(lines()).toEqual([
      `GET ${collection}/orders/scale`,
      `PUT ${collection}/orders/scale?fieldManager=me`,
    ]);
    expect(body(1)).toEqual({ apiVersion: "autoscaling/v1", kind: "Scale", ...wanted });
  });

  it("has its own kind where an answer lacks it, and is an object", async () => {
    const { metadata } = scale;
    const { client } = bench([{ body: { metadata } }, { body: { kind: "Scale" } }]);
    expect(await client.getScale("orders")).toEqual({
      apiVersion: "autoscaling/v1",
      kind: "Scale",
      metadata,
    });
    await expect(client.getScale("orders")).rejects.toThrow("is no Scale");
  });
});

describe("ResourceClient.invoke", () => {
  const scale = { apiVersion: "autoscaling/v1", kind: "Scale", spec: { replicas: 2 } };

  it("sends extension methods", async () => {
    const { client, lines, body } = bench([{ body: scale }]);
    expect(await client.invoke({ verb: "get", name: "orders", subresource: "scale" })).toEqual(
      scale,
    );
    await client.invoke({ verb: "update", name: "orders", subresource: "scale", body: scale });
    await client.invoke({ verb: "create", name: "orders", subresource: "token", body: { a: 1 } });
    await client.invoke({ verb: "create", body: draft });
    await client.invoke({ verb: "update", body: draft });
    await client.invoke({
      verb: "list",
      name: "orders",
      subresource: "parts",
      options: { limit: 5 },
    });
    const patch = { type: "json", body: [] } as const;
    await client.invoke({ verb: "patch", name: "orders", patch, subresource: "scale" });
    await client.invoke({
      verb: "apply",
      name: "orders",
      body: draft,
      options: { fieldManager: "me" },
    });
    expect(lines()).toEqual([
      `GET ${collection}/orders/scale`,
      `PUT ${collection}/orders/scale`,
      `POST ${collection}/orders/token`,
      `POST ${collection}`,
      `PUT ${collection}/orders`,
      `GET ${collection}/orders/parts?limit=5`,
      `PATCH ${collection}/orders/scale`,
      `PATCH ${collection}/orders?fieldManager=me&force=false`,
    ]);
    expect(body(1)).toEqual(scale);
    // A subresource has a kind of its own: what is absent stays absent.
    expect(body(2)).toEqual({ a: 1 });
    expect(body(3)).toEqual({ ...draft, apiVersion: "example.com/v1", kind: "Database" });
    expect(body(7)).toEqual({ ...draft, apiVersion: "example.com/v1", kind: "Database" });
  });

  it("refuses an answer that is no object", async () => {
    const { client } = bench([{ body: "[]" }]);
    await expect(client.invoke({ verb: "get", name: "a" })).rejects.toBeInstanceOf(ApiError);
  });

  it.each(["get", "update", "patch", "apply"] as const)("needs a name for %s", async (verb) => {
    const { client, transport } = bench();
    await expect(client.invoke({ verb, body: {} })).rejects.toBeInstanceOf(InvalidRequestError);
    expect(transport.requests).toEqual([]);
  });
});
