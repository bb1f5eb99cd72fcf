import { beforeEach, describe, expect, it } from "vitest";
import { bootstrapObjects } from "../../src/apiserver/builtin/index.js";
import { TestApiServer } from "./api-server.js";

const things = "/apis/example.com/v1/things";
const thing = { apiVersion: "example.com/v1", kind: "Thing", metadata: { name: "a" } };

// Texts and codes are those of kube-apiserver 1.37.2.
describe("a cluster-scoped custom resource", () => {
  let server: TestApiServer;

  beforeEach(async () => {
    server = new TestApiServer();
    await server.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", {
      metadata: { name: "things.example.com" },
      spec: {
        group: "example.com",
        scope: "Cluster",
        names: { plural: "things", kind: "Thing" },
        versions: [
          {
            name: "v1",
            served: true,
            storage: true,
            subresources: {
              scale: {
                specReplicasPath: ".spec.a.replicas",
                statusReplicasPath: ".status.replicas",
              },
            },
            schema: {
              openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
            },
          },
        ],
      },
    });
  });

  it("says where the path to replicas ends", async () => {
    const problemOf = async (spec: unknown): Promise<unknown> =>
      (await server.post(things, { ...thing, spec })).body["message"];
    const invalid = 'Thing.example.com "a" is invalid: .spec.a.replicas: Invalid value: 0: ';
    const suffix = "accessor error: x is of the type string, expected map[string]interface{}";
    expect(await problemOf("x")).toBe(`${invalid}.spec.a ${suffix}`);
    expect(await problemOf({ a: "x" })).toBe(`${invalid}.spec.a.replicas ${suffix}`);
    expect((await server.post(things, { ...thing, spec: { a: null } })).status).toBe(201);
  });

  it("knows no namespaces in field selectors", async () => {
    for (const path of [things, "/api/v1/namespaces"]) {
      const { status, body } = await server.get(`${path}?fieldSelector=metadata.namespace%3Dx`);
      expect([status, body["message"]]).toEqual([
        400,
        "field label not supported: metadata.namespace",
      ]);
    }
    const roles = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
    const { status } = await server.get(`${roles}?fieldSelector=metadata.namespace%3Dx`);
    expect(status).toBe(200);
  });

  it("has no past before its definition", async () => {
    await server.post(things, thing);
    for (const answer of [
      await server.delete(`${things}?resourceVersion=1`),
      await server.get(`${things}?resourceVersion=1&resourceVersionMatch=Exact`),
    ]) {
      expect(answer).toMatchObject({ status: 410, body: { reason: "Expired" } });
    }
    expect((await server.get(`${things}/a`)).status).toBe(200);
  });
});

it("lets everybody ask for version and health", () => {
  const binding = bootstrapObjects().find(
    ({ resource, object }) =>
      resource === "clusterrolebindings" &&
      (object["metadata"] as { name: string }).name === "system:public-info-viewer",
  );
  const subjects = binding?.object["subjects"] as readonly { readonly name: string }[];
  expect(subjects.map(({ name }) => name)).toEqual([
    "system:authenticated",
    "system:unauthenticated",
  ]);
});
