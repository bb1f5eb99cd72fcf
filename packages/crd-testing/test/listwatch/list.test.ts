import { describe, expect, it } from "vitest";
import { configMaps, Fixture, widgets } from "./fixture.js";

/** A, b, c, d and e at revisions 2 to 6; c goes at 7, a is written again at 8, f is new at 9. */
function storyTold(): Fixture {
  const fixture = new Fixture();
  fixture.fill("a", "b", "c", "d", "e");
  fixture.remove({ name: "c" });
  fixture.put({ name: "a", labels: { name: "again" } });
  fixture.put({ name: "f", namespace: "other" });
  return fixture;
}

describe("list", () => {
  it.each([
    { query: "", names: ["a", "b", "d", "e"], rv: "9" },
    { query: "resourceVersion=0", names: ["a", "b", "d", "e"], rv: "9" },
    { query: "resourceVersion=0&limit=2", names: ["a", "b", "d", "e"], rv: "9" },
    { query: "resourceVersion=3", names: ["a", "b", "d", "e"], rv: "9" },
    {
      query: "resourceVersion=3&resourceVersionMatch=NotOlderThan",
      names: ["a", "b", "d", "e"],
      rv: "9",
    },
    {
      query: "resourceVersion=3&resourceVersionMatch=NotOlderThan&limit=2",
      names: ["a", "b"],
      rv: "9",
      remaining: 2,
    },
    {
      query: "resourceVersion=6&resourceVersionMatch=Exact",
      names: ["a", "b", "c", "d", "e"],
      rv: "6",
    },
    { query: "resourceVersion=3&resourceVersionMatch=Exact", names: ["a", "b"], rv: "3" },
    { query: "resourceVersion=6&limit=2", names: ["a", "b"], rv: "6", remaining: 3 },
    { query: "resourceVersion=00&limit=2", names: ["a", "b"], rv: "9", remaining: 2 },
    { query: "limit=2", names: ["a", "b"], rv: "9", remaining: 2 },
    { query: "limit=4", names: ["a", "b", "d", "e"], rv: "9" },
    { query: "limit=-1", names: ["a", "b", "d", "e"], rv: "9" },
    { query: "limit=2&labelSelector=name", names: ["a", "b"], rv: "9", more: true },
    { query: "limit=1&labelSelector=name=e", names: ["e"], rv: "9" },
    { query: "limit=1&labelSelector=name=d", names: ["d"], rv: "9", more: true },
    { query: "labelSelector=name!=b,name notin (d),name", names: ["a", "e"], rv: "9" },
    { query: "fieldSelector=metadata.name=b", names: ["b"], rv: "9" },
    { query: "fieldSelector=metadata.name=b&limit=1", names: ["b"], rv: "9" },
    {
      query: "fieldSelector=metadata.name=c&resourceVersion=6&resourceVersionMatch=Exact",
      names: ["c"],
      rv: "6",
    },
    { query: "fieldSelector=metadata.name=c&resourceVersion=6&limit=1", names: [], rv: "9" },
    { query: "fieldSelector=metadata.name=b&labelSelector=name=x", names: [], rv: "9" },
    { query: "fieldSelector=metadata.name!=b", names: ["a", "d", "e"], rv: "9" },
    { query: "fieldSelector=metadata.namespace=other", names: [], rv: "9" },
  ])("?$query", async ({ query, names, rv, remaining, more }) => {
    const { code, body } = await storyTold().ask(query.replaceAll(" ", "%20"));
    expect(code).toBe(200);
    expect(body.items.map((item: { metadata: { name: string } }) => item.metadata.name)).toEqual(
      names,
    );
    expect(body.metadata).toEqual({
      resourceVersion: rv,
      continue: remaining === undefined && more !== true ? "" : expect.stringMatching(/^[\w-]+$/),
      ...(remaining === undefined ? {} : { remainingItemCount: remaining }),
    });
  });

  // client-go: TestGetWithExactMatch
  // client-go: TestList
  it("is of one namespace, or of all", async () => {
    const fixture = storyTold();
    expect(await fixture.names("", { namespace: "" })).toEqual(["a", "b", "d", "e", "f"]);
    expect(await fixture.names("", { namespace: "other" })).toEqual(["f"]);
    expect(await fixture.names("", { namespace: "nowhere" })).toEqual([]);
    const narrowed = "fieldSelector=metadata.namespace=other";
    expect(await fixture.names(narrowed, { namespace: "" })).toEqual(["f"]);
    const single = "fieldSelector=metadata.name=a";
    expect(await fixture.names(single, { namespace: "" })).toEqual(["a"]);
  });

  it("selects by fields of the resource", async () => {
    const fixture = new Fixture();
    for (const [name, color] of [
      ["a", "red"],
      ["b", "blue"],
      ["c", "red"],
    ] as const) {
      fixture.put({ name, color });
    }
    fixture.put({ name: "d" });
    expect(await fixture.names("fieldSelector=spec.color=red")).toEqual(["a", "c"]);
    expect(await fixture.names("fieldSelector=spec.color!=red")).toEqual(["b", "d"]);
    expect(await fixture.names("fieldSelector=spec.color=")).toEqual(["d"]);
    const { body } = await fixture.ask("fieldSelector=spec.size=1");
    expect(body).toMatchObject({ code: 400, message: "field label not supported: spec.size" });
    const plain = await fixture.ask("fieldSelector=spec.size=1", { resource: configMaps });
    expect(plain.body.message).toBe(
      '"spec.size" is not a known field selector: only "metadata.name", "metadata.namespace"',
    );
  });

  it.each([1, 2, 3, 4, 5, 6])("pages of %i make up the whole, as it was", async (limit) => {
    const fixture = storyTold();
    const whole = await fixture.names("", { namespace: "" });
    const names: string[] = [];
    let token = "";
    do {
      const { body } = await fixture.ask(`limit=${limit}&continue=${token}`, { namespace: "" });
      expect(body.metadata.resourceVersion).toBe("9");
      names.push(...body.items.map((item: { metadata: { name: string } }) => item.metadata.name));
      const left = whole.length - names.length;
      expect(body.metadata.remainingItemCount).toBe(left === 0 ? undefined : left);
      token = body.metadata.continue;
      // What comes between is not seen.
      fixture.put({ name: `z${names.length}` });
      fixture.remove({ name: `z${names.length}` });
    } while (token !== "");
    expect(names).toEqual(whole);
  });

  it("goes on where it was without a limit, and with any version", async () => {
    const fixture = storyTold();
    const { body } = await fixture.ask("limit=1");
    const token = body.metadata.continue;
    expect(await fixture.names(`continue=${token}`)).toEqual(["b", "d", "e"]);
    expect(await fixture.names(`continue=${token}&limit=1&resourceVersion=0`)).toEqual([
      "b",
      "d",
      "e",
    ]);
    expect(await fixture.names(`continue=${token}&fieldSelector=metadata.name=d`)).toEqual(["d"]);
  });

  it("waits for a revision for three seconds", async () => {
    const fixture = storyTold();
    for (const query of ["resourceVersion=10", "resourceVersion=10&resourceVersionMatch=Exact"]) {
      const answer = fixture.ask(query);
      await fixture.clock.advance(2_999);
      await fixture.clock.advance(1);
      const { code, body } = await answer;
      expect(code).toBe(504);
      expect(body).toMatchObject({
        message: "Timeout: Too large resource version: 10, current: 9",
        reason: "Timeout",
        details: {
          causes: [{ reason: "ResourceVersionTooLarge", message: "Too large resource version" }],
          retryAfterSeconds: 1,
        },
      });
    }
    expect(fixture.clock.timers).toEqual([]);
    const answer = fixture.names("resourceVersion=10");
    await fixture.clock.advance(2_999);
    fixture.put({ name: "g" });
    expect(await answer).toEqual(["a", "b", "d", "e", "g"]);
    expect(fixture.clock.timers).toEqual([]);
  });

  it("does not wait where the real server asks etcd", async () => {
    const fixture = storyTold();
    for (const query of ["limit=1", "resourceVersionMatch=Exact"]) {
      const { code, body } = await fixture.ask(
        `resourceVersion=99&fieldSelector=metadata.name=a&${query}`,
      );
      expect(code).toBe(504);
      expect(body.details).toEqual({
        causes: [{ reason: "ResourceVersionTooLarge", message: "Too large resource version" }],
      });
    }
  });

  it("stops waiting when the client goes away", async () => {
    const fixture = storyTold();
    const client = new AbortController();
    const answer = fixture.respond("resourceVersion=10", { signal: client.signal });
    await fixture.clock.settle();
    client.abort();
    expect((await answer).status).toBe(500);
    expect(fixture.clock.timers).toEqual([]);
  });

  it("refuses what is compacted, and offers the rest of a list without consistency", async () => {
    const fixture = storyTold();
    const { body } = await fixture.ask("limit=1");
    fixture.put({ name: "b2" });
    fixture.storage.compact(10);
    const exact = await fixture.ask("resourceVersion=9&resourceVersionMatch=Exact");
    expect([exact.code, exact.body.reason, exact.body.message]).toEqual([
      410,
      "Expired",
      "The resourceVersion for the provided list is too old.",
    ]);
    const expired = await fixture.ask(`limit=1&continue=${body.metadata.continue}`);
    expect([expired.code, expired.body.reason]).toEqual([410, "Expired"]);
    expect(expired.body.message).toBe(
      "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.",
    );
    const rest = await fixture.ask(`limit=2&continue=${expired.body.metadata.continue}`);
    expect(
      rest.body.items.map((item: { metadata: { name: string } }) => item.metadata.name),
    ).toEqual(["b", "b2"]);
    expect(rest.body.metadata).toMatchObject({ resourceVersion: "10", remainingItemCount: 2 });
  });

  it("lets tokens expire after five minutes of writes", async () => {
    const fixture = storyTold();
    const { body } = await fixture.ask("limit=1");
    const query = `limit=1&continue=${body.metadata.continue}`;
    fixture.put({ name: "g" });
    await fixture.clock.advance(240_000);
    fixture.put({ name: "h" });
    expect((await fixture.ask(query)).code).toBe(200);
    await fixture.clock.advance(301_000);
    expect((await fixture.ask(query)).code).toBe(410);
  });

  it("takes cluster-scoped objects whatever the namespace", async () => {
    const fixture = new Fixture();
    const resource = { ...widgets, namespaced: false };
    for (const name of ["a", "b", "c"]) fixture.put({ resource, name });
    const { body } = await fixture.ask("limit=1", { resource, namespace: "" });
    const token = Buffer.from(body.metadata.continue, "base64url").toString();
    expect(JSON.parse(token)).toEqual({ v: "meta.k8s.io/v1", rv: 4, start: "/a\0" });
    expect(await fixture.names("", { resource, namespace: "a" })).toEqual(["a", "b", "c"]);
    expect(
      await fixture.names("fieldSelector=metadata.name=b", { resource, namespace: "" }),
    ).toEqual(["b"]);
  });
});
