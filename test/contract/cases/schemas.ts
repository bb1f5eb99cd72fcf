import type { Json, JsonObject } from "../harness/json.js";
import type { Definition, Step, Topic } from "../harness/topic.js";
import { only, outcome } from "./views.js";

/** Creates an object with this spec, without keeping it. */
const tried =
  (resource: string) =>
  (spec: Json): Step => ({
    POST: `${resource}?dryRun=All`,
    body: { metadata: { name: "a" }, spec },
    view: outcome,
  });

const definition = (input: {
  readonly plural: string;
  readonly kind: string;
  readonly spec: JsonObject;
  readonly version?: Json;
}): Definition => ({
  plural: input.plural,
  kind: input.kind,
  schema: { type: "object", properties: { spec: { type: "object", ...input.spec } } },
  ...(input.version === undefined ? {} : { version: input.version }),
});

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

const value = tried("values");
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

const listed = definition({
  plural: "listeds",
  kind: "Listed",
  spec: {
    properties: {
      set: { type: "array", items: text, "x-kubernetes-list-type": "set" },
      numbers: { type: "array", items: { type: "number" }, "x-kubernetes-list-type": "set" },
      objects: {
        type: "array",
        items: { type: "object", "x-kubernetes-map-type": "atomic", additionalProperties: integer },
        "x-kubernetes-list-type": "set",
      },
      map: {
        type: "array",
        items: { type: "object", required: ["name"], properties: { name: text, value: text } },
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["name"],
      },
      double: {
        type: "array",
        items: {
          type: "object",
          required: ["a"],
          properties: { a: integer, b: { type: "string", default: "x" } },
        },
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["a", "b"],
      },
      nested: {
        type: "array",
        items: {
          type: "object",
          properties: { set: { type: "array", items: integer, "x-kubernetes-list-type": "set" } },
        },
      },
    },
  },
});
const list = tried("listeds");

export const listTypes: Topic = {
  name: "list-types",
  definitions: [listed],
  cases: {
    "refuse duplicates": [
      list({ set: ["a", "b"] }),
      list({ set: ["a", "b", "a", "a"] }),
      list({ set: [] }),
      list({ set: ["a", null, null] }),
      list({ numbers: [1, 1.0, 2] }),
      list({ numbers: [1, 1.5] }),
      list({ objects: [{ a: 1 }, { a: 1 }] }),
      list({ objects: [{ a: 1 }, { b: 1 }] }),
      list({ map: [{ name: "a" }, { name: "b" }] }),
      list({ map: [{ name: "a" }, { name: "a", value: "x" }, { name: "a" }] }),
      list({ map: [{ value: "x" }] }),
      list({ map: [{ name: null }] }),
      list({ map: ["x"] }),
      list({ double: [{ a: 1 }, { a: 1, b: "x" }] }),
      list({ double: [{ a: 1 }, { a: 1, b: "y" }] }),
      list({
        double: [
          { a: 1, b: "y" },
          { a: 2, b: "y" },
          { a: 1, b: "y" },
        ],
      }),
      list({ nested: [{ set: [1, 1] }, { set: [1] }] }),
    ],
    "tolerate no duplicates on update either": [
      { POST: "listeds", body: { metadata: { name: "a" }, spec: { set: ["a"] } } },
      { PATCH: "listeds/a", merge: { spec: { set: ["a", "a"] } }, view: outcome },
      {
        PATCH: "listeds/a",
        json: [{ op: "add", path: "/spec/map", value: [{ name: "x" }, { name: "x" }] }],
        view: outcome,
      },
    ],
  },
};

