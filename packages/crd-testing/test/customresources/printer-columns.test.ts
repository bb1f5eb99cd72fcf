import { describe, expect, it } from "vitest";
import { humanDuration } from "../../src/apiserver/customresources/columns/human-duration.js";
import { JsonPath } from "../../src/apiserver/customresources/columns/json-path.js";
import { printerColumns } from "../../src/apiserver/customresources/columns/printer-columns.js";
import { FakeClock } from "../../src/index.js";

const object = {
  apiVersion: "example.com/v1",
  kind: "Foo",
  metadata: {
    name: "a",
    creationTimestamp: "2025-12-31T23:58:00Z",
    annotations: { "example.com/x": "y" },
  },
  spec: {
    color: "red",
    count: 3,
    ratio: 1.5,
    big: 12345678901234567890n,
    on: true,
    nothing: null,
    list: [{ name: "a", value: 1 }, { name: "b", value: 2, deep: { x: "<&>" } }, { name: "c" }],
  },
};

describe("JsonPath", () => {
  it.each([
    [".spec.color", ["red"]],
    [".spec.missing", []],
    [".spec.color.deeper", []],
    [".spec.list[0].name", ["a"]],
    [".spec.list[-1].name", ["c"]],
    [".spec.list[0:2].name", ["a", "b"]],
    [".spec.list[::2].name", ["a", "c"]],
    [".spec.list[*].value", [1, 2]],
    ['.spec.list[?(@.name=="b")].value', [2]],
    [".spec.list[?(@.value>1)].name", ["b"]],
    [".spec.list[?(@.deep)].name", ["b"]],
    [".spec['color','count']", ["red", 3]],
    [".metadata.annotations.example\\.com/x", ["y"]],
    [".metadata.annotations['example\\.com/x']", ["y"]],
    ["..deep.x", ["<&>"]],
  ])("finds %s", (path, values) => {
    expect(new JsonPath(path).find(object)).toEqual(values);
  });

  it.each([
    ".spec.list[",
    ".spec.list[x]",
    ".spec.list[?(@.a==1]",
    ".spec.list['a",
    "....a",
    "{.a}",
  ])("refuses %s", (path) => {
    expect(() => new JsonPath(path)).toThrow(SyntaxError);
  });

  it.each([".spec.list[3]", ".spec.color[0]", ".spec[?(@.a)]"])("does not fit: %s", (path) => {
    expect(() => new JsonPath(path).find(object)).toThrow();
  });
});

describe("printerColumns", () => {
  const cell = (type: string, jsonPath: string): unknown => {
    const columns = [{ name: "C", type, jsonPath }];
    return printerColumns({ columns, clock: new FakeClock() })[1]?.cell(object);
  };

  // What the table of kube-apiserver 1.37.2 holds.
  it.each([
    ["string", ".spec.color", "red"],
    ["string", ".spec.count", "3"],
    ["string", ".spec.ratio", "1.5"],
    ["string", ".spec.on", "true"],
    ["string", ".spec.nothing", "null"],
    ["string", ".spec.list[1].deep", '{"x":"\\u003c\\u0026\\u003e"}'],
    ["string", ".spec.list[*].name", "a"],
    ["string", ".spec.missing", null],
    ["integer", ".spec.ratio", 1],
    ["integer", ".spec.color", null],
    ["integer", ".spec.big", 12345678901234567890n],
    ["number", ".spec.count", 3],
    ["boolean", ".spec.on", true],
    ["boolean", ".spec.color", null],
    ["date", ".metadata.creationTimestamp", "2m"],
    ["date", ".spec.color", "<invalid>"],
    ["date", ".spec.count", null],
    ["string", ".spec.list[9]", null],
  ])("shows a %s of %s", (type, path, value) => {
    expect(cell(type, path)).toEqual(value);
  });

  it("shows the age where a definition names no columns", () => {
    const columns = printerColumns({ columns: undefined, clock: new FakeClock() });
    expect(columns.map(({ name }) => name)).toEqual(["Name", "Age"]);
    expect(columns.map((column) => column.cell(object))).toEqual(["a", "2m"]);
  });

  it("leaves out columns from the first on that cannot be read", () => {
    const columns = [
      { name: "A", type: "string", jsonPath: ".a" },
      { name: "B", type: "string", jsonPath: ".b[" },
      { name: "C", type: "string", jsonPath: ".c" },
    ];
    const made = printerColumns({ columns, clock: new FakeClock() });
    expect(made.map(({ name }) => name)).toEqual(["Name", "A"]);
  });
});

describe("humanDuration", () => {
  it.each([
    [-5_000, "<invalid>"],
    [0, "0s"],
    [119_999, "119s"],
    [120_000, "2m"],
    [200_000, "3m20s"],
    [600_000, "10m"],
    [3 * 3_600_000, "3h"],
    [3 * 3_600_000 + 60_000, "3h1m"],
    [47 * 3_600_000, "47h"],
    [49 * 3_600_000, "2d1h"],
    [10 * 86_400_000, "10d"],
    [800 * 86_400_000, "2y70d"],
    [4_000 * 86_400_000, "10y"],
  ])("writes %i milliseconds as %s", (ms, text) => {
    expect(humanDuration(ms)).toBe(text);
  });
});
