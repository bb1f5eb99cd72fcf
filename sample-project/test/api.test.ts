import assert from "node:assert/strict";
import { test } from "node:test";
import { isConflict, isInvalid, Scheme } from "crd-runtime";
import type { DatabaseClass } from "../src/apis/example.com/v1/types.js";
import { deepCopyDatabaseClass } from "../src/apis/example.com/v1/zz_generated.deepcopy.js";
import { addToScheme } from "../src/apis/example.com/v1/zz_generated.register.js";
import { FakeClientset } from "../src/client/fake/clientset.js";

const original: DatabaseClass = {
  apiVersion: "example.com/v1",
  kind: "DatabaseClass",
  metadata: { name: "standard", labels: { tier: "standard" } },
  spec: {
    engine: "postgres",
    version: "17",
    parameters: { max_connections: "200" },
    zones: [{ name: "zone-a", weight: 0.75 }],
  },
};

test("a copy of DatabaseClass shares nothing with the original", () => {
  const copy = deepCopyDatabaseClass(original);
  assert.deepEqual(copy, original);
  assert.notEqual(copy.metadata.labels, original.metadata.labels);
  assert.notEqual(copy.spec.parameters, original.spec.parameters);
  assert.notEqual(copy.spec.zones?.[0], original.spec.zones?.[0]);
});

test("the scheme fills in defaults", () => {
  const scheme = new Scheme();
  addToScheme(scheme);
  const object = deepCopyDatabaseClass(original);
  scheme.default(object);
  assert.deepEqual(object, { ...original, spec: { ...original.spec, replicas: 1 } });
});

test("the scheme copies by apiVersion and kind", () => {
  const scheme = new Scheme();
  addToScheme(scheme);
  assert.ok(scheme.recognizes({ group: "example.com", version: "v1", kind: "Database" }));
  const copy = scheme.deepCopyObject(original);
  assert.deepEqual(copy, original);
  assert.notEqual(copy, original);
});

test("the server refuses what the schema does not allow", async () => {
  const clientset = await FakeClientset.start();
  const classes = clientset.exampleV1().databaseClasses();
  const zones = [{ name: "zone-a", weight: "much" as unknown as number }];
  const invalid = { ...original, spec: { ...original.spec, zones } };
  await assert.rejects(classes.create(invalid), (error) => {
    assert.ok(isInvalid(error));
    assert.deepEqual(
      error.status.details?.causes?.map(({ field }) => field),
      ["spec.zones[0].weight"],
    );
    return true;
  });
});

test("status has a subresource of its own, and stale updates are refused", async () => {
  const clientset = await FakeClientset.start({ objects: [original] });
  const classes = clientset.exampleV1().databaseClasses();
  const found = await classes.get("standard");
  const ready = await classes.updateStatus({ ...found, status: { databases: 3 } });
  assert.equal(ready.status?.databases, 3);
  assert.equal(ready.metadata.generation, found.metadata.generation);
  const stale: DatabaseClass = { ...found, spec: { ...found.spec, engine: "mysql" } };
  await assert.rejects(classes.update(stale), isConflict);
});

test("a reactor answers in place of the server, and every action is kept", async () => {
  const clientset = await FakeClientset.start();
  const { fake } = clientset;
  const classes = clientset.exampleV1().databaseClasses();
  fake.prependReactor({
    verb: "create",
    resource: "databaseclasses",
    react: () => ({ error: new Error("the network is down") }),
  });
  await assert.rejects(classes.create(original), /the network is down/);
  await classes.list();
  const verbs = fake.actions().map(({ verb, resource, name }) => `${verb} ${resource} ${name}`);
  assert.deepEqual(verbs, ["create databaseclasses standard", "list databaseclasses "]);
});