const defaulted = definition({
  plural: "defaulteds",
  kind: "Defaulted",
  spec: {
    default: { from: "spec" },
    properties: {
      from: text,
      number: { ...integer, default: 7 },
      nullable: { type: "string", nullable: true, default: "n" },
      list: { type: "array", default: ["a"], items: text },
      object: {
        type: "object",
        default: {},
        properties: {
          inner: { type: "string", default: "i" },
          deep: { type: "object", properties: { x: { ...integer, default: 1 } } },
        },
      },
      absent: { type: "object", properties: { inner: { type: "string", default: "i" } } },
      items: {
        type: "array",
        items: { type: "object", properties: { a: text, b: { type: "string", default: "b" } } },
      },
      map: {
        type: "object",
        additionalProperties: {
          type: "object",
          properties: { c: { type: "string", default: "c" } },
        },
      },
      big: { ...integer, default: 9007199254740993n },
      preserve: {
        type: "object",
        "x-kubernetes-preserve-unknown-fields": true,
        properties: { p: { type: "string", default: "p" } },
      },
      none: { type: "string", default: "" },
      off: { type: "boolean", default: false },
    },
  },
});
const fill = tried("defaulteds");

export const defaulting: Topic = {
  name: "defaulting",
  definitions: [defaulted],
  cases: {
    "fills in what is absent": [
      fill({}),
      fill({ number: 1, list: [], object: { inner: "x" } }),
      fill({ absent: {} }),
      fill({ items: [{}, { a: "x", b: "y" }, { b: "" }] }),
      fill({ map: { k: {}, l: { c: "x" } } }),
      fill({ object: { deep: {} } }),
      fill({ preserve: { q: 1 } }),
    ],
    "replaces null where null is not allowed": [
      fill({ number: null }),
      fill({ nullable: null }),
      fill({ list: null }),
      fill({ object: null }),
      fill({ absent: null }),
      fill({ absent: { inner: null } }),
      fill({ items: [null] }),
      fill({ items: [{ b: null }] }),
      fill({ map: { k: null } }),
      fill(null),
      fill({ from: null }),
      fill({ items: null }),
      { POST: "defaulteds?dryRun=All", body: { metadata: { name: "a" } }, view: outcome },
    ],
    "fills in when objects are read that were written before": [
      { POST: "defaulteds", body: { metadata: { name: "a" }, spec: { number: 1 } } },
      { PATCH: "defaulteds/a", json: [{ op: "remove", path: "/spec/number" }], view: outcome },
      { PATCH: "defaulteds/a", merge: { spec: { list: null, number: 3 } }, view: outcome },
      {
        PATCH: "defaulteds/a?fieldManager=m",
        apply: { metadata: { name: "a" }, spec: { from: "apply" } },
      },
    ],
  },
};

const pruned = definition({
  plural: "pruneds",
  kind: "Pruned",
  spec: {
    properties: {
      known: text,
      object: { type: "object", properties: { x: text } },
      bare: { type: "object" },
      map: { type: "object", additionalProperties: { type: "object", properties: { x: text } } },
      list: { type: "array", items: { type: "object", properties: { x: text } } },
      preserve: {
        type: "object",
        "x-kubernetes-preserve-unknown-fields": true,
        properties: { strict: { type: "object", properties: { x: text } } },
      },
      anything: { "x-kubernetes-preserve-unknown-fields": true },
      inside: {
        type: "object",
        properties: { x: text },
        anyOf: [{ required: ["x"] }, { required: ["y"] }],
      },
    },
  },
});
const prune = tried("pruneds");

export const pruning: Topic = {
  name: "pruning",
  definitions: [pruned],
  cases: {
    "drops what the schema does not know": [
      prune({ known: "k", unknown: 1 }),
      prune({ object: { x: "x", y: 1 }, bare: { a: 1 } }),
      prune({ map: { k: { x: "x", y: 1 }, l: {} } }),
      prune({ list: [{ x: "x", y: 1 }, {}] }),
      prune({ preserve: { a: { b: 1 }, strict: { x: "x", y: 1 } } }),
      prune({ anything: { a: [1, { b: null }] } }),
      prune({ anything: null }),
      prune({ anything: [1] }),
      prune({ inside: { x: "x", y: 1 } }),
      prune({ __proto__x: 1, constructor: 1, toString: "x" }),
      {
        POST: "pruneds?dryRun=All",
        body: {
          metadata: { name: "a", unknown: 1, labels: { k: "v" } },
          spec: {},
          top: 1,
          status: { x: 1 },
        },
      },
    ],
  },
};

