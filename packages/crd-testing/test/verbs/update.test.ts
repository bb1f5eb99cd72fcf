import { describe, expect, it } from "vitest";
import { Api, database } from "./api.js";

const configMaps = "/api/v1/namespaces/default/configmaps";

describe("update", () => {
  it("grows the generation with the spec, and with nothing else", async () => {
    const api = new Api();
    const before = await api.create("a", { spec: { replicas: 1 } });
    const labelled = await api.send({
      call: "PUT a",
      body: { ...before, metadata: { ...before.metadata, labels: { x: "y" } } },
    });
    expect(labelled.body.metadata).toMatchObject({ generation: 1, resourceVersion: "3" });
    const scaled = await api.send({
      call: "PUT a",
      body: { ...labelled.body, spec: { replicas: 2 } },
    });
    expect(scaled.body.metadata.generation).toBe(2);
  });

  it("writes nothing when nothing changes", async () => {
    const api = new Api();
    const before = await api.create("a", { spec: { replicas: 1 } });
    await api.clock.advance(60_000);
    const { body } = await api.send({ call: "PUT a", body: before });
    expect(body).toEqual(before);
    expect(api.server.storage.revision).toBe(2);
    const { managedFields: _, ...metadata } = before.metadata;
    const reordered = {
      spec: before.spec,
      metadata,
      kind: before.kind,
      apiVersion: before.apiVersion,
    };
    expect((await api.send({ call: "PUT a", body: reordered })).body.metadata.resourceVersion).toBe(
      "2",
    );
  });

  it("keeps status in the resource and all the rest in the subresource", async () => {
    const api = new Api();
    const before = await api.create("a", { spec: { replicas: 1 } });
    const status = { phase: "Ready" };
    const changed = { ...before, spec: { replicas: 5 }, status };
    const ofStatus = await api.send({ call: "PUT a/status", body: changed });
    expect(ofStatus.body).toMatchObject({ spec: { replicas: 1 }, status });
    expect(ofStatus.body.metadata.generation).toBe(1);
    const { metadata } = ofStatus.body;
    const ofResource = await api.send({
      call: "PUT a",
      body: { ...changed, metadata, status: { phase: "Lost" } },
    });
    expect(ofResource.body).toMatchObject({ spec: { replicas: 5 }, status });
    expect(ofResource.body.metadata.generation).toBe(2);
  });

  it.each([
    [
      "none",
      {},
      422,
      'databases.example.com "a" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update',
    ],
    [
      "an old one",
      { resourceVersion: "1" },
      409,
      'Operation cannot be fulfilled on databases.example.com "a": the object has been modified; please apply your changes to the latest version and try again',
    ],
    ["no number", { resourceVersion: "x" }, 500, 'strconv.ParseUint: parsing "x": invalid syntax'],
    [
      "another uid",
      { resourceVersion: "2", uid: "x" },
      409,
      'Operation cannot be fulfilled on databases.example.com "a": StorageError: invalid object, Code: 4, Key: /registry/example.com/databases/default/a, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: x, UID in object meta: uid-1',
    ],
    [
      "another name",
      { name: "b", resourceVersion: "2" },
      400,
      "the name of the object (b) does not match the name on the URL (a)",
    ],
  ])("answers %s", async (_, metadata, code, message) => {
    const api = new Api();
    await api.create("a");
    const body = { ...database("a"), metadata: { name: "a", ...metadata } };
    const answer = await api.send({ call: "PUT a", body });
    expect([answer.code, answer.body.message]).toEqual([code, message]);
    expect(api.server.storage.revision).toBe(2);
  });

  it("makes no custom resource that does not exist", async () => {
    const answer = await new Api().send({ call: "PUT a", body: database("a") });
    expect([answer.code, answer.body.reason]).toEqual([404, "NotFound"]);
  });

  it("creates a lease that does not exist, and not without its namespace", async () => {
    const api = new Api({ namespaces: new Map([["default", "active"]]) });
    const path = "/apis/coordination.k8s.io/v1/namespaces";
    const body = { metadata: { name: "l" }, spec: { holderIdentity: "me" } };
    const created = await api.send({ call: `PUT ${path}/default/leases/l`, body });
    expect([created.code, created.body.metadata.uid]).toEqual([201, "uid-1"]);
    const missing = await api.send({ call: `PUT ${path}/nope/leases/l`, body });
    expect([missing.code, missing.body.message]).toEqual([404, 'namespaces "nope" not found']);
  });

  it("replaces a config map without resourceVersion", async () => {
    const api = new Api();
    const metadata = { name: "c" };
    await api.send({ call: `POST ${configMaps}`, body: { metadata, data: { a: "1" } } });
    const answer = await api.send({
      call: `PUT ${configMaps}/c`,
      body: { metadata, data: { a: "2" } },
    });
    expect([answer.code, answer.body.data]).toEqual([200, { a: "2" }]);
  });

  it("keeps what cannot be changed, or refuses it", async () => {
    const api = new Api();
    const before = await api.create("a", {
      metadata: { name: "a", finalizers: ["example.com/x"] },
    });
    const deleted = (await api.send({ call: "DELETE a" })).body;
    const put = (metadata: object) =>
      api.send({
        call: "PUT a",
        body: { ...before, metadata: { ...deleted.metadata, ...metadata } },
      });
    const kept = await put({
      creationTimestamp: null,
      deletionTimestamp: null,
      deletionGracePeriodSeconds: null,
      generation: 9,
      uid: "",
    });
    expect(kept.body.metadata).toEqual(deleted.metadata);
    const added = await put({ finalizers: ["example.com/x", "example.com/y"] });
    expect(added.body.message).toContain(
      "metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted",
    );
  });

  it("tells what is immutable once, with a cause for each look that the server takes", async () => {
    const api = new Api();
    await api.create("a");
    const { body } = await api.send({
      call: "PATCH a",
      type: "application/merge-patch+json",
      body: { metadata: { uid: "other" } },
    });
    expect(body.message).toBe(
      'Database.example.com "a" is invalid: metadata.uid: Invalid value: "other": field is immutable',
    );
    expect(body.details.causes).toHaveLength(2);
  });
});
