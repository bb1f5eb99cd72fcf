import { describe, expect, it } from "vitest";
import { Api, countingRandom, database } from "./api.js";

describe("create", () => {
  it("completes an object, stores it, and answers it", async () => {
    const api = new Api();
    const { code, body } = await api.send({
      call: "POST ",
      body: database("a", { spec: { replicas: 2 }, status: { phase: "Ready" } }),
    });
    expect(code).toBe(201);
    expect(body).toEqual({
      apiVersion: "example.com/v1",
      kind: "Database",
      metadata: {
        name: "a",
        namespace: "default",
        uid: "uid-1",
        resourceVersion: "2",
        generation: 1,
        creationTimestamp: "2026-01-01T00:00:00Z",
        managedFields: [
          {
            manager: "tester",
            operation: "Update",
            apiVersion: "example.com/v1",
            time: "2026-01-01T00:00:00Z",
            fieldsType: "FieldsV1",
            fieldsV1: { "f:spec": { ".": {}, "f:engine": {}, "f:replicas": {} } },
          },
        ],
      },
      spec: { engine: "postgres", replicas: 2 },
    });
    expect((await api.send({ call: "GET a" })).body).toEqual(body);
  });

  // client-go: controller-runtime fake: resource versions
  it("sets what only the server sets", async () => {
    const api = new Api();
    const body = await api.create("a", {
      metadata: {
        name: "a",
        uid: "mine",
        creationTimestamp: "2000-01-01T00:00:00Z",
        deletionTimestamp: "2000-01-01T00:00:00Z",
        deletionGracePeriodSeconds: 5,
        generation: 7,
        selfLink: "/x",
      },
    });
    expect(body.metadata).toMatchObject({ uid: "uid-1", generation: 1 });
    expect(Object.keys(body.metadata)).not.toContain("deletionTimestamp");
    expect(Object.keys(body.metadata)).not.toContain("deletionGracePeriodSeconds");
    expect(Object.keys(body.metadata)).not.toContain("selfLink");
  });

  it("makes names, and others when they are taken", async () => {
    const api = new Api({ random: countingRandom(["bbbbb", "bbbbb", "ccccc"]) });
    const body = { ...database(""), metadata: { generateName: "db-" } };
    const names: string[] = [];
    for (let count = 0; count < 2; count++) {
      names.push((await api.send({ call: "POST ", body })).body.metadata.name);
    }
    expect(names).toEqual(["db-bbbbb", "db-ccccc"]);
  });

  // client-go: controller-runtime fake: generateName
  it("gives up after eight names", async () => {
    const api = new Api({ random: countingRandom(Array.from({ length: 20 }, () => "bbbbb")) });
    const body = { ...database(""), metadata: { generateName: "db-" } };
    await api.send({ call: "POST ", body });
    const answer = await api.send({ call: "POST ", body });
    expect(answer.code).toBe(409);
    expect(answer.body.message).toBe(
      'databases.example.com "db-bbbbb" already exists, the server was not able to generate a unique name for the object',
    );
    expect(answer.headers["retry-after"]).toBe("1");
    // The first creation took one suffix, the second one eight.
    expect(api.server.storage.count("databases.example.com")).toBe(1);
  });

  it("cuts a long generateName so that the name fits", async () => {
    const api = new Api();
    const body = { ...database(""), metadata: { generateName: "x".repeat(80) } };
    const { name } = (await api.send({ call: "POST ", body })).body.metadata;
    expect(name).toBe(`${"x".repeat(58)}n0001`);
  });

  it.each([
    ["resourceVersion", { resourceVersion: "5" }, 500],
    ["a resourceVersion that is no number", { resourceVersion: "x" }, 201],
    ["another namespace", { namespace: "other" }, 400],
    ["a wrong name", { name: "A_b" }, 422],
    ["no name", { name: "" }, 422],
  ])("answers %s in metadata", async (_, metadata, code) => {
    const api = new Api();
    const body = { ...database("a"), metadata: { name: "a", ...metadata } };
    expect((await api.send({ call: "POST ", body })).code).toBe(code);
    expect(api.server.storage.count("databases.example.com")).toBe(code === 201 ? 1 : 0);
  });

  it("refuses a name that is taken, and says when that one is going", async () => {
    const api = new Api();
    await api.create("a", { metadata: { name: "a", finalizers: ["example.com/x"] } });
    const taken = await api.send({ call: "POST ", body: database("a") });
    expect(taken.body.message).toBe('databases.example.com "a" already exists');
    await api.send({ call: "DELETE a" });
    const going = await api.send({ call: "POST ", body: database("a") });
    expect(going.body.message).toBe(
      'object is being deleted: databases.example.com "a" already exists',
    );
  });

  it("looks at the namespace before it validates", async () => {
    const namespaces = new Map([["default", "terminating"]] as const);
    const api = new Api({ namespaces });
    const going = await api.send({ call: "POST ", body: database("A") });
    expect(going.code).toBe(403);
    expect(going.body.details.causes).toEqual([
      {
        reason: "NamespaceTerminating",
        message: "namespace default is being terminated",
        field: "metadata.namespace",
      },
    ]);
    const missing = await api.send({
      call: "POST /apis/example.com/v1/namespaces/nope/databases",
      body: database("A"),
    });
    expect(missing.body.message).toBe('namespaces "nope" not found');
  });

  it("drops owners that are there twice, with a warning", async () => {
    const api = new Api();
    const owner = { apiVersion: "v1", kind: "ConfigMap", name: "x", uid: "u" };
    const metadata = { name: "a", ownerReferences: [owner, { ...owner }] };
    const { body, headers } = await api.send({ call: "POST ", body: database("a", { metadata }) });
    expect(body.metadata.ownerReferences).toEqual([owner]);
    expect(headers["warning"]).toEqual([expect.stringContaining("duplicate UID(s) observed: u")]);
  });

  it("keeps members with odd names as they are", async () => {
    const api = new Api();
    const text =
      '{"apiVersion":"example.com/v1","kind":"Region","metadata":{"name":"a"},"__proto__":{"x":1},"constructor":2,"big":12345678901234567890}';
    const answer = await api.send({ call: "POST /apis/example.com/v1/regions", body: text });
    expect(answer.text).toContain('"__proto__":{"x":1},"constructor":2');
    expect(Object.prototype).not.toHaveProperty("x");
  });
});