const embedded = definition({
  plural: "wrappers",
  kind: "Wrapper",
  spec: {
    properties: {
      any: {
        type: "object",
        "x-kubernetes-embedded-resource": true,
        "x-kubernetes-preserve-unknown-fields": true,
      },
      typed: {
        type: "object",
        "x-kubernetes-embedded-resource": true,
        properties: { spec: { type: "object", properties: { x: text } } },
      },
      list: {
        type: "array",
        items: {
          type: "object",
          "x-kubernetes-embedded-resource": true,
          "x-kubernetes-preserve-unknown-fields": true,
        },
      },
      either: { "x-kubernetes-int-or-string": true },
      pattern: { "x-kubernetes-int-or-string": true, pattern: "^\\d+%$" },
      bounded: {
        "x-kubernetes-int-or-string": true,
        anyOf: [{ type: "integer" }, { type: "string" }],
        maximum: 5,
        maxLength: 2,
      },
      nullable: { "x-kubernetes-int-or-string": true, nullable: true },
    },
  },
});
const wrap = tried("wrappers");
const inner = { apiVersion: "v1", kind: "Pod", metadata: { name: "p" } };

export const embeddedResources: Topic = {
  name: "embedded-resources",
  definitions: [embedded],
  cases: {
    "are checked as objects": [
      wrap({ any: inner }),
      wrap({ any: {} }),
      wrap({ any: { apiVersion: "v1" } }),
      wrap({ any: { ...inner, kind: 7 } }),
      wrap({ any: { ...inner, kind: "bad kind" } }),
      wrap({ any: { ...inner, apiVersion: "a/b/c" } }),
      wrap({ any: { ...inner, apiVersion: "" } }),
      wrap({ any: { ...inner, metadata: "x" } }),
      wrap({ any: { ...inner, metadata: { name: "Bad", labels: { "b c": "d" }, unknown: 1 } } }),
      wrap({ any: { ...inner, metadata: { name: 7 } } }),
      wrap({ any: { apiVersion: "v1", kind: "Pod" } }),
      wrap({ any: { ...inner, extra: { x: 1 } } }),
      wrap({ any: { ...inner, metadata: { creationTimestamp: "x", finalizers: ["no"] } } }),
      wrap({ typed: { ...inner, spec: { x: "x", y: 1 }, top: 1 } }),
      wrap({ list: [inner, {}] }),
      wrap({ any: null }),
      wrap({ any: "x" }),
    ],
  },
};

export const intOrString: Topic = {
  name: "int-or-string",
  definitions: [embedded],
  cases: {
    "takes both": [
      ...[1, "1", "x", 1.5, true, null, {}, [], 9007199254740993n, ""].map((either) =>
        wrap({ either }),
      ),
      ...[1, "5%", "5"].map((pattern) => wrap({ pattern })),
      ...[5, 6, "ab", "abc"].map((bounded) => wrap({ bounded })),
      wrap({ nullable: null }),
    ],
  },
};

const rule = (text: string, more: JsonObject = {}): JsonObject => ({ rule: text, ...more });

