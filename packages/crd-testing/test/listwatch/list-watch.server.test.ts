import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { describeOnServer } from "../../../../test/controlplane/fixture.js";
import {
  negotiate,
  negotiateStream,
} from "../../src/apiserver/request/negotiation/representation.js";
import { parseQuery } from "../../src/apiserver/request/query.js";
import type { ApiResource } from "../../src/apiserver/resources/resource.js";
import { configMaps, type Draft, Fixture, textOf, widgets } from "./fixture.js";
import { RealServer } from "./real-server.js";

const group = "listwatch.example.com";
const namespace = "listwatch";
const encode = (token: string): string => Buffer.from(token).toString("base64url");
const tokenOf = (rv: number, start: string): string =>
  encode(JSON.stringify({ v: "meta.k8s.io/v1", rv, start }));

const definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: `widgets.${group}` },
  spec: {
    group,
    scope: "Namespaced",
    names: { plural: "widgets", singular: "widget", kind: "Widget", listKind: "WidgetList" },
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        selectableFields: [{ jsonPath: ".spec.color" }],
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: { spec: { type: "object", properties: { color: { type: "string" } } } },
          },
        },
      },
    ],
  },
};

interface Answer {
  readonly code: number;
  readonly contentType: unknown;
  readonly text: string;
}

/** Names what of an answer the two servers must agree on. Revisions are the server's own. */
function essence(answer: Answer): unknown {
  const { code, contentType, text } = answer;
  // A Status for a client that takes nothing the server has is indented.
  const lines = text.startsWith("{\n") ? [text] : text.split("\n").filter((line) => line !== "");
  const bodies: readonly Body[] = lines.map((line) => JSON.parse(line, normalise));
  return { code, contentType, bodies: bodies.filter((body) => !isProgress(body)).map(brief) };
}

/** A bookmark that a server sends when it likes, other than the one that ends the initial events. */
function isProgress({ type, object }: Body): boolean {
  return type === "BOOKMARK" && !JSON.stringify(object).includes("initial-events-end");
}

