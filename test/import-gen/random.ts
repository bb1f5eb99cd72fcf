import type { JsonValue } from "../../generators/model/index.js";
import type { JsonObject } from "./round-trip.js";

/** Numbers from 0 to 1, the same for the same seed. Mulberry32. */
function numbersOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const names =
  "spec status name names items item type kind template metadata value values selector backup backups schedule s 3scale kube-api -XX foo_bar class null y on true policies addresses status2 Spec URL dnsName $ref constructor __proto__ toString length container containers".split(
    " ",
  );

const texts = [
  "",
  "A text.",
  "Backup is a backup.",
  "Two lines\nof text.",
  "Two\n\nparagraphs",
  "Three\n\n\nblank",
  " leading",
  "trailing ",
  "trailing  \nin a line",
  "  indented:\n\n      code\n",
  "* a list\n* of items",
  "/path and */5 * * * *",
  "end */",
  "/** begin",
  "- [ ] one\n+ two\n  + three",
  "+kubebuilder:validation:Minimum=1",
  "TODO: later",
  "a\n---\nb",
  "```\n---\n+code\n```",
  'tabs\tand "quotes" and `ticks` and \\ slashes',
  "eslint-disable */ x",
  "// two slashes */",
  "\u2028 line \u00e9 \ud83d\ude00",
  "@deprecated {@link x}",
  "{{handlebars}} {x}",
  "x".repeat(150),
];

const patterns = ["^[a-z]*/[0-9]+$", "^`$", '^"\\d$', "(?i)a,b;c}", " "];
const formats = ["date-time", "byte", "uri", "int64", "ipv4", "a b"];
const strings = [
  "",
  "a",
  "b",
  "A",
  "True",
  "on",
  "1.2",
  "null",
  "a b",
  "a;b",
  '"',
  "`",
  "\\",
  "é",
  "{x}",
  "a,b",
];

