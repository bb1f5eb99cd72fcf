import {
  isInvalid,
  type KubernetesList,
  type KubernetesObject,
  ResourceClient,
  RestClient,
} from "crd-runtime";
import { afterAll, expect, inject, it } from "vitest";

interface Database extends KubernetesObject {
  spec: { replicas?: number };
}

// In a project: Clientset.forConfig(inject("config")).exampleV1().databases("default")
const rest = RestClient.forConfig(inject("config"));
const databases = new ResourceClient<Database, KubernetesList<Database>>({
  rest,
  group: "example.com",
  version: "v1",
  resource: "databases",
  kind: "Database",
  namespaced: true,
  namespace: "default",
});

afterAll(() => rest.close());

it("fills in defaults", async () => {
  const created = await databases.create({ metadata: { name: "orders" }, spec: {} });
  expect(created.spec.replicas).toBe(1);
});

it("refuses what the schema does not allow", async () => {
  const wrong = { metadata: { name: "wrong" }, spec: { replicas: 0 } };
  await expect(databases.create(wrong)).rejects.toSatisfy(isInvalid);
});
