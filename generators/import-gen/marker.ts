import { exactJson, isJsonObject, type JsonValue } from "../model/index.js";

/** A marker as it is written behind `// +`. */
export interface Marker {
  /** `kubebuilder:validation:MaxLength`. */
  readonly name: string;
  /** `=63`, `:rule="..."`; "" where there is none. */
  readonly value: string;
}

/** A marker without a value. */
export function flag(name: string): Marker {
  return { name, value: "" };
}

/** A marker with one value, already in the grammar of markers. */
export function valued(name: string, value: string): Marker {
  return { name, value: `=${value}` };
}

/** JSON on one line; what ends a line of TypeScript is escaped. */
export function json(value: JsonValue): string {
  return exactJson(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufeff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What does not stand in a comment as it is. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufeff`]|\p{Surrogate}/u;

/** A string that may be anything: in backticks where its quotes or backslashes would need escapes. */
export function quotedText(text: string): string {
  return /["\\]/.test(text) ? rawText(text) : json(text);
}

/** A regular expression: in backticks, as is usual. */
export function rawText(text: string): string {
  return unprintable.test(text) ? json(text) : `\`${text}\``;
}

/** A word as it is, or else in quotes. */
export function wordText(text: string): string {
  const plain = /^[A-Za-z_][\w./-]*$/.test(text) && text !== "true" && text !== "false";
  return plain ? text : quotedText(text);
}

/** A scalar as an argument of type any. */
export function anyText(value: JsonValue): string | undefined {
  switch (typeof value) {
    case "string":
      return wordText(value);
    case "number":
    case "boolean":
      return String(value);
    default:
      return undefined;
  }
}

/** `a;b;c`, where all are scalars. */
export function listText(values: readonly JsonValue[]): string | undefined {
  const texts = values.map(anyText).filter((one) => one !== undefined);
  return texts.length === values.length && texts.length > 0 ? texts.join(";") : undefined;
}

/** `:name="Ready",type=string`, without what is absent. */
export function argumentsText(
  entries: readonly (readonly [name: string, text: string | undefined])[],
): string {
  const given = entries.filter(([, text]) => text !== undefined);
  return given.length === 0 ? "" : `:${given.map(([name, text]) => `${name}=${text}`).join(",")}`;
}

/** Texts of an object's members, where it has no other members and all are strings or booleans. */
export function scalarsOf(input: {
  readonly value: JsonValue;
  readonly names: readonly string[];
}): ReadonlyMap<string, string | boolean> | undefined {
  const { value, names } = input;
  if (!isJsonObject(value)) return undefined;
  const found = new Map<string, string | boolean>();
  for (const [name, one] of Object.entries(value)) {
    if (one === null) continue;
    if (!names.includes(name) || (typeof one !== "string" && typeof one !== "boolean")) {
      return undefined;
    }
    found.set(name, one);
  }
  return found;
}