/** Makes random structural schemas: everything that an import has to carry, in combinations that nobody thinks of. */
export class RandomSchemas {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = numbersOf(seed);
  }

  /** A definition with one to three versions. */
  definition(): JsonObject {
    const group = this.#pick(["example.com", "my-group.example.io", "4d.test.dev"]);
    const kind = this.#pick([
      "Queue",
      "Backup",
      "queue",
      "HTTPRoute",
      "Redis",
      "Spec",
      "Record",
      "AllowList",
    ]);
    const plural = this.#pick([`${kind.toLowerCase()}s`, "things", "ies"]);
    const versions = this.#some(["v1", "v1beta1", "v2alpha1", "beta"]).slice(0, 3);
    const listed = versions.length === 0 ? ["v1"] : versions;
    return {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: {
        name: `${plural}.${group}`,
        ...this.#maybe(0.3, { annotations: { "a/b": this.#pick(texts), c: "d=e" } }),
        ...this.#maybe(0.2, { labels: { app: "x" } }),
      },
      spec: {
        group,
        names: {
          kind,
          plural,
          ...this.#maybe(0.8, { listKind: `${kind}List` }),
          ...this.#maybe(0.8, { singular: kind.toLowerCase() }),
          ...this.#maybe(0.3, { shortNames: ["q", "qq"] }),
          ...this.#maybe(0.2, { categories: ["all"] }),
        },
        scope: this.#pick(["Namespaced", "Cluster"]),
        ...this.#maybe(0.1, { preserveUnknownFields: false }),
        ...this.#maybe(0.1, { conversion: { strategy: "None" } }),
        versions: listed.map((name, index) => ({
          name,
          served: this.#next() > 0.1,
          storage: index === 0,
          ...this.#maybe(0.2, { deprecated: true }),
          ...this.#maybe(0.5, { subresources: { status: {} } }),
          schema: { openAPIV3Schema: this.#root() },
          ...this.#maybe(0.3, {
            additionalPrinterColumns: [
              {
                name: this.#pick(strings) || "Age",
                type: "string",
                jsonPath: ".metadata.labels['a\\.b']",
                ...this.#maybe(0.5, { description: this.#pick(texts) || "x" }),
                ...this.#maybe(0.3, { priority: this.#pick([0, 1, 10]) }),
              },
            ],
          }),
        })),
      },
    };
  }

  #root(): JsonObject {
    const object = this.#struct(4, new Set(["apiVersion", "kind", "metadata"]));
    const properties = object["properties"];
    return {
      ...object,
      properties: {
        ...this.#maybe(0.9, {
          // The API server refuses more.
          apiVersion: { type: "string", ...this.#maybe(0.7, { description: this.#pick(texts) }) },
          kind: { type: "string", ...this.#maybe(0.7, { description: this.#pick(texts) }) },
        }),
        ...this.#maybe(0.9, { metadata: { type: "object" } }),
        ...(typeof properties === "object" && properties !== null ? properties : {}),
      },
      ...this.#maybe(0.3, { description: this.#pick(texts) }),
    };
  }

  #schema(depth: number): JsonObject {
    const made = this.#typed(depth);
    return {
      ...made,
      ...this.#maybe(0.5, { description: this.#pick(texts) }),
      ...this.#maybe(0.1, { nullable: true }),
      ...this.#maybe(0.03, { title: "A title" }),
      ...this.#maybe(0.02, { externalDocs: { url: "https://example.com", description: "d" } }),
    };
  }

  #typed(depth: number): JsonObject {
    const kinds = ["string", "integer", "number", "boolean", "any", "intOrString", "enum"];
    const deeper = ["array", "map", "struct", "struct", "array", "free"];
    switch (this.#pick(depth > 0 ? [...kinds, ...deeper, ...deeper] : kinds)) {
      case "string":
        return {
          type: "string",
          ...this.#maybe(0.2, { format: this.#pick(formats) }),
          ...this.#maybe(0.2, { pattern: this.#pick(patterns.slice(0, 3)) }),
          ...this.#maybe(0.2, { maxLength: this.#pick([10, 253]) }),
          ...this.#maybe(0.1, { allOf: [{ minLength: 1 }, { minLength: this.#pick([1, 2]) }] }),
        };
      case "integer":
        return {
          type: "integer",
          ...this.#maybe(0.6, { format: this.#pick(["int32", "int64", "uint16"]) }),
          ...this.#maybe(0.3, { minimum: this.#pick([0, -5, 1e9]) }),
          ...this.#maybe(0.2, { maximum: 2_000_000_000, exclusiveMaximum: true }),
          ...this.#maybe(0.1, { multipleOf: 5 }),
        };
      case "number":
        return {
          type: "number",
          ...this.#maybe(0.5, { format: this.#pick(["float", "double", "x"]) }),
          ...this.#maybe(0.3, { minimum: 0.5 }),
        };
      case "boolean":
        return { type: "boolean", ...this.#maybe(0.1, { enum: [true] }) };
      case "any":
        return {
          "x-kubernetes-preserve-unknown-fields": true,
          ...this.#maybe(0.3, { type: "object" }),
        };
      case "intOrString":
        return {
          "x-kubernetes-int-or-string": true,
          ...this.#maybe(0.7, { anyOf: [{ type: "integer" }, { type: "string" }] }),
          ...this.#maybe(0.4, { pattern: this.#pick(patterns.slice(0, 3)) }),
        };
      case "enum": {
        const values = this.#some(strings);
        return {
          type: "string",
          enum: values.length === 0 ? ["a"] : values,
          ...this.#maybe(0.1, { format: "x" }),
        };
      }
      case "array":
        return this.#array(depth);
      case "map":
        return {
          type: "object",
          additionalProperties: this.#schema(depth - 1),
          ...this.#maybe(0.1, { "x-kubernetes-map-type": this.#pick(["atomic", "granular"]) }),
          ...this.#maybe(0.2, { maxProperties: 5 }),
        };
      case "free":
        return {
          type: "object",
          ...this.#maybe(0.4, { "x-kubernetes-preserve-unknown-fields": true }),
        };
      default:
        return this.#struct(depth - 1);
    }
  }

  #array(depth: number): JsonObject {
    const items = this.#schema(depth - 1);
    const isObject = items["type"] === "object" && items["properties"] !== undefined;
    return {
      type: "array",
      items,
      ...this.#maybe(0.3, { "x-kubernetes-list-type": "atomic" }),
      ...this.#maybe(0.2, { minItems: 1 }),
      ...this.#maybe(0.2, { maxItems: isObject ? 3 : 9 }),
    };
  }

  #struct(depth: number, left: ReadonlySet<string> = new Set()): JsonObject {
    const properties = this.#some(names.filter((name) => !left.has(name)))
      .slice(0, 6)
      .map((name): readonly [string, JsonValue] => {
        const schema = this.#schema(depth);
        return [name, { ...schema, ...this.#default(schema) }];
      });
    if (properties.length === 0) return { type: "object" };
    const required = this.#some(properties.map(([name]) => name)).slice(0, 3);
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required }),
      ...this.#maybe(0.1, { "x-kubernetes-preserve-unknown-fields": true }),
      // The API server takes nothing of the kind at the root of a version with a status.
      ...(left.size === 0 && {
        ...this.#maybe(0.1, { "x-kubernetes-map-type": "atomic" }),
        ...this.#maybe(0.1, { minProperties: 1 }),
        ...this.#maybe(0.05, { oneOf: [{ required: ["a"] }, { required: ["b"] }] }),
        ...this.#maybe(0.05, { required: [...required, "undeclared"] }),
      }),
    };
  }

  /** A default that fits the type, if nothing else. */
  #default(schema: JsonObject): JsonObject {
    if (this.#next() > 0.15) return {};
    const values = schema["enum"];
    if (Array.isArray(values)) return { default: values[0] };
    switch (schema["type"]) {
      case "string":
        return schema["format"] === undefined && schema["pattern"] === undefined
          ? { default: this.#pick(["abcdef", "true", "12345", "a, b"]) }
          : {};
      case "integer":
        return schema["minimum"] === undefined ? { default: 5 } : {};
      case "boolean":
        return { default: false };
      case "number":
        return schema["minimum"] === undefined ? { default: -0.25 } : {};
      case undefined:
        return schema["x-kubernetes-int-or-string"] === true
          ? schema["pattern"] === undefined
            ? { default: this.#pick([1, "1", "50%"]) }
            : {}
          : { default: this.#pick([{ a: [1, "x"] }, "x", 1, true, [], [{ b: null }]]) };
      case "array":
        return schema["minItems"] === undefined ? { default: [] } : {};
      case "object":
        return schema["required"] === undefined &&
          schema["minProperties"] === undefined &&
          schema["oneOf"] === undefined
          ? { default: {} }
          : {};
      default:
        return {};
    }
  }

  #maybe(probability: number, value: JsonObject): JsonObject {
    return this.#next() < probability ? value : {};
  }

  #pick<T>(list: readonly T[]): T {
    const picked = list[Math.floor(this.#next() * list.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  }

  /** Some of a list, in random order. */
  #some<T>(list: readonly T[]): readonly T[] {
    return list
      .map((value) => ({ value, order: this.#next() }))
      .filter(() => this.#next() < 0.35)
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value);
  }
}
