import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { Pattern } from "crd-runtime/schema";
import { type Random, randomOf } from "./mutate.js";

/** JSON of an object. */
export type Json = Readonly<Record<string, unknown>>;

/** An object with at most one thing wrong on purpose. */
export interface Sample {
  /** `spec.replicas: maximum`. */
  readonly name: string;
  readonly object: Json;
  readonly fieldValidation: "Ignore" | "Strict";
}

type Step = string | { readonly inside: "additionalProperties" | "items" };

interface Place {
  readonly steps: readonly Step[];
  readonly schema: JSONSchemaProps;
}

const deepest = 14;

/** The one version of a definition that its objects are stored in, and nothing that needs a webhook. */
export function storedAlone(definition: CustomResourceDefinition): CustomResourceDefinition {
  const { metadata, spec } = definition;
  const { conversion: _, ...rest } = spec;
  const versions = spec.versions
    .filter(({ storage }) => storage)
    .map((version) => ({ ...version, served: true }));
  const { name, annotations } = metadata;
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name, ...(annotations && { annotations }) },
    spec: { ...rest, versions },
  } as CustomResourceDefinition;
}

/**
 * Objects of a definition made from its schema: at each place of it, or at as many of them as `places` says, a value as it
 * should be, and each way to break one thing that the schema says there.
 */
export function samplesOf(input: {
  readonly definition: CustomResourceDefinition;
  readonly places: number;
  readonly seed: number;
}): readonly Sample[] {
  const { definition, places, seed } = input;
  const { group, names, versions } = definition.spec;
  const [version] = versions;
  const root = version?.schema?.openAPIV3Schema;
  if (version === undefined || root === undefined) return [];
  const head = {
    apiVersion: `${group}/${version.name}`,
    kind: names.kind,
    metadata: { name: "sample" },
  };
  const found: Place[] = [];
  addPlaces({ place: { steps: [], schema: root }, found });
  const inside = found.filter(
    ({ steps: [first] }) => first === "spec" || first === "status" || !isMeta(first),
  );
  return chosen({ places: inside, count: places, random: randomOf(seed) }).flatMap((place) =>
    variantsOf(place).flatMap(({ name, value, strict }): Sample[] => {
      const made = withChild({ schema: root, steps: place.steps, value, depth: 0 });
      if (typeof made !== "object" || made === null || Array.isArray(made)) return [];
      const fieldValidation = strict === true ? "Strict" : "Ignore";
      return [
        { name: `${textOf(place.steps)}: ${name}`, object: { ...made, ...head }, fieldValidation },
      ];
    }),
  );
}

function isMeta(step: Step | undefined): boolean {
  return step === "apiVersion" || step === "kind" || step === "metadata";
}

function textOf(steps: readonly Step[]): string {
  const text = steps.map((step) =>
    typeof step === "string" ? `.${step}` : step.inside === "items" ? "[0]" : "[key]",
  );
  return text.join("").replace(/^\./, "");
}

function chosen(input: {
  readonly places: readonly Place[];
  readonly count: number;
  readonly random: Random;
}): readonly Place[] {
  const left = [...input.places];
  const taken: Place[] = [];
  while (taken.length < input.count && left.length > 0) {
    taken.push(...left.splice(input.random(left.length), 1));
  }
  return taken;
}

function addPlaces(input: { readonly place: Place; readonly found: Place[] }): void {
  const { place, found } = input;
  const { schema, steps } = place;
  found.push(place);
  if (steps.length > deepest) return;
  const add = (step: Step, inner: JSONSchemaProps): void => {
    addPlaces({ place: { steps: [...steps, step], schema: inner }, found });
  };
  for (const [name, inner] of Object.entries(schema.properties ?? {})) add(name, inner);
  const items = schemaOf(schema.items);
  if (items !== undefined) add({ inside: "items" }, items);
  const values = schemaOf(schema.additionalProperties);
  if (values !== undefined) add({ inside: "additionalProperties" }, values);
}

function schemaOf(value: unknown): JSONSchemaProps | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JSONSchemaProps)
    : undefined;
}

