import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";

/** A schema of one member of spec, and values for it, good and bad. */
export interface ValueCase {
  readonly schema: JSONSchemaProps;
  readonly values: readonly unknown[];
}

const scalars: readonly unknown[] = [
  "",
  "a",
  0,
  1,
  -1,
  1.5,
  true,
  false,
  null,
  [],
  ["a"],
  {},
  { a: 1 },
];
const numbers: readonly unknown[] = [
  0,
  1,
  2,
  3,
  5,
  10,
  11,
  -1,
  1.5,
  2.5,
  1e6,
  1e21,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  9007199254740993n,
  "1",
];
const object = (
  properties: Record<string, JSONSchemaProps>,
  rest: JSONSchemaProps = {},
): JSONSchemaProps => ({
  type: "object",
  properties,
  ...rest,
});
const string: JSONSchemaProps = { type: "string" };
const integer: JSONSchemaProps = { type: "integer" };

const formats: Readonly<Record<string, readonly string[]>> = {
  date: [
    "2024-02-29",
    "2023-02-29",
    "2024-13-01",
    "2024-1-1",
    "2024-02-29T00:00:00Z",
    "",
    "0000-01-01",
    "2024-00-10",
    "2024-04-31",
  ],
  "date-time": [
    "2024-01-01T00:00:00Z",
    "2024-01-01t23:59:59z",
    "2024-01-01T24:00:00Z",
    "2024-01-01T00:00:60Z",
    "2024-01-01T00:00:00",
    "2024-01-01T00:00:00.123+01:00",
    "2024-01-01 00:00:00Z",
    "2024-01-01T00:00:00x5Z",
    "2024-01-01T1:00:00Z",
    "2024-01-01T00:00:00+0100",
  ],
  duration: [
    "1h30m",
    "22 ns",
    "3 days",
    "1.5h",
    "x",
    "",
    "5",
    "0",
    "-1s",
    "10 seconds",
    "1week",
    "3µs",
    "1 fortnight",
    "9999999999h",
    "99999999999999999999 s",
    ".5s",
    "1.s",
  ],
  byte: ["YQ==", "YWI=", "YWJj", "YWJ", "", "a b=", "-_8=", "YQ=", "=", "YQ==YQ=="],
  email: [
    "a@b",
    "a@b.c",
    "Name <a@b>",
    "<a@b>",
    "a",
    "@b",
    "a@",
    "a@@b",
    '"a b"@c',
    "a b@c",
    "(c) a@b",
    "a@b (c)",
    "a..b@c",
    ".a@b",
    "a@[127.0.0.1]",
    "ä@b",
    "a@b,c@d",
    '"x" <a@b>',
    "a@b>",
    "Foo Bar <a.b+c@d.example>",
  ],
  hostname: [
    "a",
    "ab",
    "a-b",
    "ab-c",
    "a.b",
    "example.com",
    "example.c",
    "-a",
    "a-",
    "a.com.",
    "1.2.3.4",
    "a_b",
    "exa-mple.com",
    "ä.de",
    "x".repeat(63),
    "x".repeat(64),
    "a..com",
    "example.c0m",
  ],
  ipv4: [
    "1.2.3.4",
    "01.2.3.4",
    "256.1.1.1",
    "1.2.3",
    "::1",
    "::ffff:1.2.3.4",
    "",
    "1.2.3.4.5",
    "::1.2.3.4",
  ],
  ipv6: [
    "::1",
    "::",
    "1::2::3",
    "1.2.3.4",
    "::ffff:1.2.3.4",
    "2001:db8::68",
    "12345::",
    "fe80::1%eth0",
    "1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7::",
    ":1",
    "1:",
    "::ffff:01.2.3.4",
    "1:2:3:4:5:6:7:8::",
  ],
  cidr: [
    "10.0.0.0/8",
    "10.0.0.0/33",
    "10.0.0.0",
    "::/0",
    "::1/129",
    "010.0.0.0/8",
    "10.0.0.0/x",
    "10.0.0.0/08",
    "/8",
  ],
  mac: [
    "00:00:5e:00:53:01",
    "00-00-5e-00-53-01",
    "0000.5e00.5301",
    "00:00:5e:00:53",
    "00:00:5e:00:53:0g",
    "02:00:5e:10:00:00:00:01",
    "00:00-5e:00:53:01",
  ],
  uuid: [
    "123e4567-e89b-12d3-a456-426614174000",
    "123e4567e89b12d3a456426614174000",
    "123E4567-e89b-12d3-a456-42661417400",
    "x",
  ],
  uuid3: ["123e4567-e89b-32d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000"],
  uuid4: ["123e4567-e89b-42d3-a456-426614174000", "123e4567-e89b-42d3-c456-426614174000"],
  uuid5: ["123e4567-e89b-52d3-a456-426614174000", "123e4567-e89b-42d3-a456-426614174000"],
  uri: [
    "http://a",
    "https://a.b/c?d#e",
    "/path",
    "path",
    "",
    "mailto:a@b",
    "http://",
    "http://a b",
    "http://[::1]:80/",
    "http://a:b/",
    "*",
    "//a/b",
    "http://a%zz/",
    "/%zz",
    "1http://a",
    "http://user:pw@host:8080/x",
    "http://a/%20",
    "http://[::1",
    "urn:x",
  ],
  bsonobjectid: ["507f1f77bcf86cd799439011", "507f1f77bcf86cd79943901", "507f1f77bcf86cd79943901g"],
  isbn: ["0321751043", "978-0321751041", "0321751044"],
  isbn10: ["0321751043", "3 401 01319 X", "978-0321751041"],
  isbn13: ["978-0321751041", "0321751043", "9784873113685"],
  creditcard: [
    "4220855426222389",
    "4220-8554-2622-2389",
    "4220855426213389",
    "30190239451016",
    "credit",
  ],
  ssn: ["123-45-6789", "123 45 6789", "123456789", "123-45-678"],
  hexcolor: ["#FFFFFF", "fff", "#ff", "#fffffg"],
  rgbcolor: ["rgb(0,31,255)", "rgb( 0 , 31 , 255 )", "rgb(256,0,0)", "rgb(01,0,0)"],
  password: ["", "anything"],
  "k8s-short-name": ["a", "a-b", "A", "-a", "x".repeat(63), "x".repeat(64), "a.b"],
  "k8s-long-name": ["a.b", "a..b", "A.b", "x".repeat(64), "x".repeat(253), "x".repeat(254)],
  unknown: ["anything"],
};

