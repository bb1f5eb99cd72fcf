import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { isInvalid, ResourceClient, RestClient } from "crd-runtime";
import { TestEnvironment } from "crd-testing";

let env;
let databases;

beforeAll(async () => {
  env = await TestEnvironment.start({ crds: [new URL("../crds", import.meta.url)] });
  // In a project: Clientset.forConfig(env.config).exampleV1().databases("default")
  databases = new ResourceClient({
    rest: RestClient.forConfig(env.config),
    group: "example.com",
    version: "v1",
    resource: "databases",
    kind: "Database",
    namespaced: true,
    namespace: "default",
  });
});

afterAll(() => env?.stop());

test("fills in defaults", async () => {
  const created = await databases.create({ metadata: { name: "orders" }, spec: {} });
  expect(created.spec.replicas).toBe(1);
});

test("refuses what the schema does not allow", async () => {
  const creating = databases.create({ metadata: { name: "wrong" }, spec: { replicas: 0 } });
  const error = await creating.catch((reason) => reason);
  expect(isInvalid(error)).toBe(true);
});
