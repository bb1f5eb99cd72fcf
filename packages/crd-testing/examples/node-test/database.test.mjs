import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isInvalid, ResourceClient, RestClient } from "crd-runtime";
import { TestEnvironment } from "crd-testing";

let env;
let databases;

before(async () => {
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

after(() => env?.stop());

test("fills in defaults", async () => {
  const created = await databases.create({ metadata: { name: "orders" }, spec: {} });
  assert.equal(created.spec.replicas, 1);
});

test("refuses what the schema does not allow", async () => {
  const wrong = { metadata: { name: "wrong" }, spec: { replicas: 0 } };
  await assert.rejects(databases.create(wrong), isInvalid);
});