const formatCases = Object.fromEntries(
  Object.entries(formats).flatMap(([format, values]): [string, ValueCase][] => [
    [
      `format-${format}`,
      { schema: { type: "string", format }, values: [...values, 1, ["a"], {}, true] },
    ],
  ]),
);

/** Schemas and values; each schema is a member of the spec of one definition. */
export const valueCases: Readonly<Record<string, ValueCase>> = {
  ...formatCases,
  string: { schema: string, values: scalars },
  integer: {
    schema: integer,
    values: [...scalars, 1e20, 9007199254740993n, 123456789012345678901234567890n],
  },
  number: { schema: { type: "number" }, values: [...scalars, 1e20] },
  boolean: { schema: { type: "boolean" }, values: scalars },
  array: { schema: { type: "array", items: string }, values: [...scalars, ["a", 1, null]] },
  object: { schema: object({ a: integer }), values: [...scalars, { a: "x" }, { a: null }] },
  nullable: { schema: { type: "string", nullable: true }, values: scalars },
  "nullable-enum": {
    schema: { type: "string", nullable: true, enum: ["a", "b"] },
    values: scalars,
  },
  "int-or-string": { schema: { "x-kubernetes-int-or-string": true }, values: scalars },
  "int-or-string-any-of": {
    schema: {
      "x-kubernetes-int-or-string": true,
      anyOf: [{ type: "integer" }, { type: "string" }],
      pattern: "^[0-9]+%?$",
    },
    values: [...scalars, "50%", "5"],
  },
  "int-or-string-all-of": {
    schema: {
      "x-kubernetes-int-or-string": true,
      allOf: [{ anyOf: [{ type: "integer" }, { type: "string" }] }, { maximum: 5 }],
    },
    values: [...scalars, 6, "7"],
  },
  int32: { schema: { type: "integer", format: "int32" }, values: [...scalars, ...numbers] },
  int64: {
    schema: { type: "integer", format: "int64" },
    values: [...scalars, ...numbers, 9223372036854775807n, 9223372036854775808n],
  },
  float: { schema: { type: "number", format: "float" }, values: [...scalars, ...numbers, 1e39] },
  double: { schema: { type: "number", format: "double" }, values: [...scalars, ...numbers] },
  "integer-limits": { schema: { type: "integer", minimum: 1, maximum: 10 }, values: numbers },
  "integer-exclusive": {
    schema: {
      type: "integer",
      minimum: 1,
      maximum: 10,
      exclusiveMaximum: true,
      exclusiveMinimum: true,
    },
    values: numbers,
  },
  "integer-odd-limits": {
    schema: { type: "integer", minimum: 1.5, maximum: 9.5 },
    values: numbers,
  },
  "number-limits": {
    schema: { type: "number", minimum: 1.5, maximum: 1_000_000 },
    values: numbers,
  },
  "multiple-of": { schema: { type: "integer", multipleOf: 5 }, values: numbers },
  "multiple-of-fraction": { schema: { type: "number", multipleOf: 0.5 }, values: [1, 1.5, 1.3, 0] },
  "multiple-of-number": { schema: { type: "number", multipleOf: 2.5 }, values: [5, 2.5, 4.1, 4] },
  length: {
    schema: { type: "string", minLength: 2, maxLength: 3 },
    values: ["", "a", "ab", "abcd", "äöüß", "😀😀😀", "😀"],
  },
  "max-length-1": { schema: { type: "string", maxLength: 1 }, values: ["ab", "a"] },
  pattern: {
    schema: { type: "string", pattern: "^a+$" },
    values: ["a", "b", "", 'x"y', "tab\there", "\u0007\u2028\u00a0"],
  },
  "pattern-re2": { schema: { type: "string", pattern: "(?i)^\\p{Greek}+\\z" }, values: ["α", "a"] },
  "pattern-dot": { schema: { type: "string", pattern: "^.$" }, values: ["😀", "\n", "a"] },
  "string-all": {
    schema: { type: "string", minLength: 3, pattern: "^a", format: "ipv4", enum: ["x"] },
    values: ["b", "bcd", "1.2.3.4"],
  },
  "enum-string": {
    schema: { type: "string", enum: ["a", "b", 'c"d'] },
    values: ["a", "c", 1, null],
  },
  "enum-integer": { schema: { type: "integer", enum: [1, 2] }, values: [1, 3, 1.5, "1"] },
  "enum-number": { schema: { type: "number", enum: [1, 2.5] }, values: [1, 2.5, 1.5, 3] },
  "enum-boolean": { schema: { type: "boolean", enum: [true] }, values: [true, false] },
  "enum-object": {
    schema: object({ a: integer }, { enum: [{ a: 1 }] }),
    values: [{ a: 1 }, { a: 2 }],
  },
  "enum-any": {
    schema: { "x-kubernetes-preserve-unknown-fields": true, enum: [1, "a", null, ["x"]] },
    values: [1, "a", ["x"], ["y"], { b: 1 }, true],
  },
  items: {
    schema: { type: "array", items: integer, minItems: 1, maxItems: 2 },
    values: [[], [1], [1, 2, 3], ["a"]],
  },
  "max-items-1": { schema: { type: "array", items: integer, maxItems: 1 }, values: [[1, 2]] },
  properties: {
    schema: object(
      { a: string, b: integer },
      { minProperties: 1, maxProperties: 1, required: ["a"] },
    ),
    values: [{}, { a: "x" }, { a: "x", b: 1 }, { b: 1 }, { b: "x" }],
  },
  map: {
    schema: {
      type: "object",
      additionalProperties: { type: "string", maxLength: 2 },
      minProperties: 1,
      maxProperties: 2,
    },
    values: [{}, { a: "x" }, { a: "xyz" }, { a: 1, "b.c/d": 2 }, { a: "x", b: "y", c: "z" }],
  },
  "map-closed": {
    schema: { type: "object", additionalProperties: false },
    values: [{}, { a: 1 }, { a: { b: 1 } }],
  },
  "map-open": {
    schema: { type: "object", additionalProperties: true },
    values: [{}, { a: 1 }, { a: { b: 1 }, c: [{ d: 1 }] }],
  },
  nested: {
    schema: object({
      list: {
        type: "array",
        items: object(
          { name: string, ports: { type: "array", items: integer } },
          { required: ["name"] },
        ),
      },
    }),
    values: [{ list: [{ name: "a", ports: [1, "x"] }, { ports: [] }, null, 5] }],
  },
  "any-of": {
    schema: object(
      { a: string, b: integer, c: string },
      {
        anyOf: [{ required: ["a"] }, { required: ["b", "c"], properties: { c: { minLength: 2 } } }],
      },
    ),
    values: [{}, { a: "x" }, { b: 1 }, { c: "x" }, { b: 1, c: "xx" }],
  },
  "one-of": {
    schema: object(
      { a: string, b: integer },
      { oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    ),
    values: [{}, { a: "x" }, { b: 1 }, { a: "x", b: 1 }],
  },
  "one-of-values": {
    schema: { type: "integer", oneOf: [{ minimum: 5 }, { maximum: 3 }, { multipleOf: 2 }] },
    values: [1, 2, 4, 5, 6, 3],
  },
  "all-of": {
    schema: { type: "string", allOf: [{ minLength: 2 }, { pattern: "^a" }, { enum: ["ab", "x"] }] },
    values: ["b", "ab", "ac", "x"],
  },
  not: { schema: object({ a: string }, { not: { required: ["a"] } }), values: [{}, { a: "x" }] },
  "not-enum": { schema: { type: "string", not: { enum: ["a"] } }, values: ["a", "b"] },
  "any-of-formats": {
    schema: { type: "string", anyOf: [{ format: "ipv4" }, { format: "ipv6" }, { enum: [""] }] },
    values: ["1.2.3.4", "::1", "", "x"],
  },
  set: {
    schema: { type: "array", items: string, "x-kubernetes-list-type": "set" },
    values: [["a", "b"], ["a", "a"], ["a", "a", "a", "b", "b"], []],
  },
  "set-numbers": {
    schema: { type: "array", items: { type: "number" }, "x-kubernetes-list-type": "set" },
    values: [
      [1, 1.5, 1.5],
      [1, 2],
    ],
  },
  "set-objects": {
    schema: {
      type: "array",
      items: object({ a: integer }, { "x-kubernetes-map-type": "atomic" }),
      "x-kubernetes-list-type": "set",
    },
    values: [
      [{ a: 1 }, { a: 1 }],
      [{ a: 1 }, { a: 2 }],
      [{}, {}],
    ],
  },
  "list-map": {
    schema: {
      type: "array",
      items: object({ k: string, v: integer }, { required: ["k"] }),
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["k"],
    },
    values: [
      [{ k: "a" }, { k: "b" }],
      [
        { k: "a", v: 1 },
        { k: "a", v: 2 },
      ],
      [{ v: 1 }, { v: 2 }],
      ["x"],
    ],
  },
  "list-map-2": {
    schema: {
      type: "array",
      items: object(
        { port: integer, protocol: { type: "string", default: "TCP" }, v: integer },
        { required: ["port"] },
      ),
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["port", "protocol"],
    },
    values: [
      [{ port: 1 }, { port: 1, protocol: "UDP" }],
      [{ port: 1 }, { port: 1, protocol: "TCP" }],
    ],
  },
  embedded: {
    schema: {
      type: "object",
      "x-kubernetes-embedded-resource": true,
      "x-kubernetes-preserve-unknown-fields": true,
    },
    values: [
      {},
      { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } },
      { apiVersion: "", kind: "" },
      { apiVersion: "a/b/c", kind: "a_b" },
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "a/b", labels: { "a b": "c d" }, annotations: { "x y": "" } },
      },
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "..", namespace: "A B", finalizers: ["bad finalizer"] },
      },
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { generateName: "a%", unknown: 1, creationTimestamp: null },
      },
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { ownerReferences: [{ apiVersion: "", kind: "", name: "", uid: "" }] },
      },
      { apiVersion: "v1", kind: "Pod", spec: { anything: [1] } },
    ],
  },
  "embedded-typed": {
    schema: object(
      { kind: string, spec: object({ a: integer }) },
      { "x-kubernetes-embedded-resource": true },
    ),
    values: [
      {
        apiVersion: "v1",
        kind: "A",
        metadata: { name: "b", x: 1 },
        spec: { a: 1, b: 2 },
        status: {},
      },
    ],
  },
  preserve: {
    schema: { "x-kubernetes-preserve-unknown-fields": true },
    values: [1, "a", { a: { b: 1 } }, [{ c: 1 }]],
  },
  "preserve-object": {
    schema: object({ a: object({ b: integer }) }, { "x-kubernetes-preserve-unknown-fields": true }),
    values: [{ a: { b: 1, c: 2 }, d: { e: 1 } }, { a: [1] }],
  },
  "preserve-list": {
    schema: {
      type: "array",
      "x-kubernetes-preserve-unknown-fields": true,
      items: object({ a: object({ b: integer }) }),
    },
    values: [[{ a: { b: 1, x: 1 }, y: 1 }, [{ z: 1 }]]],
  },
  unknown: {
    schema: object({
      a: integer,
      l: { type: "array", items: object({ b: integer }) },
      m: { type: "object", additionalProperties: object({ c: integer }) },
    }),
    values: [
      { a: 1, z: 1, y: { x: 1 }, l: [{ b: 1, q: 2 }, { "q.r": 1 }], m: { k: { c: 1, d: 2 } } },
    ],
  },
  defaults: {
    schema: object({
      a: { type: "integer", default: 5 },
      b: { type: "string", default: "x", nullable: true },
      c: object({ d: { type: "boolean", default: false } }, { default: {} }),
      e: { type: "array", items: object({ f: { type: "integer", default: 1 }, g: string }) },
      h: { type: "object", additionalProperties: object({ i: { type: "integer", default: 2 } }) },
      j: { type: "array", items: { type: "string" }, default: ["x"] },
      k: { type: "object", additionalProperties: { type: "integer", default: 3 } },
    }),
    values: [
      {},
      { a: null, b: null, c: null, j: null },
      { c: {}, e: [{}, { f: 2, g: null }], h: { k: {}, l: { i: 7 } } },
      { e: [null], h: { k: null }, k: { a: null } },
    ],
  },
};
