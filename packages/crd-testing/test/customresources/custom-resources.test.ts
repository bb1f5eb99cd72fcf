import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { describe, expect, it } from "vitest";
import { TestApiServer } from "./api-server.js";
import { definition } from "./definitions.js";

const definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const foos = "/apis/example.com/v1/namespaces/default/foos";

function foo(name: string, members: Readonly<Record<string, unknown>> = {}) {
  return { apiVersion: "example.com/v1", kind: "Foo", metadata: { name }, ...members };
}

async function serverWith(input: Partial<Parameters<typeof definition>[0]>) {
  const server = new TestApiServer();
  const created = await server.post(
    definitions,
    definition({ plural: "foos", kind: "Foo", ...input }),
  );
  expect([created.status, created.text]).toEqual([201, expect.anything()]);
  return server;
}

const spec: JSONSchemaProps = {
  type: "object",
  properties: {
    color: { type: "string", default: "red", enum: ["red", "green"] },
    replicas: { type: "integer", minimum: 0 },
    names: { type: "array", items: { type: "string" }, "x-kubernetes-list-type": "set" },
  },
  "x-kubernetes-validations": [
    { rule: "!has(self.replicas) || self.replicas < 10", message: "too many" },
    { rule: "!has(oldSelf.color) || self.color == oldSelf.color", message: "color is fixed" },
  ],
};
const schema: JSONSchemaProps = {
  type: "object",
  properties: {
    spec,
    status: {
      type: "object",
      properties: { replicas: { type: "integer" }, selector: { type: "string" } },
    },
  },
};
const subresources = {
  status: {},
  scale: {
    specReplicasPath: ".spec.replicas",
    statusReplicasPath: ".status.replicas",
    labelSelectorPath: ".status.selector",
  },
};