const ruled = definition({
  plural: "ruleds",
  kind: "Ruled",
  spec: {
    "x-kubernetes-validations": [
      rule("!has(self.min) || !has(self.max) || self.min <= self.max", {
        message: "min is above max",
      }),
      rule("!has(self.fail) || !self.fail", {
        messageExpression: "self.fail ? 'it failed' : 'never'",
        reason: "FieldValueForbidden",
        fieldPath: ".fail",
      }),
      rule("!has(self.once) || !has(oldSelf.once) || self.once == oldSelf.once", {
        message: "once is immutable",
      }),
      rule("!has(oldSelf.fixed) || has(self.fixed)", {
        message: "fixed cannot be removed",
        reason: "FieldValueRequired",
        fieldPath: ".fixed",
      }),
    ],
    properties: {
      min: integer,
      max: integer,
      fail: { type: "boolean" },
      once: text,
      fixed: text,
      immutable: {
        type: "string",
        maxLength: 20,
        "x-kubernetes-validations": [rule("self == oldSelf", { message: "Value is immutable" })],
      },
      optional: {
        type: "string",
        maxLength: 20,
        "x-kubernetes-validations": [
          rule("oldSelf.hasValue() || self == 'new'", { optionalOldSelf: true }),
        ],
      },
      text: {
        type: "string",
        maxLength: 20,
        "x-kubernetes-validations": [
          rule("self.matches('^[a-z]+$')"),
          rule("self.size() < 5", { messageExpression: '"too long: " + self' }),
        ],
      },
      list: {
        type: "array",
        maxItems: 5,
        items: {
          type: "integer",
          "x-kubernetes-validations": [rule("self > 0", { message: "not positive" })],
        },
        "x-kubernetes-validations": [
          rule("self.all(x, x < 10)"),
          rule("self.isSorted()", { message: "not sorted" }),
        ],
      },
      map: {
        type: "object",
        maxProperties: 5,
        additionalProperties: { type: "string", maxLength: 5 },
        "x-kubernetes-validations": [
          rule("self.all(k, k.startsWith('x'))", { message: "bad key" }),
        ],
      },
      quantity: {
        type: "string",
        maxLength: 20,
        "x-kubernetes-validations": [
          rule("isQuantity(self) && quantity(self).isGreaterThan(quantity('1Gi'))"),
        ],
      },
      url: {
        type: "string",
        maxLength: 50,
        "x-kubernetes-validations": [rule("isURL(self) && url(self).getScheme() == 'https'")],
      },
      ip: {
        type: "string",
        maxLength: 50,
        "x-kubernetes-validations": [rule("isIP(self) && ip(self).family() == 4")],
      },
      cidr: {
        type: "string",
        maxLength: 50,
        "x-kubernetes-validations": [rule("isCIDR(self) && cidr(self).containsIP('10.0.0.1')")],
      },
      time: {
        type: "string",
        format: "date-time",
        "x-kubernetes-validations": [rule("self.getFullYear() > 2000")],
      },
      duration: {
        type: "string",
        format: "duration",
        "x-kubernetes-validations": [rule("self > duration('1m')")],
      },
      either: {
        "x-kubernetes-int-or-string": true,
        "x-kubernetes-validations": [rule("type(self) == int ? self > 0 : self.endsWith('%')")],
      },
      items: {
        type: "array",
        maxItems: 5,
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["name"],
        items: {
          type: "object",
          required: ["name"],
          properties: {
            name: { type: "string", maxLength: 5 },
            value: {
              type: "integer",
              "x-kubernetes-validations": [rule("self >= oldSelf", { message: "cannot shrink" })],
            },
          },
        },
      },
      divide: { type: "integer", "x-kubernetes-validations": [rule("10 / self > 1")] },
      "odd-name": { type: "string", maxLength: 5 },
      __reserved: { type: "string", maxLength: 5 },
      escaped: {
        type: "object",
        properties: { "a-b": integer, "c.d": integer, "e/f": integer, namespace: text },
        "x-kubernetes-validations": [
          rule("!has(self.a__dash__b) || self.a__dash__b > 0"),
          rule("!has(self.c__dot__d) || self.c__dot__d > 0"),
          rule("!has(self.__namespace__) || self.__namespace__ != 'x'"),
        ],
      },
    },
  },
});
const cel1 = tried("ruleds");

