import { withoutOldBreaks } from "crd-runtime/schema";
import { type Document, isMap, isScalar, parseDocument, visit, type YAMLError } from "yaml";
import { isDeepYaml, maxYamlDepth } from "./depth.js";
import { type Parsed, ParseError, parseJsonBody } from "./json.js";
import { goScalars } from "./yaml-schema.js";

/**
 * Reads YAML as sigs.k8s.io/yaml does: keys are text, the last of two equal keys wins, the first document counts.
 *
 * @throws ParseError
 */
export function parseYamlBody(body: string): Parsed {
  const text = withoutOldBreaks(body);
  if (isDeepYaml(text)) {
    // JSON is YAML, and may be deeper.
    if (/^\s*[{[]/.test(text)) return parseJsonBody(text);
    throw new ParseError(`yaml: exceeded max depth of ${maxYamlDepth}`);
  }
  try {
    const document = parseDocument(text, {
      ...goScalars,
      intAsBigInt: true,
      logLevel: "silent",
      merge: true,
      uniqueKeys: false,
    });
    const failure = document.errors.find((error) => !isLater(error));
    if (failure !== undefined) throw failure;
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 100 });
    return { value: jsonOf(value), strictErrors: duplicateKeys({ document, text }) };
  } catch (error) {
    if (error instanceof ParseError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new ParseError(`yaml: ${message.split("\n", 1).join()}`, { cause: error });
  }
}

/** What follows the first document is not looked at. */
function isLater(error: YAMLError): boolean {
  return error.code === "MULTIPLE_DOCS";
}

function duplicateKeys(input: {
  readonly document: Document;
  readonly text: string;
}): readonly string[] {
  const { document, text } = input;
  const found: string[] = [];
  visit(document, {
    Map(_, map) {
      const names = new Set<string>();
      if (!isMap(map)) return;
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const line = text.slice(0, key.range?.[0]).split("\n").length;
        if (names.has(name))
          found.push(`line ${line}: key ${JSON.stringify(name)} already set in map`);
        names.add(name);
      }
    },
  });
  return found;
}

/** Integers that a number holds become numbers; what YAML has beyond JSON is refused or written as text. */
function jsonOf(value: unknown): unknown {
  if (typeof value === "bigint") {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    const name = Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    throw new ParseError(`json: unsupported value: ${name}`);
  }
  if (Array.isArray(value)) return value.map(jsonOf);
  if (value instanceof Map) {
    // On its way through JSON, Go sorts the members.
    const members = [...value].map(([key, member]) => [String(key), jsonOf(member)] as const);
    return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  }
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
}
