import { inexactNumber, isJsonObject, type JsonValue } from "../model/index.js";
import { fitsSchema, isOfType } from "./fits.js";
import {
  anyText,
  argumentsText,
  flag,
  json,
  listText,
  type Marker,
  quotedText,
  rawText,
  scalarsOf,
  valued,
  wordText,
} from "./marker.js";
import { ruleMarkers } from "./rule-markers.js";
import { type Schema, textAt, textsAt } from "./schema.js";

/** Where markers stand: at a member, at a type, or at either for what is below it, by the way there: `items:`. */
export interface MarkerPlace {
  readonly at: "member" | "type";
  /** `items:additionalProperties:`; "" for the value itself. */
  readonly path: string;
}

/** What the keywords of a schema are as markers, and the keywords for which there are none. */
export interface Marked {
  readonly markers: readonly Marker[];
  readonly rest: Schema;
}

type Writer = (value: JsonValue) => string | undefined;

const number: Writer = (value) => (typeof value === "number" ? String(value) : undefined);
const count: Writer = (value) => (Number.isSafeInteger(value) ? String(value) : undefined);
const truth: Writer = (value) => (value === true ? "true" : undefined);
const pattern: Writer = (value) =>
  typeof value === "string" && value !== "" ? rawText(value) : undefined;
const word: Writer = (value) =>
  typeof value === "string" && value !== "" ? wordText(value) : undefined;
const list: Writer = (value) => (Array.isArray(value) ? listText(value) : undefined);

/** What a keyword is about: markers are refused at values of another type. */
type About = "any" | "string" | "number" | "array" | "object";

/** Markers of `kubebuilder:validation:`, for values and for what is in them, in the order in which they stand. */
const validations: readonly (readonly [
  keyword: string,
  marker: string,
  writer: Writer,
  about: About,
])[] = [
  ["type", "Type", word, "any"],
  ["format", "Format", word, "any"],
  ["enum", "Enum", list, "any"],
  ["pattern", "Pattern", pattern, "string"],
  ["minLength", "MinLength", count, "string"],
  ["maxLength", "MaxLength", count, "string"],
  ["minimum", "Minimum", number, "number"],
  ["exclusiveMinimum", "ExclusiveMinimum", truth, "number"],
  ["maximum", "Maximum", number, "number"],
  ["exclusiveMaximum", "ExclusiveMaximum", truth, "number"],
  ["multipleOf", "MultipleOf", number, "number"],
  ["minItems", "MinItems", count, "array"],
  ["maxItems", "MaxItems", count, "array"],
  ["uniqueItems", "UniqueItems", truth, "array"],
  ["minProperties", "MinProperties", count, "object"],
  ["maxProperties", "MaxProperties", count, "object"],
];

/** Takes keywords one after the other and keeps what is left. */
class Taker {
  readonly markers: Marker[] = [];
  readonly #left: Map<string, JsonValue>;

  constructor(schema: Schema) {
    this.#left = new Map(Object.entries(schema));
  }

