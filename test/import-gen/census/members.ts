import type { JsonValue } from "../../../generators/model/index.js";
import type { JsonObject } from "../round-trip.js";
import { integer, intOrString, list, map, preserve, string, struct } from "./build.js";

const quantity =
  "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";
const number: JsonObject = { type: "number" };
const boolean: JsonObject = { type: "boolean" };
const object: JsonObject = { type: "object" };

/** The type and the format of values. */
export const types: readonly JsonObject[] = [
  string,
  object,
  boolean,
  integer,
  number,
  list(string),
  intOrString,
  preserve,
  ...["int32", "int64", "uint16", "uint32", "double", ""].map((format) => ({ ...integer, format })),
  ...["float", "double", "int32", "int64"].map((format) => ({ ...number, format })),
  ...[
    "date-time date byte duration cidr uri uuid int64 int32 hostname ipv4 ipv6 ip email mac password",
    "quantity string k8s-short-name bsonobjectid hexcolor",
  ]
    .flatMap((words) => words.split(" "))
    .map((format) => ({ ...string, format })),
  { ...string, format: "" },
  { ...string, format: "free text, of course" },
  ...["ip", "ipv6", "cidr"].map((format) => list(string, { format })),
  { ...boolean, format: "bool" },
  { ...object, format: "object" },
  { ...intOrString, format: "int-or-string" },
  { ...intOrString, pattern: quantity },
  { ...intOrString, pattern: "^[0-9]+%?$" },
  { ...intOrString, maxLength: 5 },
  { "x-kubernetes-int-or-string": true },
  { "x-kubernetes-int-or-string": true, pattern: quantity },
  { "x-kubernetes-int-or-string": true, maxLength: 9, pattern: "^a/*/$" },
  { "x-kubernetes-int-or-string": true, allOf: [{ pattern: "^a" }, { pattern: "b$" }] },
  {
    "x-kubernetes-int-or-string": true,
    allOf: [
      { anyOf: [{ type: "integer" }, { type: "string" }] },
      { pattern: quantity },
      { pattern: "^[0-9]+$" },
    ],
  },
  { ...intOrString, allOf: [{ pattern: quantity }, { pattern: "^a" }] },
  { ...intOrString, allOf: [{ pattern: "^b" }, { pattern: "^a" }, { maxLength: 4 }] },
  { ...intOrString, enum: [1, "1", "50%"] },
  { ...intOrString, nullable: true },
];

const ambiguous = ["True", "on", "1.2", "y", "null", "~", "0x1f", "1e3", "2001-01-01", "", " "];

/** Enums. */
export const enums: readonly JsonObject[] = [
  { ...string, enum: ["z", "a", "m"] },
  { ...string, enum: ["only"] },
  { ...string, enum: [""] },
  { ...string, enum: ["", "a"] },
  {
    ...string,
    enum: ["a-b", "a.b", "a/b", "a:b", "a b", "1st", "*/5", "a;b", "a,b", "{a}", "a=b"],
  },
  { ...string, enum: ['a"b', "a'b", "a`b", "a\\b", "a\nb", "a\tb", "\u00e4\u2028", "//", "/*"] },
  { ...string, enum: ambiguous },
  { ...string, enum: ["Always", "always", "ALWAYS"] },
  { ...string, enum: Array.from({ length: 130 }, (_, at) => `value-${(at * 37) % 130}`) },
  { ...string, enum: ["a", null], nullable: true },
  { ...string, enum: [null, "a"] },
  { ...integer, enum: [3, 1, 2] },
  { ...integer, format: "int32", enum: [0, -1] },
  { ...integer, format: "int64", enum: [10, null], nullable: true },
  { ...number, enum: [1.5, 0, -2] },
  { ...boolean, enum: [true] },
  { ...boolean, enum: [false, true] },
  { ...string, enum: ["1", "2"], format: "x", minLength: 1, maxLength: 1, pattern: "." },
  { ...string, allOf: [{ enum: ["a", "b"] }, { enum: ["a", "b"] }] },
  { ...string, allOf: [{ enum: ["a", "b"] }, { enum: ["b"] }] },
  { ...integer, allOf: [{ enum: [2, 1] }, { enum: [1] }] },
  { ...string, enum: ["a", "a"] },
  { ...preserve, enum: ["a", 1, true, { a: 1 }, [1]] },
  { ...object, ...preserve, enum: [{}, { a: "b" }] },
  { ...list(string), enum: [[], ["a"]] },
];

