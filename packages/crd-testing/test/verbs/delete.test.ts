import { describe, expect, it } from "vitest";
import { Api } from "./api.js";

const held = { metadata: { name: "a", finalizers: ["example.com/x"] } };

describe("delete", () => {
  it("removes an object, and answers a Status", async () => {
    const api = new Api();
    await api.create("a");
    const answer = await api.send({ call: "DELETE a" });
    expect([answer.code, answer.body]).toEqual([
      200,
      {
        kind: "Status",
        apiVersion: "v1",
        metadata: {},
        status: "Success",
        details: { name: "a", group: "example.com", kind: "databases", uid: "uid-1" },
      },
    ]);
    expect((await api.send({ call: "GET a" })).code).toBe(404);
    expect((await api.send({ call: "DELETE a" })).code).toBe(404);
  });

  // client-go: controller-runtime fake: finalizers and deletionTimestamp
  it("marks an object that finalizers hold, and removes it with the last of them", async () => {
    const api = new Api();
    await api.create("a", held);
    const marked = await api.send({ call: "DELETE a" });
    expect(marked.code).toBe(200);
    expect(marked.body.metadata).toMatchObject({
      generation: 2,
      deletionTimestamp: "2026-01-01T00:00:00Z",
      deletionGracePeriodSeconds: 0,
      finalizers: ["example.com/x"],
    });
    await api.clock.advance(60_000);
    const again = await api.send({ call: "DELETE a" });
    expect(again.body).toEqual(marked.body);
    const released = await api.send({
      call: "PATCH a",
      type: "application/merge-patch+json",
      body: { metadata: { finalizers: null } },
    });
    expect([released.code, released.body.kind]).toEqual([200, "Database"]);
    expect((await api.send({ call: "GET a" })).code).toBe(404);
  });

  it.each([
    ["Foreground", ["example.com/x", "foregroundDeletion"]],
    ["Orphan", ["example.com/x", "orphan"]],
    ["Background", ["example.com/x"]],
  ])("adds the finalizer of propagation %s", async (propagationPolicy, finalizers) => {
    const api = new Api();
    await api.create("a", held);
    const { body } = await api.send({ call: "DELETE a", body: { propagationPolicy } });
    expect(body.metadata.finalizers).toEqual(finalizers);
  });

  it("changes its mind about dependents", async () => {
    const api = new Api();
    await api.create("a");
    const first = await api.send({ call: "DELETE a?propagationPolicy=Foreground" });
    expect(first.body.metadata.finalizers).toEqual(["foregroundDeletion"]);
    const kept = await api.send({ call: "DELETE a" });
    expect(kept.body.metadata.finalizers).toEqual(["foregroundDeletion"]);
    const gone = await api.send({ call: "DELETE a?propagationPolicy=Background" });
    expect(gone.body.kind).toBe("Status");
  });

  // client-go: controller-runtime fake: delete preconditions
  it.each([
    [{ uid: "x" }, "the UID in the precondition (x) does not match the UID in record (uid-1)."],
    [
      { resourceVersion: "1" },
      "the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (2).",
    ],
  ])("wants %o", async (preconditions, text) => {
    const api = new Api();
    await api.create("a");
    const wrong = await api.send({ call: "DELETE a", body: { preconditions } });
    expect(wrong.code).toBe(409);
    expect(wrong.body.message).toContain(text);
    const right = { uid: "uid-1", resourceVersion: "2" };
    expect((await api.send({ call: "DELETE a", body: { preconditions: right } })).code).toBe(200);
  });

  it("leaves everything as it is in a dry run", async () => {
    const api = new Api();
    await api.create("a", held);
    const { body } = await api.send({ call: "DELETE a?dryRun=All" });
    expect(body.metadata.deletionTimestamp).toBe("2026-01-01T00:00:00Z");
    expect((await api.send({ call: "GET a" })).body.metadata).not.toHaveProperty(
      "deletionTimestamp",
    );
    expect(api.server.storage.revision).toBe(2);
  });

  it.each([
    [{ propagationPolicy: "X" }, 422],
    [{ propagationPolicy: "Orphan", orphanDependents: true }, 422],
    [{ dryRun: ["X"] }, 422],
    [{ gracePeriodSeconds: "x" }, 400],
    [{ kind: "Other" }, 400],
    ["{", 400],
    [[], 400],
  ])("refuses the options %o", async (body, code) => {
    const api = new Api();
    await api.create("a");
    expect((await api.send({ call: "DELETE a", body })).code).toBe(code);
    expect((await api.send({ call: "GET a" })).code).toBe(200);
  });
});

describe("deletecollection", () => {
  it("deletes what is selected, and answers it as a list", async () => {
    const api = new Api();
    for (const name of ["a", "b", "c"]) {
      await api.create(name, { metadata: { name, labels: { odd: name === "b" ? "no" : "yes" } } });
    }
    const answer = await api.send({ call: "DELETE ?labelSelector=odd=yes" });
    expect(answer.body.kind).toBe("DatabaseList");
    expect(
      answer.body.items.map((item: { metadata: { name: string } }) => item.metadata.name),
    ).toEqual(["a", "c"]);
    const left = await api.send({ call: "GET " });
    expect(left.body.items).toHaveLength(1);
  });

  it("marks what finalizers hold", async () => {
    const api = new Api();
    await api.create("a", held);
    await api.create("b");
    await api.send({ call: "DELETE " });
    const { items } = (await api.send({ call: "GET " })).body;
    expect(items).toHaveLength(1);
    expect(items[0].metadata.deletionTimestamp).toBeDefined();
  });
});
