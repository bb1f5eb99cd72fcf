import { isNotFound, RestClient } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { alwaysAllow } from "../../src/apiserver/authorization/authorizer.js";
import { rulesOf } from "../../src/apiserver/authorization/rules.js";
import { builtInResources } from "../../src/apiserver/builtin/index.js";
import { withCondition } from "../../src/apiserver/customresources/definition.js";
import { installDefinition, StoredDefinitions } from "../../src/apiserver/customresources/index.js";
import { Storage } from "../../src/apiserver/storage/index.js";
import { FieldManagers } from "../../src/apiserver/verbs/field-managers.js";
import {
  EmbeddedApiServer,
  type EmbeddedApiServerOptions,
  FakeClock,
  type Random,
} from "../../src/index.js";

const definition: CustomResourceDefinition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "databases.example.com" },
  spec: {
    group: "example.com",
    scope: "Namespaced",
    names: { plural: "databases", kind: "Database" },
    versions: [
      { name: "v1", served: true, storage: true, schema: { openAPIV3Schema: { type: "object" } } },
    ],
  },
};
const { name: definitionName = "" } = definition.metadata;
const definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const rbac = "/apis/rbac.authorization.k8s.io/v1";
const collections = [
  `${rbac}/clusterrolebindings`,
  `${rbac}/clusterroles`,
  "/api/v1/namespaces",
  definitions,
];

function numbered(): Random {
  let count = 0;
  return { uid: () => `uid-${++count}`, nameSuffix: () => "bcdfg" };
}

const servers: EmbeddedApiServer[] = [];

async function start(options: EmbeddedApiServerOptions): Promise<EmbeddedApiServer> {
  const server = await EmbeddedApiServer.start(options);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

const object = z.object({
  metadata: z.object({
    name: z.string(),
    uid: z.string(),
    resourceVersion: z.string(),
    creationTimestamp: z.string(),
    deletionTimestamp: z.string().optional(),
    managedFields: z.array(
      z.object({ manager: z.string(), subresource: z.string().optional(), time: z.string() }),
    ),
  }),
});
type Metadata = z.infer<typeof object>["metadata"];

async function read(api: EmbeddedApiServer, path: string): Promise<Metadata> {
  const found = await RestClient.forConfig(api.config).request({ method: "GET", path });
  return object.parse(found).metadata;
}

async function metadataOf(api: EmbeddedApiServer, path: string): Promise<readonly Metadata[]> {
  const found = await RestClient.forConfig(api.config).request({ method: "GET", path });
  return z
    .object({ items: z.array(object) })
    .parse(found)
    .items.map(({ metadata }) => metadata);
}

/** Collection, name, uid and resourceVersion of all that is there. */
async function everything(
  api: EmbeddedApiServer,
  order: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of order) {
    for (const { name, uid, resourceVersion } of await metadataOf(api, path)) {
      found.push(`${path}/${name} ${uid} ${resourceVersion}`);
    }
  }
  return found.sort();
}

describe("what a server begins with", () => {
  it("is valid, and tells when it was created and by whom, whenever it is read", async () => {
    const clock = new FakeClock();
    const api = await start({ clock, crds: [definition] });
    const created = `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
    await clock.advance(3_600_000);
    for (const path of collections) {
      const all = await metadataOf(api, path);
      expect(all.length).toBeGreaterThan(0);
      for (const { creationTimestamp, managedFields } of all) {
        const times = [creationTimestamp, ...managedFields.map(({ time }) => time)];
        expect(new Set(times)).toEqual(new Set([created]));
        expect(managedFields.map(({ manager }) => manager)).not.toContain("unknown");
      }
    }
  });

  it("is the same in whatever order it is read", async () => {
    const options = () => ({ clock: new FakeClock(), random: numbered(), crds: [definition] });
    const [one, other] = [await start(options()), await start(options())];
    const found = await everything(one, collections);
    expect(await everything(other, [...collections].reverse())).toEqual(found);
    expect(new Set(found.map((line) => line.split(" ")[1])).size).toBe(found.length);
    expect(found.map((line) => Number(line.split(" ")[2])).sort((a, b) => a - b)).toEqual(
      found.map((_, index) => index + 2),
    );
  });

  it("has managers that an update keeps", async () => {
    const api = await start({ crds: [definition] });
    const path = `${definitions}/${definitionName}`;
    await RestClient.forConfig(api.config).request({
      method: "PATCH",
      path: `${path}?fieldManager=me`,
      contentType: "application/merge-patch+json",
      body: { metadata: { labels: { app: "x" } } },
    });
    const { managedFields } = await read(api, path);
    expect(managedFields.map(({ manager, subresource }) => [manager, subresource])).toEqual([
      ["kube-apiserver", undefined],
      ["kube-apiserver", "status"],
      ["me", undefined],
    ]);
  });
});

describe("a definition that is installed", () => {
  function installed() {
    const clock = new FakeClock();
    const storage = new Storage({ clock });
    const resource = builtInResources({
      clock,
      authorizer: alwaysAllow,
      userOfToken: () => undefined,
      rulesFor: rulesOf(alwaysAllow),
    }).find((each) => each.resource === "customresourcedefinitions");
    if (resource === undefined) throw new Error("definitions are not served");
    const managers = new FieldManagers(clock);
    const stored = new StoredDefinitions({ storage, resource, managers });
    const returned = installDefinition(
      { storage, clock, random: numbered(), managers },
      {
        resource,
        definitions: stored,
        object: { ...structuredClone(definition) },
        manager: "kube-apiserver",
      },
    );
    const objectOf = () => {
      const entry = storage.get({
        storageKey: resource.storageKey,
        namespace: "",
        name: definitionName,
      });
      return JSON.parse(new TextDecoder().decode(entry?.value));
    };
    return { storage, stored, returned, objectOf };
  }

  it("is known to the controllers without being read", () => {
    const { stored, returned, objectOf } = installed();
    expect(stored.get(definitionName)).toBe(returned);
    expect(objectOf()).toMatchObject(JSON.parse(JSON.stringify(returned)));
  });

  it("keeps its managers when a controller writes its status, and is not written without a change", () => {
    const { storage, stored, returned, objectOf } = installed();
    const { revision } = storage;
    stored.updateStatus(structuredClone(returned));
    expect(storage.revision).toBe(revision);
    const before = objectOf();
    const condition = { type: "Terminating", status: "True", reason: "x", message: "y" } as const;
    const now = "2026-01-01T00:00:00Z";
    stored.updateStatus(withCondition({ definition: returned, condition, now }));
    expect(storage.revision).toBe(revision + 1);
    const after = objectOf();
    const [created, status] = after.metadata.managedFields;
    expect(created).toEqual(before.metadata.managedFields[0]);
    expect(status.subresource).toBe("status");
    expect(JSON.stringify(status.fieldsV1)).toContain("Terminating");
    expect(after.spec).toEqual(before.spec);
  });
});

it("goes on with a namespace that was terminating where a state comes from", async () => {
  const first = await start({ namespaceController: false });
  const rest = RestClient.forConfig(first.config);
  const path = "/api/v1/namespaces";
  await rest.request({
    method: "POST",
    path,
    body: { apiVersion: "v1", kind: "Namespace", metadata: { name: "x" } },
  });
  await rest.request({ method: "DELETE", path: `${path}/x` });
  expect((await read(first, `${path}/x`)).deletionTimestamp).toBeDefined();
  const second = await start({ state: first.exportState() });
  const error = await read(second, `${path}/x`).catch((reason: unknown) => reason);
  expect(isNotFound(error)).toBe(true);
});