interface Variant {
  readonly name: string;
  readonly value: unknown;
  readonly strict?: true;
}

/** A value as it should be, then those that break one thing. */
function variantsOf({ schema, steps }: Place): readonly Variant[] {
  const valid = minimal({ schema, depth: steps.length });
  const variants: Variant[] = [{ name: "valid", value: valid }];
  const add = (name: string, value: unknown): void => {
    variants.push({ name, value });
  };
  if (steps.length > 0) {
    add("null", null);
    add("type", wrongType(schema));
  }
  if (schema.enum !== undefined)
    add("enum", typeof schema.enum[0] === "number" ? 9_999_999 : "no such value");
  addText({ schema, add });
  addNumber({ schema, add });
  if (Array.isArray(valid)) addList({ schema, add, depth: steps.length });
  else if (typeof valid === "object" && valid !== null) {
    const object = valid as Json;
    for (const name of schema.required ?? []) {
      const { [name]: _, ...rest } = object;
      add(`required ${name}`, rest);
    }
    if (schema.maxProperties !== undefined && schema.maxProperties < 100) {
      add(
        "maxProperties",
        entries({ schema, count: schema.maxProperties + 1, depth: steps.length }),
      );
    }
    if ((schema.minProperties ?? 0) > 0) add("minProperties", {});
    variants.push({ name: "unknown", value: { ...object, unknownMember: 1 }, strict: true });
    if (schema["x-kubernetes-embedded-resource"] === true)
      add("embedded", { ...object, kind: "a b" });
  }
  return variants;
}

type Add = (name: string, value: unknown) => void;

function addText({ schema, add }: { readonly schema: JSONSchemaProps; readonly add: Add }): void {
  const isText = schema.type === "string" || schema["x-kubernetes-int-or-string"] === true;
  if (!isText) return;
  if (schema.pattern !== undefined) add("pattern", "\u0007 no match");
  if (schema.format !== undefined) add("format", "no such format");
  if ((schema.minLength ?? 0) > 0) add("minLength", "");
  if (schema.maxLength !== undefined && schema.maxLength < 100_000) {
    add("maxLength", "x".repeat(schema.maxLength + 1));
  }
}

function addNumber({ schema, add }: { readonly schema: JSONSchemaProps; readonly add: Add }): void {
  const { type, format, minimum, maximum, multipleOf } = schema;
  if (type !== "integer" && type !== "number") return;
  if (minimum !== undefined) add("minimum", minimum - 1);
  // Above it a number is not what JSON says.
  if (maximum !== undefined && Number.isSafeInteger(maximum + 1)) add("maximum", maximum + 1);
  if (multipleOf !== undefined) add("multipleOf", multipleOf * 1.5);
  if (type === "integer") add("fraction", 1.5);
  if (format === "int32") add("int32", 2 ** 31);
}

function addList(input: {
  readonly schema: JSONSchemaProps;
  readonly add: Add;
  readonly depth: number;
}): void {
  const { schema, add } = input;
  const items = schemaOf(schema.items);
  if (items === undefined) return;
  const item = minimal({ schema: items, depth: input.depth + 1 });
  const listType = schema["x-kubernetes-list-type"];
  if (listType === "set" || listType === "map") add("duplicate", [item, item]);
  if ((schema.minItems ?? 0) > 0) add("minItems", []);
  if (schema.maxItems !== undefined && schema.maxItems < 300) {
    add(
      "maxItems",
      Array.from({ length: schema.maxItems + 1 }, () => item),
    );
  }
}

function wrongType(schema: JSONSchemaProps): unknown {
  if (schema["x-kubernetes-int-or-string"] === true) return true;
  switch (schema.type) {
    case "string":
      return 5;
    case "object":
      return ["x"];
    case "array":
      return { a: 1 };
    default:
      return "text";
  }
}

