import { describe, expect, it } from "vitest";
import { Api } from "./api.js";

const types = {
  json: "application/json-patch+json",
  merge: "application/merge-patch+json",
  strategic: "application/strategic-merge-patch+json",
  apply: "application/apply-patch+yaml",
} as const;

const configMaps = "/api/v1/namespaces/default/configmaps";

describe("patch", () => {
  // client-go: TestPatch
  it.each([
    ["json", [{ op: "replace", path: "/spec/replicas", value: 3 }]],
    ["merge", { spec: { replicas: 3 } }],
  ] as const)("changes an object by a %s patch", async (type, body) => {
    const api = new Api();
    await api.create("a", { spec: { replicas: 1 } });
    const answer = await api.send({ call: "PATCH a", type: types[type], body });
    expect(answer.code).toBe(200);
    expect(answer.body.spec).toEqual({ engine: "postgres", replicas: 3 });
    expect(answer.body.metadata.generation).toBe(2);
  });

  it("takes a strategic merge patch of a built-in kind alone", async () => {
    const api = new Api();
    await api.create("a");
    const refused = await api.send({ call: "PATCH a", type: types.strategic, body: {} });
    expect(refused.code).toBe(415);
    expect(refused.body.message).toBe(
      "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml",
    );
    await api.send({
      call: `POST ${configMaps}`,
      body: { metadata: { name: "c" }, data: { a: "1", b: "2" } },
    });
    const patched = await api.send({
      call: `PATCH ${configMaps}/c`,
      type: types.strategic,
      body: { data: { a: null, c: "3" } },
    });
    expect(patched.body.data).toEqual({ b: "2", c: "3" });
  });

  it("does not change an object whose patch fails half way", async () => {
    const api = new Api();
    const before = await api.create("a", { spec: { replicas: 1 } });
    const body = [
      { op: "replace", path: "/spec/replicas", value: 3 },
      { op: "test", path: "/spec/engine", value: "mysql" },
    ];
    const answer = await api.send({ call: "PATCH a", type: types.json, body });
    expect([answer.code, answer.body.reason]).toEqual([422, "Invalid"]);
    expect((await api.send({ call: "GET a" })).body).toEqual(before);
  });

  it.each([
    [types.merge, "{", 400, "invalid JSON patch"],
    [types.merge, "null", 400, "Invalid JSON Patch"],
    [
      types.merge,
      "[]",
      400,
      "error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}",
    ],
    [
      types.json,
      "{}",
      400,
      "error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp",
    ],
    [
      types.json,
      "[1]",
      400,
      "error decoding patch: json: cannot unmarshal number into Go value of type handlers.jsonPatchOp",
    ],
    [
      types.merge,
      '{"metadata":{"name":"b"}}',
      400,
      "the name of the object (b) does not match the name on the URL (a)",
    ],
    [
      types.merge,
      '{"metadata":null}',
      400,
      "the name of the object (a based on URL) was undeterminable: name must be provided",
    ],
    [
      types.merge,
      '{"spec":{"replicas":11}}',
      422,
      'Database.example.com "a" is invalid: spec.replicas: Invalid value: 11: spec.replicas in body should be less than or equal to 10',
    ],
    [
      types.merge,
      '{"kind":"X"}',
      422,
      'X.example.com "a" is invalid: kind: Invalid value: "X": must be Database',
    ],
    [
      types.merge,
      '{"apiVersion":"x/v1"}',
      422,
      'Database.x "a" is invalid: apiVersion: Invalid value: "x/v1": must be example.com/v1',
    ],
    [
      types.apply,
      "1",
      422,
      'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
    ],
  ])("answers %s %s", async (type, body, code, message) => {
    const api = new Api();
    await api.create("a");
    const answer = await api.send({ call: "PATCH a", type, body });
    expect([answer.code, answer.body.message]).toEqual([code, message]);
  });

  it("refuses more than 10,000 operations", async () => {
    const api = new Api();
    await api.create("a");
    const body = Array.from({ length: 10_001 }, () => ({
      op: "test",
      path: "/kind",
      value: "Database",
    }));
    const answer = await api.send({ call: "PATCH a", type: types.json, body });
    expect([answer.code, answer.body.message]).toEqual([
      413,
      "Request entity too large: The allowed maximum operations in a JSON patch is 10000, got 10001",
    ]);
  });

  // client-go: TestPatchWithMissingObject
  it("finds no object to patch", async () => {
    const answer = await new Api().send({ call: "PATCH a", type: types.merge, body: {} });
    expect(answer.code).toBe(404);
  });
});