export const cel: Topic = {
  name: "cel",
  definitions: [ruled],
  cases: {
    "rules on create": [
      cel1({ min: 1, max: 2 }),
      cel1({ min: 2, max: 1 }),
      cel1({ fail: true }),
      cel1({ fail: true, min: 2, max: 1 }),
      cel1({ text: "abc" }),
      cel1({ text: "ABC" }),
      cel1({ text: "abcdef" }),
      cel1({ text: "ABCDEF" }),
      cel1({ list: [1, 2] }),
      cel1({ list: [2, 1] }),
      cel1({ list: [0, 11] }),
      cel1({ map: { xa: "1", b: "2" } }),
      cel1({ quantity: "2Gi" }),
      cel1({ quantity: "1" }),
      cel1({ quantity: "x" }),
      cel1({ url: "https://a" }),
      cel1({ url: "http://a" }),
      cel1({ url: "::" }),
      cel1({ ip: "1.2.3.4" }),
      cel1({ ip: "::1" }),
      cel1({ cidr: "10.0.0.0/8" }),
      cel1({ cidr: "11.0.0.0/8" }),
      cel1({ time: "2020-01-01T00:00:00Z" }),
      cel1({ time: "1999-01-01T00:00:00Z" }),
      cel1({ time: "x" }),
      cel1({ duration: "1h" }),
      cel1({ duration: "1s" }),
      cel1({ either: 1 }),
      cel1({ either: 0 }),
      cel1({ either: "5%" }),
      cel1({ either: "5" }),
      cel1({ divide: 2 }),
      cel1({ divide: 0 }),
      cel1({ divide: 20 }),
      cel1({ optional: "x" }),
      cel1({ optional: "new" }),
      cel1({ immutable: "x" }),
      cel1({ escaped: { "a-b": 0, "c.d": 0, namespace: "x" } }),
      cel1({ list: [1, 2, 3, 4, 5, 6] }),
      cel1({ text: 7, min: 2, max: 1 }),
      cel1({ min: "x", fail: true }),
    ],
    "transition rules": [
      {
        POST: "ruleds",
        body: {
          metadata: { name: "a" },
          spec: {
            immutable: "x",
            once: "o",
            fixed: "f",
            optional: "new",
            items: [{ name: "a", value: 5 }],
          },
        },
      },
      ...[
        { immutable: "y" },
        { immutable: null },
        { once: "p" },
        { fixed: null },
        { optional: "other" },
        { items: [{ name: "a", value: 4 }] },
        { items: [{ name: "b", value: 1 }] },
        {
          items: [
            { name: "b", value: 0 },
            { name: "a", value: 1 },
          ],
        },
        { min: 5, max: 1 },
        { immutable: "x" },
      ].map((spec) => ({
        PATCH: "ruleds/a",
        merge: { spec },
        view: outcome,
      })),
      {
        PATCH: "ruleds/a?fieldManager=m",
        apply: { metadata: { name: "a" }, spec: { min: 5, max: 1 } },
        view: outcome,
      },
    ],
    "reports with the whole Status": [
      { POST: "ruleds", body: { metadata: { name: "a" }, spec: { fail: true, text: "ABCDEF" } } },
    ],
  },
};

/** Of a definition whose schema has become narrower since the objects were written. */
const narrowed: Step = {
  PATCH: "customresourcedefinitions/loose.$(group)",
  json: [
    {
      op: "replace",
      path: "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/size",
      value: { type: "integer", maximum: 5, "x-kubernetes-validations": [{ rule: "self != 3" }] },
    },
  ],
  view: only("metadata", "generation"),
};

export const ratcheting: Topic = {
  name: "ratcheting",
  definitions: [
    {
      plural: "loose",
      kind: "Loose",
      schema: {
        type: "object",
        properties: { spec: { type: "object", properties: { size: integer, other: text } } },
      },
    },
  ],
  cases: {
    "lets values stay that were allowed before": [
      { POST: "loose", body: { metadata: { name: "a" }, spec: { size: 9 } } },
      { POST: "loose", body: { metadata: { name: "b" }, spec: { size: 3 } } },
      narrowed,
      {
        UNTIL: "loose/probe?dryRun=All&fieldManager=probe",
        apply: { metadata: { name: "probe" }, spec: { size: 8 } },
        holds: (_, status) => status === 422,
        view: outcome,
      },
      { PATCH: "loose/a", merge: { spec: { other: "x" } }, view: outcome },
      { PATCH: "loose/a", merge: { metadata: { labels: { app: "x" } } }, view: outcome },
      { PATCH: "loose/a", merge: { spec: { size: 8 } }, view: outcome },
      { PATCH: "loose/b", merge: { spec: { other: "x" } }, view: outcome },
      { PATCH: "loose/b", merge: { spec: { size: 2 } }, view: outcome },
      // A patch starts from the server's cache, and warns of what it finds there.
      { GET: "loose?limit=1&resourceVersion=$(rv:b)", view: () => "up to date" },
      { PATCH: "loose/b", merge: { spec: { size: 3 } }, view: outcome },
      {
        PATCH: "loose/a?fieldManager=m",
        apply: { metadata: { name: "a" }, spec: { other: "y" } },
        view: outcome,
      },
      { GET: "loose/a" },
    ],
  },
};