function normalise(key: string, value: unknown): unknown {
  if (key === "resourceVersion") return "N";
  if (key === "message" && typeof value === "string") {
    return value
      .replace(/too old resource version: \d+ \(\d+\)/, "too old resource version: N (N)")
      .replace(/current: \d+/, "current: N");
  }
  if (key === "continue" && value !== "") {
    const token = JSON.parse(Buffer.from(String(value), "base64url").toString());
    // Tokens from etcd have no slash at the beginning, those from the watch cache do.
    return { rv: token.rv < 0 ? token.rv : "N", start: token.start.replace(/^\//, "") };
  }
  return value;
}

interface Body {
  readonly kind?: string;
  readonly type?: string;
  readonly object?: Body;
  readonly metadata?: { readonly name?: string };
  readonly items?: readonly Body[] | null;
  readonly rows?: readonly { readonly object: Body | null }[];
}

/** Objects as their kind, name and members; lists and statuses whole. */
function brief(body: Body): unknown {
  if (body.type !== undefined) {
    const { type, object = {} } = body;
    return {
      type,
      object: type === "BOOKMARK" || type === "ERROR" ? withoutCells(object) : subject(object),
    };
  }
  if (body.items !== undefined) return { ...body, items: body.items?.map(subject) };
  return body.rows === undefined ? body : subject(body);
}

function subject(object: Body): unknown {
  if (object.rows !== undefined) {
    const { rows, ...table } = object;
    return {
      ...table,
      columnDefinitions: typeof table,
      rows: rows.map((row) => row.object && subject(row.object)),
    };
  }
  return { members: Object.keys(object).sort(), kind: object.kind, name: object.metadata?.name };
}

function withoutCells(object: Body): unknown {
  return object.rows === undefined ? object : subject(object);
}

describeOnServer("lists and watches", (server) => {
  const real = new RealServer(server.kubeconfigPath);
  /** All that was written, to be written again for each test: they run at the same time, each on its own clock. */
  const story: Draft[] = [];
  const resource: ApiResource = { ...widgets, group, storageKey: `widgets.${group}` };
  /** Revisions of both servers: before the third object was made, and now. */
  const revisions = { real: { old: 0, now: 0 }, ours: { old: 0, now: 0 } };

  const root = (of: ApiResource): string => (of.group === "" ? "/api/v1" : `/apis/${of.group}/v1`);
  const pathOf = (of: ApiResource, within: string): string =>
    within === ""
      ? `${root(of)}/${of.resource}`
      : `${root(of)}/namespaces/${within}/${of.resource}`;

  function retold(): Fixture {
    const fixture = new Fixture();
    for (const draft of story) revisions.ours.now = fixture.put(draft);
    return fixture;
  }

  async function create(path: string, body: unknown): Promise<number> {
    const { code, text } = await real.send({ method: "POST", path, body });
    expect([code, code === 201 ? "" : text]).toEqual([201, ""]);
    return Number(JSON.parse(text).metadata.resourceVersion);
  }

  async function put(of: ApiResource, within: string, name: string, color: string): Promise<void> {
    const metadata = { name, labels: { color } };
    const spec = of === resource ? { spec: { color } } : {};
    const apiVersion = of.group === "" ? "v1" : `${of.group}/v1`;
    const body = { apiVersion, kind: of.kind, metadata, ...spec };
    revisions.real.now = await create(pathOf(of, within), body);
    const draft = { resource: of, namespace: within, name, labels: { color } };
    story.push(of === resource ? { ...draft, color } : draft);
    retold();
  }

  beforeAll(async () => {
    await create("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition);
    for (const within of [namespace, `${namespace}-2`]) {
      await create("/api/v1/namespaces", { metadata: { name: within } });
    }
    const path = `/apis/${group}/v1/widgets?limit=1`;
    const isServed = async (): Promise<void> => expect((await real.send({ path })).code).toBe(200);
    await vi.waitFor(isServed, { timeout: 20_000 });
    for (const of of [configMaps, resource]) {
      for (const name of ["a", "b"]) await put(of, namespace, name, "red");
      if (of === resource) {
        revisions.real.old = revisions.real.now;
        revisions.ours.old = revisions.ours.now;
      }
      for (const name of ["c", "d"]) await put(of, namespace, name, "blue");
      await put(of, `${namespace}-2`, "e", "blue");
    }
  });
  afterAll(async () => {
    for (const path of [
      `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets.${group}`,
      `/api/v1/namespaces/${namespace}`,
      `/api/v1/namespaces/${namespace}-2`,
    ]) {
      await real.send({ method: "DELETE", path });
    }
    real.close();
  });

  async function compare(input: {
    readonly of: ApiResource;
    readonly query: string;
    readonly within?: string;
    readonly accept?: string;
  }): Promise<void> {
    const { of, within = namespace, accept = "application/json" } = input;
    const fill = (side: "ours" | "real"): string =>
      input.query
        .replaceAll("$token", () => tokenOf(revisions[side].now, "/a\0"))
        .replaceAll("$all", () => tokenOf(revisions[side].now, `/${namespace}/a\0`))
        .replaceAll("$old", () => String(revisions[side].old))
        .replaceAll("$now", () => String(revisions[side].now));
    const path = `${pathOf(of, within)}?${fill("real")}`;
    const theirs = real.send({ path, accept });
    const fixture = retold();
    const query = fill("ours");
    const values = parseQuery(query);
    const accepting = { accept, userAgent: "", query: values };
    const isWatch = values.has("watch");
    const representation = isWatch ? negotiateStream(accepting) : negotiate(accepting);
    const answer = async (): Promise<Answer> => {
      const asked = { resource: of, namespace: within, representation };
      const { status, headers, body } = await fixture.respond(query, asked);
      return { code: status, contentType: headers["content-type"], text: await textOf(body) };
    };
    const pending = answer();
    await fixture.clock.advance(3_000);
    await fixture.clock.advance(2_000);
    const ours = await pending;
    expect(essence(ours)).toEqual(essence(await theirs));
  }

  const resources = [
    { title: "custom resources", of: resource },
    { title: "a built-in kind", of: configMaps },
  ];

  describe.concurrent.each(resources)("lists of $title", ({ of }) => {
    it.each([
      "",
      "resourceVersion=0",
      "resourceVersion=0&limit=1",
      "resourceVersion=$old",
      "resourceVersion=$old&resourceVersionMatch=NotOlderThan&limit=1",
      "resourceVersion=$old&resourceVersionMatch=NotOlderThan",
      "resourceVersion=$now&resourceVersionMatch=Exact",
      "resourceVersion=$now&limit=1",
      "resourceVersion=00&limit=1",
      "resourceVersion=05",
      "limit=1",
      "limit=3",
      "limit=4",
      "limit=-1",
      "limit=abc",
      "limit=",
      "limit=9223372036854775808",
      "limit=1&labelSelector=color",
      "limit=2&labelSelector=color%3Dblue",
      "limit=1&labelSelector=color%3Dred",
      "labelSelector=color%20in%20(red,green)",
      "labelSelector=color%20notin%20(red)",
      "labelSelector=!color",
      "labelSelector=color!%3Dred",
      "labelSelector=color%3Ered",
      "labelSelector=a%3Db%3Dc",
      "labelSelector=a%20in%20b",
      "labelSelector=a/b/c%3Db",
      "fieldSelector=metadata.name%3Da",
      "fieldSelector=metadata.name%3Da&limit=1",
      "fieldSelector=metadata.name%3Da,metadata.name%3Db",
      "fieldSelector=metadata.name!%3Da&limit=1",
      "fieldSelector=metadata.name%3Da%252Fb",
      "fieldSelector=metadata.name%3D",
      "fieldSelector=metadata.namespace%3Dother",
      "fieldSelector=spec.foo%3D1,a.b%3D2",
      "fieldSelector=a",
      "fieldSelector=metadata.name%3Da&resourceVersion=99999999&limit=1",
      "fieldSelector=metadata.name%3Da&resourceVersion=99999999&resourceVersionMatch=Exact",
      "fieldSelector=metadata.name%3Da&resourceVersion=$now&limit=1",
      "fieldSelector=metadata.name%3Da&resourceVersion=$now&resourceVersionMatch=Exact",
      "resourceVersion=99999999",
      "resourceVersion=99999999&resourceVersionMatch=Exact",
      "resourceVersion=99999999&limit=1",
      "resourceVersion=18446744073709551615",
      "resourceVersion=abc",
      "resourceVersion=-1",
      "resourceVersion=%2B1",
      "resourceVersion=18446744073709551616",
      "resourceVersion=abc&resourceVersionMatch=Exact",
      "resourceVersionMatch=Exact",
      "resourceVersionMatch=NotOlderThan",
      "resourceVersionMatch=Foo&resourceVersion=1",
      "resourceVersionMatch=Exact&resourceVersion=0",
      "resourceVersionMatch=Exact&resourceVersion=0&continue=x&sendInitialEvents=1",
      "sendInitialEvents=false",
      "continue=$token",
      "continue=$token&limit=1",
      "continue=$token&limit=2&labelSelector=color",
      "continue=$token&limit=1&resourceVersion=0",
      "continue=$token&resourceVersion=5",
      "continue=$token&resourceVersion=abc",
      "continue=$token&resourceVersion=5&resourceVersionMatch=Exact",
      "continue=$token&fieldSelector=metadata.name%3Dc&limit=1",
      "continue=$token&fieldSelector=metadata.name%3Da",
      "continue=$all&limit=1",
      "continue=x&fieldSelector=metadata.name%3Da",
      "continue=%7B",
      "continue=abc%3D",
      "continue=e30a5",
      "continue=abc",
      "continue=e30",
      `continue=${encode("[]")}`,
      `continue=${encode('{"v":"meta.k8s.io/v1"')}`,
      `continue=${encode('{"v":"meta.k8s.io/v2","rv":1,"start":"a"}')}`,
      `continue=${encode('{"v":"meta.k8s.io/v1","rv":"1","start":"a"}')}`,
      `continue=${encode('{"V":"meta.k8s.io/v1","RV":-1,"START":"b"}')}&limit=1`,
      `continue=${tokenOf(0, "a")}`,
      `continue=${tokenOf(1, "")}`,
      `continue=${tokenOf(1, "../a")}`,
      `continue=${tokenOf(1, "a//b")}`,
      `continue=${tokenOf(1, "a/")}`,
      `continue=${tokenOf(-1, "b\0")}&limit=1`,
      `continue=${tokenOf(-1, "/")}&limit=1`,
      `continue=${tokenOf(-1, "zz")}`,
      `continue=${tokenOf(99999999, "b")}`,
    ])("?%s", (query) => compare({ of, query }));

    it.each([
      "limit=1",
      "continue=$all&limit=1",
      "continue=$token&limit=1",
      "fieldSelector=metadata.name%3De",
      "fieldSelector=metadata.name%3De&limit=1",
      "fieldSelector=metadata.namespace%3Dlistwatch-2",
      "fieldSelector=metadata.namespace%3Dlistwatch&limit=1",
      "fieldSelector=metadata.namespace%3Dlistwatch,metadata.name%3Da&resourceVersion=99999999&limit=1",
    ])("in all namespaces: ?labelSelector=color&%s", (query) =>
      compare({ of, query: `labelSelector=color&${query}`, within: "" }),
    );
  });

  describe.concurrent("of what was before", () => {
    it.each([
      "resourceVersion=$old&resourceVersionMatch=Exact",
      "resourceVersion=$old&limit=1",
      "resourceVersion=$old&limit=1&fieldSelector=metadata.name%3Dc",
      "resourceVersion=$old&resourceVersionMatch=Exact&fieldSelector=metadata.name%3Dc",
      "fieldSelector=spec.color%3Dred",
      "fieldSelector=spec.color!%3Dred&limit=1",
    ])("?%s", (query) => compare({ of: resource, query }));
  });

  describe.concurrent("in other forms", () => {
    const as = (kind: string): string => `application/json;as=${kind};v=v1;g=meta.k8s.io`;
    it.each([
      { kind: "Table", query: "limit=1" },
      { kind: "Table", query: "fieldSelector=metadata.name%3Dzz" },
      { kind: "Table", query: "includeObject=Foo" },
      { kind: "Table", query: "watch=1&timeoutSeconds=1&includeObject=Foo&resourceVersion=abc" },
      { kind: "Table", query: "watch=1&timeoutSeconds=1&includeObject=Foo" },
      {
        kind: "Table",
        query: "watch=1&timeoutSeconds=1&allowWatchBookmarks=1&labelSelector=color%3Dred",
      },
      { kind: "Table", query: "watch=1&timeoutSeconds=1&resourceVersion=1" },
      { kind: "PartialObjectMetadataList", query: "limit=1" },
      { kind: "PartialObjectMetadataList", query: "fieldSelector=metadata.name%3Dzz" },
      { kind: "PartialObjectMetadata", query: "watch=1&timeoutSeconds=1&allowWatchBookmarks=1" },
      { kind: "PartialObjectMetadataList", query: "watch=1&timeoutSeconds=1" },
    ])("$kind: ?$query", ({ kind, query }) => compare({ of: resource, query, accept: as(kind) }));
  });

  describe.concurrent.each(resources)("watches of $title", ({ of }) => {
    it.each([
      "",
      "resourceVersion=0",
      "resourceVersion=00",
      "resourceVersion=0&allowWatchBookmarks=1",
      "allowWatchBookmarks=1",
      "allowWatchBookmarks=1&labelSelector=color%3Dred",
      "allowWatchBookmarks=1&fieldSelector=metadata.name%3Db",
      "fieldSelector=metadata.name%3Dzz",
      "resourceVersion=$now",
      "resourceVersion=$old",
      "resourceVersion=$old&limit=1",
      "resourceVersion=99999999",
      "resourceVersion=18446744073709551615",
      "resourceVersion=99999999&sendInitialEvents=true&resourceVersionMatch=NotOlderThan",
      "resourceVersion=$old&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=1",
      "sendInitialEvents=true&resourceVersionMatch=NotOlderThan",
      "sendInitialEvents=false&resourceVersionMatch=NotOlderThan",
      "resourceVersion=0&sendInitialEvents=false&resourceVersionMatch=NotOlderThan",
      "sendInitialEvents=true",
      "sendInitialEvents=false",
      "resourceVersionMatch=NotOlderThan",
      "resourceVersionMatch=NotOlderThan&resourceVersion=1",
      "resourceVersionMatch=Exact&resourceVersion=1",
      "resourceVersionMatch=Foo&sendInitialEvents=1&continue=x",
      "continue=x",
      "continue=x&resourceVersion=$now",
      "resourceVersion=abc",
      "resourceVersion=-1",
      "fieldSelector=spec.foo%3D1",
      "labelSelector=a%3Db%3Dc",
      "timeoutSeconds=abc",
    ])("?%s", (query) => compare({ of, query: `${query}&watch=1&timeoutSeconds=1` }));

    it("of a negative time", () =>
      compare({ of, query: "watch=1&timeoutSeconds=-1&resourceVersion=$now" }));
  });

  it("watches of a definition begin where it was made", () =>
    compare({ of: resource, query: "watch=1&timeoutSeconds=1&resourceVersion=1" }));

  it("objects enter and leave a selection", async () => {
    const path = `${pathOf(resource, namespace)}/moving`;
    await put(resource, namespace, "moving", "red");
    const fixture = retold();
    const patch = async (color: string): Promise<void> => {
      const body = { metadata: { labels: { color } }, spec: { color } };
      await real.send({ method: "PATCH", path, body });
      fixture.put({ resource, namespace, name: "moving", labels: { color }, color });
    };
    const start = { theirs: revisions.real.now, ours: revisions.ours.now };
    for (const color of ["blue", "red", "black", "red"]) await patch(color);
    await real.send({ method: "DELETE", path });
    fixture.remove({ resource, namespace, name: "moving" });
    for (const selector of ["labelSelector=color%3Dred", "fieldSelector=spec.color%3Dred"]) {
      const query = `watch=1&timeoutSeconds=1&${selector}&resourceVersion=`;
      const answer = await real.send({
        path: `${pathOf(resource, namespace)}?${query}${start.theirs}`,
      });
      const { body } = await fixture.respond(`${query}${start.ours}`, { resource, namespace });
      const text = textOf(body);
      await fixture.clock.advance(1_000);
      const events = (lines: string): unknown =>
        lines
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line))
          .map(({ type, object }) => [type, object.metadata.name, object.spec.color]);
      expect(events(await text)).toEqual(events(answer.text));
      expect(events(answer.text)).toHaveLength(5);
    }
  });
});