describe("apply", () => {
  const apply = (manager: string, spec: object, query = "") => ({
    call: `PATCH a?fieldManager=${manager}${query}`,
    type: types.apply,
    body: { apiVersion: "example.com/v1", kind: "Database", metadata: { name: "a" }, spec },
  });

  // client-go: TestApplyCreate
  // client-go: TestApplyUpdateMultipleFieldManagers
  it("creates, merges, conflicts, takes over", async () => {
    const api = new Api();
    const created = await api.send(apply("one", { replicas: 1, tags: ["a"] }));
    expect(created.code).toBe(201);
    expect(created.body.spec).toEqual({ engine: "postgres", replicas: 1, tags: ["a"] });
    const merged = await api.send(apply("two", { tags: ["b"] }));
    expect(merged.body.spec.tags).toEqual(["a", "b"]);
    const conflict = await api.send(apply("two", { replicas: 2, tags: ["b"] }));
    expect([conflict.code, conflict.body.message]).toEqual([
      409,
      'Apply failed with 1 conflict: conflict with "one": .spec.replicas',
    ]);
    const forced = await api.send(apply("two", { replicas: 2, tags: ["b"] }, "&force=true"));
    expect(forced.body.spec.replicas).toBe(2);
    const removed = await api.send(apply("two", { replicas: 2 }));
    expect(removed.body.spec.tags).toEqual(["a"]);
  });

  it("writes nothing when it is repeated", async () => {
    const api = new Api();
    const first = await api.send(apply("one", { replicas: 1 }));
    await api.clock.advance(60_000);
    const second = await api.send(apply("one", { replicas: 1 }));
    expect([second.code, second.body]).toEqual([200, first.body]);
    expect(api.server.storage.revision).toBe(2);
  });

  it("reads YAML", async () => {
    const api = new Api();
    const body =
      "apiVersion: example.com/v1\nkind: Database\nmetadata: {name: a}\nspec:\n  replicas: 2\n";
    const answer = await api.send({ ...apply("one", {}), body });
    expect(answer.body.spec.replicas).toBe(2);
  });
});

const manager = {
  manager: "tester",
  operation: "Update",
  apiVersion: "example.com/v1",
  fieldsType: "FieldsV1",
};

describe("scale", () => {
  it("shows and sets replicas, with the generation", async () => {
    const api = new Api();
    await api.create("a", { spec: { replicas: 2 } });
    const shown = await api.send({ call: "GET a/scale" });
    expect(shown.body).toMatchObject({
      kind: "Scale",
      apiVersion: "autoscaling/v1",
      spec: { replicas: 2 },
      status: { replicas: 0 },
    });
    const put = await api.send({
      call: "PUT a/scale",
      body: { ...shown.body, spec: { replicas: 3 } },
    });
    expect([put.code, put.body.spec]).toEqual([200, { replicas: 3 }]);
    const patched = await api.send({
      call: "PATCH a/scale",
      type: types.merge,
      body: { spec: { replicas: 4 } },
    });
    expect(patched.body.spec).toEqual({ replicas: 4 });
    const after = (await api.send({ call: "GET a" })).body;
    expect(after).toMatchObject({ spec: { replicas: 4 }, metadata: { generation: 3 } });
    const scaled = {
      ...manager,
      subresource: "scale",
      fieldsV1: { "f:spec": { "f:replicas": {} } },
    };
    expect(after.metadata.managedFields).toContainEqual(scaled);
    const stale = await api.send({
      call: "PUT a/scale",
      body: { ...shown.body, spec: { replicas: 5 } },
    });
    expect(stale.code).toBe(409);
    const tooMany = await api.send({
      call: "PATCH a/scale",
      type: types.merge,
      body: { spec: { replicas: 11 } },
    });
    expect(tooMany.code).toBe(422);
  });

  it("needs replicas to show", async () => {
    const api = new Api();
    await api.create("a");
    expect((await api.send({ call: "GET a/scale" })).body.message).toBe(
      'Internal error occurred: the spec replicas field ".spec.replicas" does not exist',
    );
  });
});