describe("custom resources", () => {
  it("are pruned and defaulted", async () => {
    const server = await serverWith({ schema });
    const { body } = await server.post(foos, foo("a", { spec: { zork: 1, replicas: null } }));
    expect(body["spec"]).toEqual({ color: "red" });
  });

  it("are validated: values, scale, lists, then rules", async () => {
    const server = await serverWith({ schema, version: { subresources } });
    const wrong = await server.post(foos, foo("a", { spec: { replicas: -1, names: ["a", "a"] } }));
    expect(wrong.body["message"]).toBe(
      'Foo.example.com "a" is invalid: [spec.replicas: Invalid value: -1: spec.replicas in body should be greater than or equal to 0, ' +
        '.spec.replicas: Invalid value: -1: should be a non-negative integer, spec.names[1]: Duplicate value: "a"]',
    );
    const many = await server.post(foos, foo("a", { spec: { replicas: 10 } }));
    expect(many.body["message"]).toBe(
      'Foo.example.com "a" is invalid: spec: Invalid value: too many',
    );
    const both = await server.post(foos, foo("a", { spec: { replicas: 10, color: "blue" } }));
    expect(both.body["message"]).toContain("some validation rules were not checked");
  });

  it("keep rules that compare with what was", async () => {
    const server = await serverWith({ schema });
    await server.post(foos, foo("a"));
    await server.patch(`${foos}/a`, { spec: { color: "red" } });
    const changed = await server.patch(`${foos}/a`, { spec: { color: "green" } });
    expect([changed.status, changed.body["message"]]).toEqual([
      422,
      'Foo.example.com "a" is invalid: spec: Invalid value: color is fixed',
    ]);
  });

  it("keep status apart, and count changes of all but status and metadata", async () => {
    const server = await serverWith({ schema, version: { subresources } });
    const created = await server.post(foos, foo("a", { spec: {}, status: { replicas: 1 } }));
    expect(created.body["status"]).toBeUndefined();
    const steps = [
      ["", { status: { replicas: 1 } }],
      ["", { metadata: { labels: { a: "b" } } }],
      [
        "/status",
        { status: { replicas: 2 }, spec: { replicas: 9 }, metadata: { labels: { c: "d" } } },
      ],
      ["", { spec: { replicas: 3 } }],
    ] as const;
    const seen: unknown[] = [];
    for (const [path, patch] of steps) {
      const { body } = await server.patch(`${foos}/a${path}`, patch);
      const { generation, labels } = body["metadata"] as { generation: number; labels?: unknown };
      seen.push({ generation, labels, spec: body["spec"], status: body["status"] });
    }
    expect(seen).toEqual([
      { generation: 1, labels: undefined, spec: { color: "red" }, status: undefined },
      { generation: 1, labels: { a: "b" }, spec: { color: "red" }, status: undefined },
      { generation: 1, labels: { a: "b" }, spec: { color: "red" }, status: { replicas: 2 } },
      {
        generation: 2,
        labels: { a: "b" },
        spec: { color: "red", replicas: 3 },
        status: { replicas: 2 },
      },
    ]);
  });

  it("warn of finalizers that others might use", async () => {
    const server = await serverWith({ schema });
    const { headers } = await server.post(foos, {
      ...foo("a"),
      metadata: { name: "a", finalizers: ["zork", "a.b", "example.com/c"] },
    });
    expect(headers["warning"]).toEqual([
      '299 - "metadata.finalizers: \\"a.b\\": prefer a domain-qualified finalizer name including a path (/) to avoid accidental conflicts with other finalizer writers"',
      '299 - "metadata.finalizers: \\"zork\\": prefer a domain-qualified finalizer name to avoid accidental conflicts with other finalizer writers"',
    ]);
  });

  it("are found by selectable fields", async () => {
    const server = await serverWith({
      schema,
      version: { selectableFields: [{ jsonPath: ".spec.color" }] },
    });
    await server.post(foos, foo("a"));
    await server.post(foos, foo("b", { spec: { color: "green" } }));
    const { body } = await server.get(`${foos}?fieldSelector=spec.color%3Dgreen`);
    const items = body["items"] as { metadata: { name: string } }[];
    expect(items.map(({ metadata }) => metadata.name)).toEqual(["b"]);
    const unknown = await server.get(`${foos}?fieldSelector=spec.colour%3Dgreen`);
    expect(unknown.status).toBe(400);
  });

  it("are converted by their apiVersion alone, and pruned by the version that is spoken", async () => {
    const server = await serverWith({
      schema,
      versions: [
        {
          name: "v1beta1",
          served: true,
          storage: false,
          deprecated: true,
          schema: {
            openAPIV3Schema: {
              type: "object",
              properties: {
                spec: { type: "object", properties: { replicas: { type: "integer" } } },
              },
            },
          },
        },
        {
          name: "v1alpha1",
          served: false,
          storage: false,
          schema: { openAPIV3Schema: { type: "object" } },
        },
      ],
    });
    await server.post(foos, foo("a", { spec: { replicas: 1 } }));
    const beta = await server.get("/apis/example.com/v1beta1/namespaces/default/foos/a");
    expect(beta.body).toMatchObject({ apiVersion: "example.com/v1beta1", spec: { replicas: 1 } });
    expect(beta.body["spec"]).toEqual({ replicas: 1 });
    expect(beta.headers["warning"]).toEqual([
      '299 - "example.com/v1beta1 Foo is deprecated; use example.com/v1 Foo"',
    ]);
    await server.post("/apis/example.com/v1beta1/namespaces/default/foos", {
      ...foo("b", { spec: { replicas: 2 } }),
      apiVersion: "example.com/v1beta1",
    });
    const stored = await server.get(`${foos}/b`);
    expect(stored.body["spec"]).toEqual({ color: "red", replicas: 2 });
    const hidden = await server.get("/apis/example.com/v1alpha1/namespaces/default/foos/a");
    expect([hidden.status, hidden.text]).toEqual([404, "404 page not found\n"]);
  });

  it("are read by the schema as it is now", async () => {
    const server = await serverWith({ schema });
    await server.post(foos, foo("a", { spec: { replicas: 1 } }));
    const { body } = await server.get(`${definitions}/foos.example.com`);
    const changed = structuredClone(body) as {
      spec: {
        versions: {
          schema: { openAPIV3Schema: { properties: { spec: { properties: object } } } };
        }[];
      };
    };
    const [version] = changed.spec.versions;
    if (version === undefined) throw new Error("no version");
    version.schema.openAPIV3Schema.properties.spec = {
      properties: { color: { type: "string" }, size: { type: "string", default: "m" } },
      ...{ type: "object" },
    };
    expect((await server.put(`${definitions}/foos.example.com`, changed)).status).toBe(200);
    expect((await server.get(`${foos}/a`)).body["spec"]).toEqual({ color: "red", size: "m" });
  });

  it("remember in which versions they were ever stored", async () => {
    const beta = {
      name: "v1beta1",
      served: true,
      storage: false,
      schema: { openAPIV3Schema: schema },
    };
    const server = await serverWith({ schema, versions: [beta] });
    const path = `${definitions}/foos.example.com`;
    const stored = async (): Promise<unknown> =>
      ((await server.get(path)).body["status"] as { storedVersions: string[] }).storedVersions;
    expect(await stored()).toEqual(["v1"]);
    const { body } = await server.get(path);
    const { spec: before } = body as { spec: { versions: { storage: boolean }[] } };
    const versions = before.versions.map((version) => ({ ...version, storage: !version.storage }));
    expect((await server.put(path, { ...body, spec: { ...before, versions } })).status).toBe(200);
    expect(await stored()).toEqual(["v1", "v1beta1"]);
    const current = (await server.get(path)).body;
    const removed = { ...current, spec: { ...before, versions: versions.slice(1) } };
    const refused = await server.put(path, removed);
    expect(refused.body["message"]).toContain(
      'status.storedVersions[0]: Invalid value: "v1": missing from spec.versions',
    );
  });
});