/** Bounds, patterns, and what is said about lists and maps as such. */
export const bounds: readonly JsonObject[] = [
  { ...string, minLength: 0, maxLength: 0 },
  { ...string, minLength: 1, maxLength: 253 },
  { ...integer, minimum: 0, maximum: 0 },
  { ...integer, minimum: -1, maximum: 65535 },
  { ...integer, format: "int64", maximum: 9223372036854775000 },
  { ...integer, minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
  { ...integer, multipleOf: 2 },
  { ...number, minimum: 0.1, maximum: 1e21, multipleOf: 0.01 },
  { ...number, minimum: -1e-7 },
  list(string, { minItems: 0, maxItems: 0 }),
  list(string, { minItems: 1, maxItems: 64 }),
  map(string, { minProperties: 0, maxProperties: 0 }),
  map(string, { minProperties: 1, maxProperties: 8 }),
  struct({ a: string, b: string }, { minProperties: 1, maxProperties: 1 }),
  struct({ a: string }, { required: ["a"], minProperties: 1 }),
  ...[
    "^*/[a-z]$",
    "^(https?|ftp)://.*/$",
    "(?i)^a$",
    "^[\\w-.]+$",
    "\\z",
    "`",
    '"',
    "'",
    "`\"'",
    " a ",
    "a\nb",
    "\t",
    "",
    "\\\\",
    "^\\S+$ // a",
    "# a",
    "[+]a",
    "\u00e4",
    "{{a}}",
    "a=b,c;d",
  ].map((pattern) => ({ ...string, pattern })),
  { ...string, allOf: [{ pattern: "^a" }, { pattern: "b$" }] },
  { ...string, allOf: [{ maxLength: 9 }, { maxLength: 5 }], minLength: 2 },
  { ...string, allOf: [{ minLength: 1, pattern: "a" }, { pattern: "b" }, { format: "uri" }] },
  { ...integer, allOf: [{ minimum: 0 }, { minimum: 1, maximum: 9 }] },
  list(string, { allOf: [{ minItems: 1 }, { maxItems: 2 }] }),
  list(string, { "x-kubernetes-list-type": "atomic" }),
  list(string, { "x-kubernetes-list-type": "set" }),
  list(integer, { "x-kubernetes-list-type": "set", maxItems: 3 }),
  ...[["a"], ["b", "a"], ["c", "a", "b"], ["a", "b", "c", "d"]].map((keys) =>
    list(struct({ a: string, b: string, c: integer, d: boolean }, { required: keys }), {
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": keys,
    }),
  ),
  list(struct({ a: { ...string, default: "x" }, b: string }), {
    "x-kubernetes-list-type": "map",
    "x-kubernetes-list-map-keys": ["a"],
  }),
  struct({ a: string }, { "x-kubernetes-map-type": "atomic" }),
  struct({ a: string }, { "x-kubernetes-map-type": "granular" }),
  { ...object, "x-kubernetes-map-type": "atomic" },
  map(string, { "x-kubernetes-map-type": "atomic" }),
  map(string, { "x-kubernetes-map-type": "granular" }),
];

/** Items of lists and values of maps, in one another. */
export const nested: readonly JsonObject[] = [
  list(struct({ a: string })),
  list(list(string)),
  list(list(list(integer))),
  list(list(struct({ a: string }))),
  list(map(string)),
  list(map(list(string))),
  list(preserve),
  list({ ...object, ...preserve }),
  list(object),
  list(intOrString),
  list({ ...string, minLength: 1, pattern: "^*/$", description: "An item.", enum: ["*/", "b"] }),
  list({ ...string, description: "An item." }, { description: "The list." }),
  list(struct({ a: string }, { description: "An item." }), { description: "The list." }),
  list(list({ ...string, maxLength: 3, description: "A cell." }, { maxItems: 2 }), { minItems: 1 }),
  map(intOrString),
  map({ ...intOrString, pattern: quantity }),
  map({ ...intOrString, pattern: quantity, description: "A quantity." }),
  map(struct({ a: string })),
  map(struct({ a: string }, { description: "A value.", required: ["a"] }), { description: "All." }),
  map(list(string)),
  map(list({ ...string, maxLength: 3 }, { maxItems: 2 }), { maxProperties: 4 }),
  map(list(struct({ a: string }))),
  map(boolean),
  map(integer),
  map({ ...integer, format: "int32", minimum: 0 }),
  map(number),
  map(map(string)),
  map(map({ ...string, maxLength: 9, description: "A word." }, { description: "Inside." })),
  map(map(map(struct({ a: string })))),
  map(preserve),
  map({ ...object, ...preserve }),
  map(object),
  map({ ...string, maxLength: 63, pattern: "^a" }),
  map({ ...string, enum: ["b", "a"] }),
  map({ ...string, format: "byte" }),
  map({ ...string, nullable: true }),
  list({ ...string, nullable: true }),
  list(struct({ a: string }, { nullable: true }), { nullable: true }),
  map(struct({ a: string }, { nullable: true })),
  struct({ a: struct({ b: struct({ c: list(struct({ d: map(struct({ e: integer })) })) }) }) }),
  struct({}),
  struct({}, preserve),
];

/** Values of which nothing is known, or not all. */
export const unknown: readonly JsonObject[] = [
  preserve,
  { ...object, ...preserve },
  struct({ a: string }, preserve),
  struct({ a: string }, { ...preserve, required: ["a"] }),
  { ...preserve, properties: { a: string } },
  { ...preserve, properties: { a: struct({ b: string }, preserve) }, required: ["a"] },
  { ...preserve, required: ["a"] },
  { ...preserve, maxProperties: 3 },
  { ...preserve, nullable: true },
  { ...preserve, items: string },
  list(string, preserve),
  { type: "array", ...preserve, items: preserve },
  { ...string, ...preserve },
  { ...boolean, ...preserve },
  { ...integer, ...preserve },
  map(string, preserve),
  { ...object, ...preserve, "x-kubernetes-embedded-resource": true },
  {
    ...struct({ apiVersion: string, kind: string, metadata: object, spec: struct({ a: string }) }),
    required: ["apiVersion", "kind"],
    "x-kubernetes-embedded-resource": true,
  },
  { ...struct({ spec: preserve }), "x-kubernetes-embedded-resource": true },
  {
    ...struct({ metadata: struct({ name: { ...string, maxLength: 9 } }) }, preserve),
    "x-kubernetes-embedded-resource": true,
  },
  list({ ...object, ...preserve, "x-kubernetes-embedded-resource": true }),
];

/** Values that may be null. */
export const nullables: readonly JsonObject[] = [
  ...[string, object, boolean, list(string), integer, number, intOrString, preserve],
  struct({ a: string }),
  map(string),
  { ...string, format: "date-time" },
  { ...string, enum: ["a"] },
  list({ ...object, nullable: true }),
].map((schema) => ({ ...schema, nullable: true }));

/** Logic about members, and about texts. */
export const logic: readonly JsonObject[] = [
  ...membersLogic([
    { oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    { anyOf: [{ required: ["a"] }, {}] },
    { anyOf: [{ required: ["a"] }, { required: ["b"] }, {}] },
    { anyOf: [{ required: ["a", "b"] }, { required: ["c"] }] },
    { not: { required: ["a"] } },
    { not: { required: ["a", "b"] } },
    {
      oneOf: [
        { not: { anyOf: [{ required: ["a"] }, { required: ["b"] }] } },
        { required: ["a"] },
        { required: ["b"] },
      ],
    },
    {
      oneOf: [
        { not: { required: ["c"] }, required: ["a"] },
        { not: { anyOf: [{ required: ["a"] }, { required: ["b"] }] }, required: ["c"] },
      ],
    },
    { oneOf: [{ required: ["a"], properties: { b: { enum: ["x"] } } }, { required: ["c"] }] },
    { anyOf: [{ properties: { a: { enum: ["x"] } }, required: ["a"] }, { required: ["b"] }] },
    { anyOf: [{ properties: { a: { maxLength: 3 } } }, { properties: { b: { minimum: 1 } } }] },
    {
      allOf: [{ oneOf: [{ required: ["a"] }, { required: ["b"] }] }, { not: { required: ["c"] } }],
    },
    {
      anyOf: [
        { not: { properties: { a: { enum: ["x", "y"] } } } },
        { not: { properties: { d: { not: { enum: ["z"] } } } } },
      ],
    },
    {
      allOf: [
        {
          anyOf: [
            { not: { required: ["a"] } },
            { properties: { d: { anyOf: [{ enum: ["x"] }, { pattern: "^y" }] } } },
          ],
        },
      ],
      anyOf: [{ required: ["c"] }, { not: { anyOf: [{ required: ["b"] }] } }],
    },
    { required: ["undeclared"] },
    { required: ["a", "undeclared", "b"], anyOf: [{ required: ["other"] }] },
    { oneOf: [{ required: ["a"] }, { required: ["b"] }], minProperties: 1, required: ["d"] },
    { not: { required: ["a"], properties: { d: { enum: ["x"] } } } },
  ]),
  { ...string, oneOf: [{ format: "ipv4" }, { format: "ipv6" }] },
  { ...string, anyOf: [{ format: "ipv4" }, { format: "ipv6" }, { enum: [""] }] },
  { ...string, anyOf: [{ pattern: "^a" }, { pattern: "^b", maxLength: 3 }] },
  { ...string, anyOf: [{ maxLength: 0 }, { format: "uri" }] },
  { ...string, not: { enum: ["a"] } },
  { ...string, not: { pattern: "^a" } },
  { ...integer, anyOf: [{ minimum: 1 }, { enum: [-1] }] },
  { ...integer, oneOf: [{ maximum: 1 }, { minimum: 3, exclusiveMinimum: true }] },
  { ...string, oneOf: [{ enum: ["a"] }, { enum: ["b", "c"] }] },
  list(string, { oneOf: [{ maxItems: 0 }, { minItems: 2 }] }),
  list(struct({ a: string }), { not: { items: { required: ["a"] } } }),
  map(string, { anyOf: [{ maxProperties: 1 }, { minProperties: 3 }] }),
  { ...object, ...preserve, oneOf: [{ required: ["a"] }, { required: ["b"] }] },
  { ...preserve, oneOf: [{ required: ["a"] }, { required: ["b"] }] },
  { ...preserve, anyOf: [{ required: ["a"] }, { not: { required: ["b"] } }] },
  { ...object, anyOf: [{ required: ["a"] }] },
  map(struct({ a: string, b: string }, { oneOf: [{ required: ["a"] }, { required: ["b"] }] })),
];

function membersLogic(all: readonly JsonObject[]): readonly JsonObject[] {
  const d: JsonObject = { ...string, enum: ["x", "y", "z"] };
  return all.map((more) => struct({ a: string, b: integer, c: struct({ a: string }), d }, more));
}

/** Titles, examples and links. */
export const notes: readonly JsonObject[] = [
  { ...string, title: "A title" },
  struct({ a: { ...string, title: "Inside" } }, { title: "A title", description: "A text." }),
  ...(
    [
      [string, "a"],
      [string, "true"],
      [string, ""],
      [string, "1"],
      [integer, 1],
      [boolean, false],
      [number, 1.5],
      [list(string), ["a", "b"]],
      [list(string), []],
      [struct({ a: integer }), { a: 1 }],
      [struct({ a: integer }), {}],
      [preserve, { a: [{ b: "c, d" }], e: 'say "hi"' }],
      [string, "two\nlines and */"],
    ] satisfies readonly (readonly [JsonObject, JsonValue])[]
  ).map(([schema, example]) => ({
    ...schema,
    example,
  })),
  { ...string, externalDocs: { url: "https://example.com/*/a" } },
  { ...string, externalDocs: { url: "https://example.com", description: "A text, with `ticks`" } },
  struct({ a: string }, { externalDocs: { url: "https://example.com", description: "" } }),
  { ...string, externalDocs: { description: "Only this." } },
];