  get rest(): Schema {
    return Object.fromEntries(this.#left);
  }

  /** Makes markers of keywords; the keywords stay where there are none. */
  take(keywords: readonly string[], make: () => readonly Marker[] | undefined): void {
    if (!keywords.some((keyword) => this.#left.has(keyword))) return;
    const made = make();
    if (made === undefined) return;
    this.markers.push(...made);
    for (const keyword of keywords) this.#left.delete(keyword);
  }
}

/** The markers for the keywords of a schema at a place, in their order. What is inside the value is not looked at. */
export function markersOf(input: {
  readonly schema: Schema;
  readonly place: MarkerPlace;
  /** The schema with what the type says, where `schema` is without it. */
  readonly whole?: Schema;
}): Marked {
  const { schema, place, whole = schema } = input;
  const taker = new Taker(schema);
  const prefix = `kubebuilder:validation:${place.path}`;
  const isNested = place.path !== "";
  if (!isNested) {
    taker.take(["title"], () => texts("kubebuilder:title", schema["title"]));
    taker.take(["externalDocs"], () => docs(schema["externalDocs"]));
    if (place.at === "member") memberMarkers({ schema, whole, taker });
  }
  for (const [keyword, marker, write, about] of validations) {
    if (!isAbout({ schema: whole, about }) || isRefused({ schema: whole, keyword })) continue;
    taker.take([keyword], () => one(`${prefix}${marker}`, write(schema[keyword] ?? null)));
  }
  taker.take(["x-kubernetes-int-or-string"], () =>
    switched(`${prefix}XIntOrString`, schema["x-kubernetes-int-or-string"]),
  );
  const embedded =
    place.at === "member" && !isNested ? `${prefix}EmbeddedResource` : `${prefix}XEmbeddedResource`;
  taker.take(["x-kubernetes-embedded-resource"], () =>
    switched(embedded, schema["x-kubernetes-embedded-resource"]),
  );
  const preserve = isNested
    ? `${prefix}XPreserveUnknownFields`
    : "kubebuilder:pruning:PreserveUnknownFields";
  taker.take(["x-kubernetes-preserve-unknown-fields"], () =>
    switched(preserve, schema["x-kubernetes-preserve-unknown-fields"]),
  );
  if (!isNested) mergeMarkers({ schema, whole, taker });
  taker.take(["x-kubernetes-validations"], () =>
    ruleMarkers(`${prefix}XValidation`, schema["x-kubernetes-validations"]),
  );
  return { markers: taker.markers, rest: taker.rest };
}

/** Whether markers for one type of values can stand at a schema. */
function isAbout(input: { readonly schema: Schema; readonly about: About }): boolean {
  const { schema, about } = input;
  const type = textAt(schema, "type");
  const isIntOrString = schema["x-kubernetes-int-or-string"] === true;
  switch (about) {
    case "any":
      return true;
    case "string":
      return type === "string" || isIntOrString;
    case "number":
      return type === "number" || type === "integer" || isIntOrString;
    default:
      return type === about;
  }
}

/** The other end of what an upper bound ends. */
const lowerBounds: ReadonlyMap<string, string> = new Map([
  ["maximum", "minimum"],
  ["maxLength", "minLength"],
  ["maxItems", "minItems"],
  ["maxProperties", "minProperties"],
]);

/** Whether a keyword says what makes no sense, so that its marker is refused, while the API server takes it. */
function isRefused(input: { readonly schema: Schema; readonly keyword: string }): boolean {
  const { schema, keyword } = input;
  const value = schema[keyword];
  if (keyword === "enum") {
    return Array.isArray(value) && !value.every((one: JsonValue) => isOfType(one, schema));
  }
  if (typeof value !== "number") return false;
  if (schema["type"] === "integer" && !Number.isInteger(value)) return true;
  if (keyword === "multipleOf" ? value <= 0 : isSize(keyword) && value < 0) return true;
  const least = schema[lowerBounds.get(keyword) ?? ""];
  return typeof least === "number" && least > value;
}

function isSize(keyword: string): boolean {
  return /^(?:max|min)(?:Items|Length|Properties)$/.test(keyword);
}

function one(name: string, text: string | undefined): readonly Marker[] | undefined {
  return text === undefined ? undefined : [valued(name, text)];
}

function switched(name: string, value: JsonValue | undefined): readonly Marker[] | undefined {
  return value === true ? [flag(name)] : undefined;
}

function texts(name: string, value: JsonValue | undefined): readonly Marker[] | undefined {
  return typeof value === "string" && value !== "" ? [valued(name, quotedText(value))] : undefined;
}

/** Defaults and examples, which types cannot have. */
function memberMarkers(input: {
  readonly schema: Schema;
  readonly whole: Schema;
  readonly taker: Taker;
}): void {
  const { schema, whole, taker } = input;
  taker.take(["default"], () => {
    const value = schema["default"];
    if (value === undefined || value === null) return undefined;
    // The API server does not look at defaults below maps, which may be anything.
    if (!fitsSchema(value, whole)) return undefined;
    // A default is a value of JavaScript, too, and must be the same there.
    if (inexactNumber(json(value)) !== undefined) return undefined;
    const text = anyText(value);
    return [
      text === undefined ? valued("default", json(value)) : valued("kubebuilder:default", text),
    ];
  });
  taker.take(["example"], () => {
    const text = exampleText(schema["example"] ?? null);
    return one("kubebuilder:example", text);
  });
  taker.take(["nullable"], () => switched("nullable", schema["nullable"]));
}

/** A value in marker grammar; undefined for what it does not know: null, lists without items, and strings beside other scalars. */
function exampleText(value: JsonValue): string | undefined {
  const scalar = anyText(value);
  if (scalar !== undefined) return scalar;
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => exampleText(item));
    const isKnown = items.length > 0 && !items.includes(undefined) && isAlike(value);
    return isKnown ? `{${items.join(",")}}` : undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const entries = Object.entries(value).map(([key, item]) => [key, exampleText(item)] as const);
  return entries.some(([, text]) => text === undefined)
    ? undefined
    : `{${entries.map(([key, text]) => `${json(key)}: ${text}`).join(", ")}}`;
}

/** Whether all scalars in a list, or in lists in it, are strings, or none is. */
function isAlike(list: readonly JsonValue[]): boolean {
  const scalars = scalarsIn(list).map((one) => typeof one === "string");
  return new Set(scalars).size < 2;
}

function scalarsIn(list: readonly JsonValue[]): readonly JsonValue[] {
  return list.flatMap((item) => {
    if (Array.isArray(item)) return scalarsIn(item);
    return isJsonObject(item) ? [] : [item];
  });
}

function docs(value: JsonValue | undefined): readonly Marker[] | undefined {
  const found = scalarsOf({ value: value ?? null, names: ["url", "description"] });
  const url = found?.get("url");
  const description = found?.get("description");
  if (typeof url !== "string" || url === "" || typeof description === "boolean") return undefined;
  // Arguments that are there have a text.
  if (description === "") return undefined;
  const given = description === undefined ? undefined : quotedText(description);
  return [
    {
      name: "kubebuilder:externalDocs",
      value: argumentsText([
        ["url", quotedText(url)],
        ["description", given],
      ]),
    },
  ];
}

/** How server-side apply merges. */
function mergeMarkers(input: {
  readonly schema: Schema;
  readonly whole: Schema;
  readonly taker: Taker;
}): void {
  const { schema, whole, taker } = input;
  const type = textAt(schema, "x-kubernetes-list-type");
  taker.take(["x-kubernetes-list-type", "x-kubernetes-list-map-keys"], () => {
    const keys = textsAt(schema, "x-kubernetes-list-map-keys");
    if (!isAbout({ schema: whole, about: "array" })) return undefined;
    if (
      type === undefined ||
      (schema["x-kubernetes-list-map-keys"] !== undefined && !keys?.length)
    ) {
      return undefined;
    }
    if (keys !== undefined && (type !== "map" || keys.some((key) => key.trim() !== key))) {
      return undefined;
    }
    return [
      valued("listType", type),
      ...(keys ?? []).map((key) => valued("listMapKey", wordText(key))),
    ];
  });
  taker.take(["x-kubernetes-map-type"], () => {
    if (!isAbout({ schema: whole, about: "object" })) return undefined;
    const name = whole["properties"] === undefined ? "mapType" : "structType";
    return one(name, textAt(schema, "x-kubernetes-map-type"));
  });
}

/** A marker that holds keywords as JSON; null takes one away. */
export function rawMarker(input: { readonly schema: Schema; readonly path: string }): Marker {
  return valued(`crd-project:${input.path}schema`, json(input.schema));
}
