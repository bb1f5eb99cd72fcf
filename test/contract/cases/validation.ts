import type { Json } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { definition, tried, value } from "./schema-objects.js";

const text = { type: "string" };

const integer = { type: "integer" };

const values = definition({
  plural: "values",
  kind: "Value",
  spec: {
    properties: {
      string: text,
      integer,
      number: { type: "number" },
      boolean: { type: "boolean" },
      object: { type: "object" },
      list: { type: "array", items: text },
      int32: { type: "integer", format: "int32" },
      int64: { type: "integer", format: "int64" },
      float: { type: "number", format: "float" },
      double: { type: "number", format: "double" },
      nullable: { type: "string", nullable: true },
      nullableObject: { type: "object", nullable: true, properties: { x: text } },
      range: { type: "integer", minimum: 1, maximum: 5 },
      exclusive: {
        type: "number",
        minimum: 1,
        exclusiveMinimum: true,
        maximum: 5,
        exclusiveMaximum: true,
      },
      multiple: { type: "number", multipleOf: 0.5 },
      length: { type: "string", minLength: 2, maxLength: 4 },
      pattern: { type: "string", pattern: "^[a-z]+(-[a-z]+)?$" },
      unanchored: { type: "string", pattern: "b" },
      enumerated: { type: "string", enum: ["a", "b"] },
      enumNumber: { type: "integer", enum: [1, 2] },
      items: { type: "array", minItems: 1, maxItems: 2, items: integer },
      properties: {
        type: "object",
        minProperties: 1,
        maxProperties: 2,
        additionalProperties: integer,
      },
      required: {
        type: "object",
        required: ["a", "b"],
        properties: { a: text, b: { type: "object", required: ["c"], properties: { c: text } } },
      },
      any: { type: "integer", anyOf: [{ minimum: 10 }, { maximum: 0 }] },
      all: { type: "integer", allOf: [{ minimum: 10 }, { maximum: 0 }] },
      one: { type: "integer", oneOf: [{ minimum: 0 }, { maximum: 10 }] },
      none: { type: "integer", not: { minimum: 10 } },
      deep: {
        type: "array",
        items: {
          type: "object",
          additionalProperties: { type: "array", items: { type: "integer", maximum: 1 } },
        },
      },
      unicode: { type: "string", maxLength: 3 },
    },
  },
});

const formats = [
  "date",
  "date-time",
  "datetime",
  "duration",
  "byte",
  "password",
  "uuid",
  "uuid3",
  "uuid4",
  "uuid5",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "cidr",
  "mac",
  "uri",
  "bsonobjectid",
  "hexcolor",
  "rgbcolor",
  "creditcard",
  "isbn",
  "isbn10",
  "isbn13",
  "ssn",
  "k8s-short-name",
  "k8s-long-name",
];

const formatted = definition({
  plural: "formatteds",
  kind: "Formatted",
  spec: {
    properties: Object.fromEntries(formats.map((format) => [format, { type: "string", format }])),
  },
});

const samples: Readonly<Record<string, readonly string[]>> = {
  date: ["2020-02-29", "2021-02-29", "2020-1-1", "20200101"],
  "date-time": [
    "2020-01-01T00:00:00Z",
    "2020-01-01T00:00:00.123+02:00",
    "2020-01-01 00:00:00Z",
    "2020-01-01T00:00:00",
    "2020-01-01",
    "2020-01-01t00:00:00z",
  ],
  datetime: ["2020-01-01T00:00:00Z", "nonsense"],
  duration: ["1h", "1h30m", "1.5s", "1 week", "5 days", "x", "", "-1h", "10ms", "1d", "1h 5m"],
  byte: ["YQ==", "YQ", "a_-b", "!", ""],
  password: ["anything"],
  uuid: [
    "11111111-2222-3333-4444-555555555555",
    "11111111222233334444555555555555",
    "x",
    "11111111-2222-3333-4444-55555555555G",
  ],
  uuid3: ["11111111-2222-3333-8444-555555555555", "11111111-2222-4333-8444-555555555555"],
  uuid4: ["11111111-2222-4333-8444-555555555555", "11111111-2222-3333-8444-555555555555"],
  uuid5: ["11111111-2222-5333-8444-555555555555", "11111111-2222-5333-c444-555555555555"],
  email: ["a@b.c", "a@b", "a", "Name <a@b.c>", "a@b.c "],
  hostname: ["a.b", "A.b", "a_b", "-a", "a.", `${"a".repeat(64)}.b`, "1.2.3.4", "ä.de"],
  ipv4: ["1.2.3.4", "1.2.3", "01.2.3.4", "256.1.1.1", "::1"],
  ipv6: ["::1", "::ffff:1.2.3.4", "1.2.3.4", "fe80::1%eth0", "12345::"],
  cidr: ["10.0.0.0/8", "10.0.0.1/8", "10.0.0.0/33", "::/0", "10.0.0.0"],
  mac: ["00:11:22:33:44:55", "00-11-22-33-44-55", "0011.2233.4455", "00:11", "x"],
  uri: ["http://a/b?c#d", "/path", "a b", "", "urn:x", "//host", "http://[::1]/", ":"],
  bsonobjectid: ["507f1f77bcf86cd799439011", "507f1f77bcf86cd79943901"],
  hexcolor: ["#fff", "#ffffff", "fff", "#ffff", "#ggg"],
  rgbcolor: ["rgb(1,2,3)", "rgb(300,2,3)", "rgb( 1 , 2 , 3 )"],
  creditcard: ["4242424242424242", "4242-4242-4242-4242", "1234"],
  isbn: ["0-306-40615-2", "978-0-306-40615-7", "x"],
  isbn10: ["0-306-40615-2", "0306406152", "0306406153"],
  isbn13: ["978-0-306-40615-7", "9780306406157", "9780306406158"],
  ssn: ["111-22-3333", "111 22 3333", "111223333", "x"],
  "k8s-short-name": ["a-b", "A", "a.b", `${"a".repeat(64)}`, ""],
  "k8s-long-name": ["a.b-c", "A.b", `${"a".repeat(254)}`, "a..b"],
};

