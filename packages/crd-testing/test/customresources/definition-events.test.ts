import { describe, expect, it } from "vitest";
import { TestApiServer } from "./api-server.js";
import { definition } from "./definitions.js";
import { told } from "./told.js";

const definitionsPath = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const definitionsKey = "customresourcedefinitions.apiextensions.k8s.io";

// The sequences are those of kube-apiserver 1.37.2, see definition-events.server.test.ts.
describe("events of definitions", () => {
  it("accepts names, then establishes, each with an event, before the next request", async () => {
    const server = new TestApiServer();
    const events = server.events(definitionsKey);
    const created = await server.post(definitionsPath, definition({ plural: "foos", kind: "Foo" }));
    expect(created.status).toBe(201);
    expect(created.body["status"]).toEqual({
      conditions: null,
      acceptedNames: { plural: "", kind: "" },
      storedVersions: ["v1"],
    });
    expect(events().map(told)).toEqual([
      "ADDED foos.example.com",
      "MODIFIED foos.example.com, NamesAccepted=True NoConflicts, Established=False Installing",
      "MODIFIED foos.example.com, NamesAccepted=True NoConflicts, Established=True InitialNamesAccepted",
    ]);
    const served = await server.post("/apis/example.com/v1/namespaces/default/foos", {
      apiVersion: "example.com/v1",
      kind: "Foo",
      metadata: { name: "a" },
    });
    expect(served.status).toBe(201);
  });

  it("writes its status as kube-apiserver", async () => {
    const server = new TestApiServer();
    await server.post(definitionsPath, definition({ plural: "foos", kind: "Foo" }));
    const { body } = await server.get(`${definitionsPath}/foos.example.com`);
    const { managedFields } = body["metadata"] as {
      managedFields: { manager: string; operation: string; subresource?: string }[];
    };
    expect(
      managedFields.map(({ manager, operation, subresource }) => [manager, operation, subresource]),
    ).toEqual(
      expect.arrayContaining([
        ["test", "Update", undefined],
        ["kube-apiserver", "Update", "status"],
      ]),
    );
  });

  it("refuses names that another definition of the group holds, until it goes", async () => {
    const server = new TestApiServer();
    await server.post(
      definitionsPath,
      definition({ plural: "foos", kind: "Foo", shortNames: ["fo"] }),
    );
    const events = server.events(definitionsKey);
    await server.post(
      definitionsPath,
      definition({ plural: "bars", kind: "Foo", singular: "foo", shortNames: ["fo", "ba"] }),
    );
    const conflicting = await server.get(`${definitionsPath}/bars.example.com`);
    expect(conflicting.body["status"]).toMatchObject({
      acceptedNames: { plural: "bars", kind: "" },
      conditions: [
        {
          type: "NamesAccepted",
          status: "False",
          reason: "ListKindConflict",
          message: '"FooList" is already in use',
        },
        {
          type: "Established",
          status: "False",
          reason: "NotAccepted",
          message: "not all names are accepted",
        },
      ],
    });
    await server.delete(`${definitionsPath}/foos.example.com`);
    expect(events().map(told)).toEqual([
      "ADDED bars.example.com",
      "MODIFIED bars.example.com, NamesAccepted=False ListKindConflict, Established=False NotAccepted",
      "MODIFIED foos.example.com, deleting, NamesAccepted=True NoConflicts, Established=True InitialNamesAccepted, Terminating=True InstanceDeletionPending",
      "MODIFIED foos.example.com, deleting, NamesAccepted=True NoConflicts, Established=True InitialNamesAccepted, Terminating=True InstanceDeletionInProgress",
      "DELETED foos.example.com, deleting, NamesAccepted=True NoConflicts, Established=True InitialNamesAccepted, Terminating=True InstanceDeletionInProgress",
      "MODIFIED bars.example.com, NamesAccepted=True NoConflicts, Established=False Installing",
      "MODIFIED bars.example.com, NamesAccepted=True NoConflicts, Established=True InitialNamesAccepted",
    ]);
  });

  it("deletes objects first, refuses new ones, and waits for finalizers", async () => {
    const server = new TestApiServer();
    await server.post(definitionsPath, definition({ plural: "foos", kind: "Foo" }));
    const foos = "/apis/example.com/v1/namespaces/default/foos";
    const object = (name: string, finalizers: readonly string[]) => ({
      apiVersion: "example.com/v1",
      kind: "Foo",
      metadata: { name, finalizers },
    });
    await server.post(foos, object("a", ["example.com/x"]));
    await server.post(foos, object("b", []));
    const instances = server.events("foos.example.com");
    const deleted = await server.delete(`${definitionsPath}/foos.example.com`);
    expect(deleted.body["metadata"]).toMatchObject({
      generation: 1,
      finalizers: ["customresourcecleanup.apiextensions.k8s.io"],
    });
    expect(
      instances().map(({ type, object: { metadata } }) => [
        type,
        (metadata as { name: string }).name,
      ]),
    ).toEqual([
      ["MODIFIED", "a"],
      ["DELETED", "b"],
    ]);
    const refused = await server.post(foos, object("c", []));
    expect(refused.status).toBe(403);
    expect(refused.body["message"]).toBe(
      'foos.example.com "c" is forbidden: create not allowed while custom resource definition is terminating',
    );
    expect((await server.get(`${definitionsPath}/foos.example.com`)).status).toBe(200);
    const released = await server.patch(`${foos}/a`, { metadata: { finalizers: null } });
    expect(released.status).toBe(200);
    expect((await server.get(`${definitionsPath}/foos.example.com`)).status).toBe(404);
    const gone = await server.get(`${foos}/a`);
    expect([gone.status, gone.text]).toEqual([404, "404 page not found\n"]);
  });

  it("ends what is watched when the spec changes, and not when only the status does", async () => {
    const server = new TestApiServer();
    await server.post(definitionsPath, definition({ plural: "foos", kind: "Foo" }));
    const reference = { group: "example.com", version: "v1", resource: "foos" };
    const before = server.catalog.find(reference);
    await server.patch(`${definitionsPath}/foos.example.com`, {
      spec: { names: { shortNames: ["fo"] } },
    });
    const after = server.catalog.find(reference);
    expect([before?.ended?.aborted, after?.ended?.aborted]).toEqual([true, false]);
    expect(after?.epoch).toBeGreaterThan(before?.epoch ?? 0);
    expect(after?.shortNames).toEqual(["fo"]);
  });

  it("takes the server's time when asked to", async () => {
    const server = new TestApiServer({ timing: "real" });
    await server.post(definitionsPath, definition({ plural: "foos", kind: "Foo" }));
    const reference = { group: "example.com", version: "v1", resource: "foos" };
    expect(server.catalog.find(reference)?.creatableFrom).toBe(server.clock.now() + 2_000);
    const before = server.catalog.find(reference);
    await server.delete(`${definitionsPath}/foos.example.com`);
    expect(before?.ended?.aborted).toBe(false);
    await server.clock.advance(1_000);
    expect(before?.ended?.aborted).toBe(true);
  });

  it.each([
    ["unapproved, experimental", "UnapprovedAnnotation", "False"],
    ["https://github.com/kubernetes/kubernetes/pull/78458", "ApprovedAnnotation", "True"],
  ])("tells how an API in a protected group was approved: %s", async (approved, reason, status) => {
    const server = new TestApiServer();
    const object = definition({ plural: "foos", kind: "Foo", group: "x.k8s.io" });
    Object.assign(object.metadata, { annotations: { "api-approved.kubernetes.io": approved } });
    await server.post(definitionsPath, object);
    const { body } = await server.get(`${definitionsPath}/foos.x.k8s.io`);
    const { conditions } = body["status"] as { conditions: { type: string }[] };
    expect(
      conditions.find(({ type }) => type === "KubernetesAPIApprovalPolicyConformant"),
    ).toMatchObject({ reason, status });
  });

  it("refuses an API in a protected group that says nothing about its approval", async () => {
    const server = new TestApiServer();
    const object = definition({ plural: "foos", kind: "Foo", group: "x.k8s.io" });
    expect((await server.post(definitionsPath, object)).status).toBe(422);
  });
});
