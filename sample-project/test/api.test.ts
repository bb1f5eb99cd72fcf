import assert from "node:assert/strict";
import { test } from "node:test";
import { Scheme } from "crd-runtime";
import type { DatabaseClass } from "../src/apis/example.com/v1/types.js";
import { deepCopyDatabaseClass } from "../src/apis/example.com/v1/zz_generated.deepcopy.js";
import { addToScheme } from "../src/apis/example.com/v1/zz_generated.register.js";

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

test("the scheme copies by apiVersion and kind", () => {
  const scheme = new Scheme();
  addToScheme(scheme);
  assert.ok(scheme.recognizes({ group: "example.com", version: "v1", kind: "Database" }));
  const copy = scheme.deepCopyObject(original);
  assert.deepEqual(copy, original);
  assert.notEqual(copy, original);
});