const wrong: readonly Json[] = ["x", 1, 1.5, true, {}, [], null];

export const validation: Topic = {
  name: "validation",
  definitions: [values, formatted],
  cases: {
    "of types": [
      ...["string", "integer", "number", "boolean", "object", "list"].flatMap((name) =>
        wrong.map((one) => value({ [name]: one })),
      ),
      value({ list: ["a", 1, null, {}] }),
      value({ integer: 1e3 }),
      value({ integer: 1.0 }),
      value({ integer: 9007199254740993n }),
      value({ integer: 9223372036854775807n }),
      value({ integer: 9223372036854775808n }),
      value({ number: 9007199254740993n }),
      value({ int32: 2147483648 }),
      value({ int32: -2147483649 }),
      value({ int64: 9223372036854775807n }),
      value({ float: 1e39 }),
      value({ double: 1e300 }),
      value({ nullable: null }),
      value({ nullableObject: null }),
      value({ nullableObject: { x: null } }),
      value("text"),
      value([]),
      value(null),
      value(7),
    ],
    "of numbers": [
      ...[0, 1, 5, 6].map((range) => value({ range })),
      ...[1, 1.1, 5, 4.9].map((exclusive) => value({ exclusive })),
      ...[1, 1.5, 1.25].map((multiple) => value({ multiple })),
    ],
    "of strings": [
      ...["", "a", "ab", "abcd", "abcde"].map((length) => value({ length })),
      ...["a", "a-b", "A", "a-", "a\n", ""].map((pattern) => value({ pattern })),
      ...["abc", "ac"].map((unanchored) => value({ unanchored })),
      ...["a", "c", ""].map((enumerated) => value({ enumerated })),
      value({ enumNumber: 3 }),
      ...["äöü", "äöüß", "😀😀😀", "😀😀😀😀", "e\u0301e\u0301"].map((unicode) =>
        value({ unicode }),
      ),
    ],
    "of lists and objects": [
      ...[[], [1], [1, 2], [1, 2, 3], ["x"]].map((items) => value({ items })),
      ...[{}, { a: 1 }, { a: 1, b: 2, c: 3 }, { a: "x" }].map((properties) =>
        value({ properties }),
      ),
      ...[{}, { a: "x" }, { a: "x", b: {} }, { a: null, b: { c: null } }].map((required) =>
        value({ required }),
      ),
      value({ deep: [{ k: [1, 2, 3], "l.m": [5], "n/o": ["x"] }, { p: 1 }] }),
    ],
    "of combinations": [
      ...[-1, 5, 11].flatMap((one) => [
        value({ any: one }),
        value({ all: one }),
        value({ one }),
        value({ none: one }),
      ]),
    ],
    "of many fields at once": [
      value({
        string: 1,
        integer: "x",
        range: 9,
        length: "a",
        pattern: "A",
        enumerated: "z",
        items: [],
        required: {},
        unknown: 1,
      }),
    ],
    "of formats": formats.flatMap((format) =>
      (samples[format] ?? []).map((one) => tried("formatteds")({ [format]: one })),
    ),
    "reports with the whole Status": [
      { POST: "values", body: { metadata: { name: "a" }, spec: { range: 9 } } },
      { POST: "values", body: { metadata: { name: "a" }, spec: { range: 9, length: "a" } } },
      {
        POST: "values",
        body: {
          metadata: { name: "a" },
          spec: { string: "x".repeat(300), integer: "x".repeat(300) },
        },
      },
      {
        POST: "values",
        body: { metadata: { name: "A", labels: { "b c": "d" } }, spec: { range: 9 } },
      },
      { POST: "values", body: { metadata: { name: "a" }, spec: { range: 3 } } },
      { PATCH: "values/a", merge: { spec: { range: 9 } } },
      {
        PUT: "values/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)" },
          spec: { range: 9, required: {} },
        },
      },
      { PATCH: "values/a?fieldManager=x", apply: { metadata: { name: "a" }, spec: { range: 9 } } },
    ],
  },
};
