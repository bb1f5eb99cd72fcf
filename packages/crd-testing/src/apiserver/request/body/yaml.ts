import { type Node, parseDocument, type YAMLError } from "yaml";
import { type Parsed, ParseError } from "./json.js";

/**
 * Reads YAML as sigs.k8s.io/yaml does: YAML 1.1 scalars (`yes` is true) but for times and numbers to base 60, keys as text,
 * the last of two equal keys wins, the first document counts.
 *
 * @throws ParseError
 */
export function parseYamlBody(text: string): Parsed {
  try {
    const document = parseDocument(text, {
      version: "1.1",
      intAsBigInt: true,
      logLevel: "silent",
      merge: true,
      customTags: (tags) =>
        tags.filter(
          (tag) =>
            typeof tag === "string" ||
            (tag.tag !== "tag:yaml.org,2002:timestamp" && tag.format !== "TIME"),
        ),
    });
    const duplicates = document.errors.filter(isDuplicate);
    const failure = document.errors.find((error) => !isDuplicate(error) && !isLater(error));
    if (failure !== undefined)
      throw new ParseError(`error converting YAML to JSON: yaml: ${failure.message}`);
    return {
      value: jsonOf(toJs(document.contents, document)),
      strictErrors: duplicates.map((error) => duplicateText({ error, text })),
    };
  } catch (error) {
    if (error instanceof ParseError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new ParseError(`error converting YAML to JSON: yaml: ${message}`, { cause: error });
  }
}

type Document = ReturnType<typeof parseDocument>;

function toJs(node: Node | null, document: Document): unknown {
  return node === null ? null : node.toJS(document, { maxAliasCount: 100 });
}

function isDuplicate(error: YAMLError): boolean {
  return error.code === "DUPLICATE_KEY";
}

/** What follows the first document is not looked at. */
function isLater(error: YAMLError): boolean {
  return error.code === "MULTIPLE_DOCS";
}

function duplicateText(input: { readonly error: YAMLError; readonly text: string }): string {
  const { error, text } = input;
  const line = text.slice(0, error.pos[0]).split("\n").length;
  const key = /^[^:\s]+/.exec(text.slice(error.pos[0]))?.[0] ?? "";
  return `line ${line}: key ${JSON.stringify(key)} already set in map`;
}

/** Integers that a number holds become numbers; what YAML has beyond JSON is refused or written as text. */
function jsonOf(value: unknown): unknown {
  if (typeof value === "bigint") {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    throw new ParseError(
      `json: unsupported value: ${Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf"}`,
    );
  }
  if (Array.isArray(value)) return value.map(jsonOf);
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, member]) => [String(key), jsonOf(member)]));
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, jsonOf(member)]));
}
