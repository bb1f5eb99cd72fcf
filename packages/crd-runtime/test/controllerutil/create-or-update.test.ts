import { describe, expect, it, onTestFinished } from "vitest";
import { EmbeddedApiServer } from "../../../crd-testing/src/apiserver/embedded/embedded-api-server.js";
import { mergePatch } from "../../src/controllerutil/merge-patch.js";
import {
  createOrPatch,
  createOrUpdate,
  isConflict,
  type KubernetesObject,
  ResourceClient,
  RestClient,
  setStatusCondition,
} from "../../src/index.js";
import { type Database, database } from "./objects.js";

const definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "databases.example.com" },
  spec: {
    group: "example.com",
    scope: "Namespaced",
    names: { kind: "Database", plural: "databases" },
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
        },
      },
    ],
  },
};

interface Calls {
  readonly databases: ResourceClient<Database, { metadata: object; items: Database[] }>;
  /** Method and path of each write. */
  readonly writes: string[];
}

async function serve(): Promise<Calls> {
  const server = await EmbeddedApiServer.start({ objects: [definition] });
  onTestFinished(() => server.stop());
  const writes: string[] = [];
  const { transport } = server.config;
  const rest = RestClient.forConfig({
    ...server.config,
    transport: {
      send: async (request) => {
        if (request.method !== "GET") writes.push(request.method);
        if (transport === undefined) throw new Error("the embedded server has a transport");
        return await transport.send(request);
      },
    },
  });
  const databases = new ResourceClient<Database, { metadata: object; items: Database[] }>({
    rest,
    group: "example.com",
    version: "v1",
    resource: "databases",
    kind: "Database",
    namespaced: true,
    namespace: "default",
  });
  return { databases, writes };
}

const object: KubernetesObject = { metadata: { name: "orders", namespace: "default" } };
const replicas =
  (count: number) =>
  (old: Database): Database => ({ ...old, spec: { ...old.spec, replicas: count } });

describe.each([
  ["createOrUpdate", createOrUpdate, "PUT"],
  ["createOrPatch", createOrPatch, "PATCH"],
])("%s", (_name, apply, method) => {
  it("creates, leaves alone, and changes", async () => {
    const { databases: client, writes } = await serve();
    const created = await apply({ client, object, mutate: replicas(1) });
    expect(created).toMatchObject({ operation: "created", object: { spec: { replicas: 1 } } });
    const again = await apply({ client, object, mutate: replicas(1) });
    expect(again).toEqual({ operation: "unchanged", object: created.object });
    const changed = await apply({ client, object, mutate: replicas(2) });
    expect(changed).toMatchObject({ operation: "updated", object: { spec: { replicas: 2 } } });
    expect(writes).toEqual(["POST", method]);
  });

  it("gives mutate a copy of its own: of the object, and of what is there", async () => {
    const { databases: client } = await serve();
    const initial = database({ uid: "" });
    const mutate = (own: Database): Database => {
      own.spec = { replicas: (own.spec?.replicas ?? 0) + 1 };
      return own;
    };
    await apply({ client, object: initial, mutate });
    expect(initial.spec).toBeUndefined();
    const second = await apply({ client, object: initial, mutate });
    expect(second).toMatchObject({ operation: "updated", object: { spec: { replicas: 2 } } });
  });

  it("refuses a mutate that means another object", async () => {
    const { databases: client, writes } = await serve();
    const mutate = (): Database => ({ metadata: { name: "other", namespace: "default" } });
    await expect(apply({ client, object, mutate })).rejects.toThrow(
      "mutate must not change the name or namespace: default/orders has become default/other",
    );
    expect(writes).toEqual([]);
  });

  it("passes on what mutate throws", async () => {
    const { databases: client, writes } = await serve();
    const mutate = (): never => {
      throw new Error("no engine");
    };
    await expect(apply({ client, object, mutate })).rejects.toThrow("no engine");
    expect(writes).toEqual([]);
  });
});

it("createOrUpdate meets a change in between with a conflict", async () => {
  const { databases: client } = await serve();
  await createOrUpdate({ client, object, mutate: replicas(1) });
  const mutate = async (old: Database): Promise<Database> => {
    await client.patch("orders", { type: "merge", body: { spec: { engine: "postgres" } } });
    return replicas(2)(old);
  };
  await expect(createOrUpdate({ client, object, mutate })).rejects.toSatisfy(isConflict);
});

it("createOrPatch leaves a change in between as it is", async () => {
  const { databases: client } = await serve();
  await createOrPatch({ client, object, mutate: replicas(1) });
  const mutate = async (old: Database): Promise<Database> => {
    await client.patch("orders", { type: "merge", body: { spec: { engine: "postgres" } } });
    return replicas(2)(old);
  };
  const { object: patched } = await createOrPatch({ client, object, mutate });
  expect(patched.spec).toEqual({ engine: "postgres", replicas: 2 });
});

it("createOrPatch patches the status apart", async () => {
  const { databases: client, writes } = await serve();
  const ready = (old: Database): Database => ({ ...old, status: { ...old.status, ready: true } });
  const created = await createOrPatch({ client, object, mutate: ready });
  expect(created).toMatchObject({ operation: "created", object: { status: { ready: true } } });
  expect(await createOrPatch({ client, object, mutate: ready })).toMatchObject({
    operation: "unchanged",
  });
  const condition = { type: "Ready", status: "True", reason: "Running", message: "" } as const;
  const withCondition = (old: Database): Database => ({
    ...old,
    status: {
      ...old.status,
      conditions: setStatusCondition({ conditions: old.status?.conditions, condition }),
    },
  });
  expect(await createOrPatch({ client, object, mutate: withCondition })).toMatchObject({
    operation: "updatedStatusOnly",
    object: { status: { ready: true, conditions: [{ type: "Ready" }] } },
  });
  const both = (old: Database): Database => ({ ...replicas(3)(old), status: {} });
  expect(await createOrPatch({ client, object, mutate: both })).toMatchObject({
    operation: "updatedStatus",
    object: { spec: { replicas: 3 }, status: {} },
  });
  expect(writes).toEqual(["POST", "PATCH", "PATCH", "PATCH", "PATCH"]);
});

it.each([
  [{ a: 1 }, { a: 1 }, undefined],
  [{ a: 1 }, { a: 2, b: 3 }, { a: 2, b: 3 }],
  [{ a: 1, b: 2 }, { b: 2 }, { a: null }],
  [{ a: 1 }, { a: undefined }, { a: null }],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, { a: { c: 3 } }],
  [{ a: { b: 1 } }, { a: {} }, { a: { b: null } }],
  [{ a: [1, 2] }, { a: [1] }, { a: [1] }],
  [{ a: { b: 1 } }, { a: 1 }, { a: 1 }],
])("the merge patch of %j to %j is %j", (before, after, patch) => {
  expect(mergePatch({ before, after })).toEqual(patch);
});