/** The value of a schema with another one in it. */
function withChild(input: {
  readonly schema: JSONSchemaProps;
  readonly steps: readonly Step[];
  readonly value: unknown;
  readonly depth: number;
}): unknown {
  const { schema, steps, value, depth } = input;
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const inner =
    typeof step === "string" ? schema.properties?.[step] : schemaOf(schema[step.inside]);
  const child = withChild({ schema: inner ?? {}, steps: rest, value, depth: depth + 1 });
  if (typeof step !== "string") return step.inside === "items" ? [child] : { key: child };
  const whole = minimal({ schema, depth });
  return { ...(typeof whole === "object" ? whole : {}), [step]: child };
}

/** The smallest value that a schema takes, as far as its rules in CEL do not ask for more. */
function minimal(input: { readonly schema: JSONSchemaProps; readonly depth: number }): unknown {
  const { schema, depth } = input;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum.find((value) => value !== "") ?? "";
  if (schema["x-kubernetes-int-or-string"] === true) return schema.pattern ? "1" : 1;
  switch (schema.type) {
    case "object":
      return minimalObject(input);
    case "array": {
      const items = schemaOf(schema.items);
      const count = depth > deepest ? 0 : Math.max(schema.minItems ?? 0, 0);
      return Array.from({ length: count }, () =>
        minimal({ schema: items ?? {}, depth: depth + 1 }),
      );
    }
    case "string":
      return minimalText(schema);
    case "boolean":
      return false;
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 0, Math.min(schema.maximum ?? 1, 1));
    default:
      return {};
  }
}

function minimalObject(input: { readonly schema: JSONSchemaProps; readonly depth: number }): Json {
  const { schema, depth } = input;
  const { properties = {} } = schema;
  const embedded =
    schema["x-kubernetes-embedded-resource"] === true
      ? { apiVersion: "v1", kind: "Sample", metadata: { name: "a" } }
      : {};
  if (depth > deepest) return embedded;
  const [one] = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const names = [...(schema.required ?? []), ...(one?.required ?? [])];
  const members = names.flatMap((name) => {
    const property = properties[name];
    return property === undefined ? [] : [[name, minimal({ schema: property, depth: depth + 1 })]];
  });
  const count = Object.keys(properties).length > 0 ? 0 : (schema.minProperties ?? 0);
  return { ...Object.fromEntries(members), ...entries({ schema, count, depth }), ...embedded };
}

function entries(input: {
  readonly schema: JSONSchemaProps;
  readonly count: number;
  readonly depth: number;
}): Json {
  const { schema, count, depth } = input;
  const values = schemaOf(schema.additionalProperties);
  const names = Object.keys(schema.properties ?? {});
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const name = names[index];
      const inner = name === undefined ? values : schema.properties?.[name];
      return [name ?? `key${index}`, minimal({ schema: inner ?? {}, depth: depth + 1 })];
    }),
  );
}

const texts = [
  "a",
  "1",
  "10s",
  "1h",
  "a.b",
  "a/b",
  "A",
  "http://a.b",
  "1.2.3",
  "1.2.3.4",
  "a:b",
  "10.0.0.0/8",
  "2Gi",
  "#",
  "*",
  "sha256:a",
  "aaaaaaaaaaaa",
  "v1",
  "/a",
  "$",
  "arn:aws:a",
  "0 0 * * *",
  "a@b.c",
  "spec.a",
];
const formats: Readonly<Record<string, string>> = {
  "date-time": "2024-01-01T00:00:00Z",
  date: "2024-01-01",
  duration: "1h",
  byte: "YQ==",
  ipv4: "1.2.3.4",
  ipv6: "::1",
  cidr: "10.0.0.0/8",
  uri: "http://a.b",
  hostname: "a.b",
  email: "a@b.c",
  uuid: "123e4567-e89b-12d3-a456-426614174000",
};

function minimalText(schema: JSONSchemaProps): string {
  const { pattern, format = "", minLength = 0 } = schema;
  const own = Object.hasOwn(formats, format) ? (formats[format] ?? "") : "";
  if (own !== "" && pattern === undefined) return own;
  const long = "a".repeat(Math.max(minLength, 1));
  if (pattern === undefined) return long;
  const compiled = new Pattern(pattern);
  return (
    [long, ...texts].find((text) => text.length >= minLength && compiled.matches(text)) ?? long
  );
}
