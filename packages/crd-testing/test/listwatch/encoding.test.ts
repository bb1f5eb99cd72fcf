import { describe, expect, it } from "vitest";
import type { Transform } from "../../src/apiserver/request/negotiation/representation.js";
import { configMaps, Fixture, textOf, widgets } from "./fixture.js";

const table: Transform = { kind: "Table", version: "v1" };
const partial: Transform = { kind: "PartialObjectMetadata", version: "v1" };
const partialList: Transform = { kind: "PartialObjectMetadataList", version: "v1" };
const columns =
  '[{"name":"Name","type":"string","format":"name","description":"Name of the widget","priority":0}]';

describe("a list", () => {
  it("of custom resources has whole items and always a token", async () => {
    const fixture = new Fixture();
    fixture.put({ name: "a" });
    const { text } = await fixture.ask("");
    expect(text).toBe(
      '{"kind":"WidgetList","apiVersion":"example.com/v1","metadata":{"continue":"","resourceVersion":"2"},"items":[' +
        '{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a","namespace":"default","resourceVersion":"2"}}]}\n',
    );
    expect((await fixture.ask("", { namespace: "x" })).body.items).toEqual([]);
  });

  it("of a built-in kind has items without kind and apiVersion", async () => {
    const fixture = new Fixture();
    const resource = configMaps;
    const key = { storageKey: resource.storageKey, namespace: "default" };
    const types = [
      '"apiVersion":"v1","kind":"ConfigMap",',
      '"kind":"ConfigMap","apiVersion":"v1",',
    ];
    const texts = [
      ...types.map((type) => `{${type}"metadata":{"name":"x"}}`),
      '{"data":{"kind":"x"},"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"x"}}',
    ];
    for (const [index, text] of texts.entries()) {
      const value = new TextEncoder().encode(text);
      const encode = () => ({ value, labels: undefined, fields: {}, epoch: 1 });
      fixture.storage.create({ ...key, name: `n${index}`, encode });
    }
    const { text } = await fixture.ask("", { resource });
    expect(text).toBe(
      '{"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"4"},"items":[' +
        '{"metadata":{"name":"x"}},{"metadata":{"name":"x"}},{"data":{"kind":"x"},"metadata":{"name":"x"}}]}\n',
    );
    const { body } = await fixture.ask("limit=1", { resource });
    expect(body.metadata).toEqual({
      resourceVersion: "4",
      continue: expect.any(String),
      remainingItemCount: 2,
    });
  });

  it("that is large comes in chunks", async () => {
    const fixture = new Fixture();
    const color = "x".repeat(10_000);
    for (let count = 0; count < 200; count++) fixture.put({ name: `n${count}`, color });
    const { body } = await fixture.respond("");
    expect(body).not.toBeInstanceOf(Uint8Array);
    expect(JSON.parse(await textOf(body)).items).toHaveLength(200);
  });

  it.each([
    {
      representation: { pretty: true },
      contentType: "application/json",
      text: '\n  "items": [\n    {\n      "apiVersion"',
    },
    {
      representation: { format: "yaml" as const },
      contentType: "application/yaml",
      text: "\nitems:\n- apiVersion: example.com/v1\n",
    },
  ])("can be $contentType with $representation", async ({ representation, contentType, text }) => {
    const fixture = new Fixture();
    fixture.put({ name: "a" });
    const answer = await fixture.ask("", { representation });
    expect(answer.contentType).toBe(contentType);
    expect(answer.text).toContain(text);
  });

  it("can be a Table", async () => {
    const fixture = new Fixture();
    const empty = await fixture.ask("", { representation: { transform: table } });
    expect(empty.text).toBe(
      `{"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"1"},"columnDefinitions":${columns},"rows":[]}\n`,
    );
    fixture.fill("a", "b");
    const full = await fixture.ask("limit=1&includeObject=None", {
      representation: { transform: table },
    });
    expect(full.body).toMatchObject({
      metadata: { remainingItemCount: 1 },
      rows: [{ cells: ["a"], object: null }],
    });
    const wrong = await fixture.ask("includeObject=Foo", { representation: { transform: table } });
    expect([wrong.code, wrong.body.message]).toEqual([
      400,
      "Unable to convert to Table as requested: includeObject: Invalid value: \"Foo\": must be 'Metadata', 'Object', 'None', or empty",
    ]);
  });

  // client-go: metadata fake: TestList
  it("can be of metadata alone", async () => {
    const fixture = new Fixture();
    const representation = { transform: partialList };
    const head =
      '{"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":';
    expect((await fixture.ask("", { representation })).text).toBe(`${head}"1"},"items":null}\n`);
    fixture.put({ name: "a", color: "red" });
    expect((await fixture.ask("", { representation })).text).toBe(
      `${head}"2"},"items":[{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":{"name":"a","namespace":"default","resourceVersion":"2"}}]}\n`,
    );
    const wrong = await fixture.ask("", { representation: { transform: partial } });
    expect(wrong.code).toBe(406);
  });
});

