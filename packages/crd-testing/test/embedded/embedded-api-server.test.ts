import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  isConnectionError,
  isExpired,
  isForbidden,
  isNotFound,
  isUnauthorized,
  RestClient,
  type RestConfig,
} from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  EmbeddedApiServer,
  InvalidCrdError,
  InvalidObjectError,
  ListenError,
} from "../../src/index.js";

function definition(plural: string, kind: string): CustomResourceDefinition {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.example.com` },
    spec: {
      group: "example.com",
      scope: "Namespaced",
      names: { plural, kind },
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: {
            openAPIV3Schema: {
              type: "object",
              properties: {
                spec: { type: "object", properties: { size: { type: "integer", default: 1 } } },
                status: { type: "object", properties: { phase: { type: "string" } } },
              },
            },
          },
        },
      ],
    },
  };
}

const databases = definition("databases", "Database");
const collection = "/apis/example.com/v1/namespaces/default/databases";
const object = {
  apiVersion: "example.com/v1",
  kind: "Database",
  metadata: { name: "orders" },
  status: { phase: "Ready" },
};
const list = z.object({
  metadata: z.object({ resourceVersion: z.string() }),
  items: z.array(z.object({ metadata: z.object({ name: z.string() }) })),
});

async function call(
  config: RestConfig,
  request: {
    readonly method: "GET" | "POST" | "DELETE";
    readonly path: string;
    readonly body?: object;
  },
): Promise<unknown> {
  return await RestClient.forConfig(config).request(request);
}

async function namesOf(config: RestConfig, query = ""): Promise<readonly string[]> {
  const { items } = list.parse(
    await call(config, { method: "GET", path: `${collection}${query}` }),
  );
  return items.map(({ metadata }) => metadata.name);
}

/** What a call throws. */
async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const running: EmbeddedApiServer[] = [];

async function start(
  options: Parameters<typeof EmbeddedApiServer.start>[0] = { crds: [databases] },
): Promise<EmbeddedApiServer> {
  const api = await EmbeddedApiServer.start(options);
  running.push(api);
  return api;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "crd-embedded-"));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.stop()));
  rmSync(folder, { recursive: true });
});

describe("start", () => {
  it("has definitions and objects, with their status, from files, folders and values", async () => {
    writeFileSync(join(folder, "crd.json"), JSON.stringify(databases));
    const samples = join(folder, "samples.yaml");
    writeFileSync(
      samples,
      [object, { ...object, metadata: { name: "carts" } }]
        .map((each) => JSON.stringify(each))
        .join("\n---\n"),
    );
    const third = { ...object, metadata: { name: "third" } };
    const api = await start({ crds: [folder], objects: [samples, third] });
    expect(await namesOf(api.config)).toEqual(["carts", "orders", "third"]);
    expect(await call(api.config, { method: "GET", path: `${collection}/orders` })).toMatchObject({
      status: { phase: "Ready" },
      metadata: { generation: 1 },
    });
  });

  it.each<readonly [string, () => Parameters<typeof EmbeddedApiServer.start>[0], RegExp]>([
    [
      "a path that is not there",
      () => ({ crds: [join(folder, "none")] }),
      /none: there is no such file or folder$/,
    ],
    [
      "a definition that is no object of its kind",
      () => ({ crds: [{ ...databases, metadata: { name: "other.example.com" } }] }),
      /^crds\[0\]: metadata.name: must be 'databases.example.com', and is 'other.example.com'$/,
    ],
    [
      "a definition that the server refuses",
      () => {
        const broken = structuredClone(databases);
        for (const version of broken.spec.versions) version.storage = false;
        return { crds: [broken] };
      },
      /^crds\[0\]: .*must have exactly one version marked as storage version/,
    ],
    [
      "names that another definition has",
      () => ({ crds: [databases, definition("copies", "Database")] }),
      /^crds\[1\]: it is not served: "Database(List)?" is already in use$/,
    ],
  ])("says what is wrong: %s", async (_title, options, message) => {
    const error = await failureOf(start(options()));
    expect(error).toBeInstanceOf(InvalidCrdError);
    expect(error instanceof Error && error.message).toMatch(message);
  });

  it.each<readonly [string, object, RegExp]>([
    [
      "of a kind that is not served",
      { ...object, kind: "Queue" },
      /^objects\[0\]: example.com\/v1 Queue is not served/,
    ],
    ["without a name", { ...object, metadata: {} }, /^objects\[0\]: metadata.name: /],
    [
      "in a namespace that is not there",
      { ...object, metadata: { name: "orders", namespace: "none" } },
      /^objects\[0\]: namespaces "none" not found$/,
    ],
    [
      "that the schema refuses",
      { ...object, spec: { size: "big" } },
      /^objects\[0\]: .*spec.size: Invalid value: "string"/,
    ],
  ])("says what is wrong with an object %s", async (_title, wrong, message) => {
    const error = await failureOf(start({ crds: [databases], objects: [wrong] }));
    expect(error).toBeInstanceOf(InvalidObjectError);
    expect(error instanceof Error && error.message).toMatch(message);
  });

  it("takes any namespace where they are implied", async () => {
    const elsewhere = { ...object, metadata: { name: "orders", namespace: "none" } };
    const api = await start({ crds: [databases], objects: [elsewhere], namespaces: "implied" });
    const path = "/apis/example.com/v1/namespaces/none/databases/orders";
    expect(await call(api.config, { method: "GET", path })).toMatchObject({ kind: "Database" });
  });
});

describe("doors", () => {
  it("give the same bytes", async () => {
    const api = await start({ crds: [databases], objects: [object] });
    const door = await api.listen();
    const over = (config: RestConfig): Promise<unknown> =>
      call(config, { method: "GET", path: collection });
    expect(JSON.stringify(await over(door.config))).toBe(JSON.stringify(await over(api.config)));
    expect(door.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(door.kubeconfig).toContain(`server: ${door.url}`);
    await door.close();
    expect(isConnectionError(await failureOf(over(door.config)))).toBe(true);
    expect(await namesOf(api.config)).toEqual(["orders"]);
  });

  it("say that a port is taken", async () => {
    const api = await start();
    const door = await api.listen();
    const port = Number(new URL(door.url).port);
    const error = await failureOf(api.listen({ port }));
    expect(error).toBeInstanceOf(ListenError);
    expect(error).toMatchObject({
      code: "EADDRINUSE",
      message: `cannot listen at 127.0.0.1:${port}: another program has the port; leave it out to get a free one`,
    });
  });

  it("refuse connections for a while", async () => {
    const api = await start();
    const door = await api.listen();
    const reopen = await door.refuseConnections();
    const error = await failureOf(namesOf(door.config));
    expect(isConnectionError(error) && error.code).toBe("ECONNREFUSED");
    await reopen();
    expect(await namesOf(door.config)).toEqual([]);
  });

  it("stop with the server, more than once", async () => {
    const api = await start();
    const door = await api.listen();
    await api.stop();
    await api.stop();
    expect(isConnectionError(await failureOf(namesOf(door.config)))).toBe(true);
  });
});

describe("users", () => {
  const binding = {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRoleBinding",
    metadata: { name: "dev" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "reader" },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "dev" }],
  };
  const role = {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRole",
    metadata: { name: "reader" },
    rules: [{ verbs: ["list"], apiGroups: ["example.com"], resources: ["databases"] }],
  };

  it("may do what RBAC objects say, through every door", async () => {
    const api = await start();
    const jane = api.addUser({ name: "jane", groups: ["dev"] });
    const door = await api.listen();
    const configs = [
      jane.config,
      door.configFor(jane),
      { ...door.config, tlsClientConfig: { insecure: true }, bearerToken: jane.token },
    ];
    for (const config of configs) {
      const error = await failureOf(namesOf(config));
      expect(isForbidden(error) && error.message).toBe(
        'databases.example.com is forbidden: User "jane" cannot list resource "databases" in API group "example.com" in the namespace "default"',
      );
    }
    await api.addObjects([role, binding]);
    for (const config of configs) expect(await namesOf(config)).toEqual([]);
    const creation = failureOf(
      call(jane.config, { method: "POST", path: collection, body: object }),
    );
    expect(isForbidden(await creation)).toBe(true);
  });

  it("are refused with a wrong token, and anonymous without any", async () => {
    const api = await start();
    const { url } = await api.listen();
    const base: RestConfig = { host: url, proxy: "", tlsClientConfig: { insecure: true } };
    expect(isUnauthorized(await failureOf(namesOf({ ...base, bearerToken: "wrong" })))).toBe(true);
    const error = await failureOf(namesOf(base));
    expect(isForbidden(error) && error.message).toContain('User "system:anonymous" cannot list');
  });

  it("may do what a function says", async () => {
    const asked: string[] = [];
    const api = await start({
      crds: [databases],
      authorization: ({ user, verb, resource }) => {
        asked.push(`${user.name} ${verb} ${resource}`);
        return { allowed: verb === "list", reason: "only lists" };
      },
    });
    const { config } = api.addUser({ name: "jane" });
    expect(await namesOf(config)).toEqual([]);
    const error = await failureOf(call(config, { method: "DELETE", path: `${collection}/x` }));
    expect(isForbidden(error) && error.message).toMatch(/: only lists$/);
    expect(asked).toEqual(["jane list databases", "jane delete databases"]);
  });

  it("are impersonated by those who may", async () => {
    const api = await start();
    const impersonate = { userName: "jane" };
    const error = await failureOf(namesOf({ ...api.config, impersonate }));
    expect(error).toBeUndefined();
  });
});

describe("time", () => {
  const watchPath = `${collection}?watch=true`;

  async function framesOf(api: EmbeddedApiServer, query: string): Promise<readonly string[]> {
    const { transport } = api.config;
    if (transport === undefined) throw new Error("there is no transport");
    const response = await transport.send({
      method: "GET",
      path: `${watchPath}${query}`,
      headers: {},
    });
    const text = Buffer.from(await response.body.bytes()).toString();
    return text.trim().split("\n");
  }

  it("is forgotten by a compaction", async () => {
    const api = await start({ crds: [databases], objects: [object] });
    const { revision } = api;
    await call(api.config, { method: "DELETE", path: `${collection}/orders` });
    const exact = `?resourceVersion=${revision}&resourceVersionMatch=Exact`;
    expect(await namesOf(api.config, exact)).toEqual(["orders"]);
    api.compact();
    expect(isExpired(await failureOf(namesOf(api.config, exact)))).toBe(true);
    const [frame = ""] = await framesOf(api, `&resourceVersion=${revision}`);
    expect(JSON.parse(frame)).toMatchObject({
      type: "ERROR",
      object: { code: 410, reason: "Expired" },
    });
  });

  it("goes back with a state that was kept", async () => {
    const api = await start({ crds: [databases], objects: [object] });
    const backup = api.exportState();
    const { revision } = api;
    await call(api.config, { method: "DELETE", path: `${collection}/orders` });
    expect(api.revision).toBe(revision + 1);
    api.restoreState(backup);
    expect([api.revision, await namesOf(api.config)]).toEqual([revision, ["orders"]]);
  });

  it("goes on in another server, definitions included", async () => {
    const first = await start({ crds: [databases], objects: [object] });
    const second = await start({ state: first.exportState() });
    await first.stop();
    expect(await namesOf(second.config)).toEqual(["orders"]);
    await call(second.config, { method: "DELETE", path: `${collection}/orders` });
    expect(await namesOf(second.config)).toEqual([]);
  });

  it("restarts: connections break, the state stays", async () => {
    const api = await start({ crds: [databases], objects: [object] });
    const watch = failureOf(framesOf(api, ""));
    const door = await api.listen();
    const { transport } = api.config;
    await transport?.send({ method: "GET", path: "/readyz", headers: {} });
    api.restart();
    const error = await watch;
    expect(isConnectionError(error) && error.code).toBe("ECONNRESET");
    expect(await namesOf(api.config)).toEqual(["orders"]);
    expect(await namesOf(door.config)).toEqual(["orders"]);
  });
});

describe("definitions", () => {
  it("come later, and say what is wrong", async () => {
    const api = await start({});
    expect(isNotFound(await failureOf(namesOf(api.config)))).toBe(true);
    await api.installCRDs([databases]);
    expect(await namesOf(api.config)).toEqual([]);
    await expect(api.installCRDs([databases])).rejects.toThrow(
      'crds[0]: customresourcedefinitions.apiextensions.k8s.io "databases.example.com" already exists',
    );
  });
});