describe("a watch", () => {
  const row = (rv: number, name: string): object => ({
    cells: [name],
    object: {
      kind: "PartialObjectMetadata",
      apiVersion: "meta.k8s.io/v1",
      metadata: { name, namespace: "default", resourceVersion: String(rv) },
    },
  });
  const tableWith = (rv: number, definitions: unknown, rows: unknown): object => ({
    kind: "Table",
    apiVersion: "meta.k8s.io/v1",
    metadata: { resourceVersion: String(rv) },
    columnDefinitions: definitions,
    rows,
  });

  it("can be of Tables, of which the first names the columns", async () => {
    const fixture = new Fixture();
    const representation = { transform: table };
    fixture.put({ name: "a" });
    fixture.put({ name: "b" });
    const late = await fixture.watch("resourceVersion=2", { representation });
    const watching = await fixture.watch("allowWatchBookmarks=1", { representation });
    fixture.put({ name: "c" });
    await fixture.clock.settle();
    const bookmark = {
      cells: [""],
      object: {
        kind: "PartialObjectMetadata",
        apiVersion: "meta.k8s.io/v1",
        metadata: { resourceVersion: "3", annotations: { "k8s.io/initial-events-end": "true" } },
      },
    };
    expect(watching.take()).toEqual([
      { type: "ADDED", object: tableWith(2, JSON.parse(columns), [row(2, "a")]) },
      { type: "ADDED", object: tableWith(3, null, [row(3, "b")]) },
      { type: "BOOKMARK", object: tableWith(3, null, [bookmark]) },
      { type: "ADDED", object: tableWith(4, null, [row(4, "c")]) },
    ]);
    expect(late.take()).toEqual([
      { type: "ADDED", object: tableWith(3, JSON.parse(columns), [row(3, "b")]) },
      { type: "ADDED", object: tableWith(4, null, [row(4, "c")]) },
    ]);
  });

  it("can be of metadata alone", async () => {
    const fixture = new Fixture();
    const representation = { transform: partial };
    fixture.put({ name: "a", color: "red" });
    const watching = await fixture.watch("allowWatchBookmarks=1", { representation });
    fixture.remove({ name: "a" });
    await fixture.clock.settle();
    expect(
      watching
        .take()
        .map(({ type, object }) => [
          type,
          object.kind,
          object.metadata.resourceVersion,
          object.spec,
        ]),
    ).toEqual([
      ["ADDED", "PartialObjectMetadata", "2", undefined],
      ["BOOKMARK", "PartialObjectMetadata", "2", undefined],
      ["DELETED", "PartialObjectMetadata", "3", undefined],
    ]);
  });

  it("cannot be of lists", async () => {
    const fixture = new Fixture();
    const representation = { transform: partialList };
    const watching = await fixture.watch("", { representation });
    expect(watching.ended).toBe(false);
    fixture.put({ name: "a" });
    await fixture.clock.settle();
    expect([watching.ended, watching.take(), watching.failure]).toEqual([true, [], undefined]);
  });

  it("shares nothing between encodings and resources", async () => {
    const fixture = new Fixture();
    const other = {
      ...widgets,
      conversion: {
        ...widgets.conversion,
        fromStorage: (entries: readonly unknown[]) =>
          entries.map(() => new TextEncoder().encode('{"metadata":{}}')),
      },
    };
    const plain = await fixture.watch("");
    const converted = await fixture.watch("", { resource: other });
    const metadata = await fixture.watch("", { representation: { transform: partial } });
    fixture.put({ name: "a", color: "red" });
    await fixture.clock.settle();
    expect(plain.take()[0]?.object.spec).toEqual({ color: "red" });
    expect(converted.take()[0]?.object).toEqual({ metadata: {} });
    expect(metadata.take()[0]?.object.kind).toBe("PartialObjectMetadata");
  });
});
