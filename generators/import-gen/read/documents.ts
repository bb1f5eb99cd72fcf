import { withoutOldBreaks } from "crd-runtime/schema";
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Scalar,
  type Tags,
} from "yaml";
import { type Diagnostic, diagnostic, type SourceSpan } from "../../diagnostics/index.js";
import { isJsonObject, type JsonValue } from "../../model/index.js";
import { indentContinuations } from "./lenient.js";
import { readPlainJson } from "./plain-json.js";
import { readPlainYaml } from "./plain-yaml.js";
import { decimalInteger, exponential, oldBoolean } from "./scalars.js";

/** A text to read, under the name that messages have for it. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

type JsonObject = { readonly [key: string]: JsonValue };
type Path = readonly (string | number)[];

/** An object of a text. */
export interface ReadObject {
  readonly json: JsonObject;
  /** The place of what a path of keys and indexes leads to, or of what is nearest above it. */
  readonly spanAt: (path: Path) => SourceSpan;
}

/** What a text holds. */
export interface ReadDocuments {
  readonly objects: readonly ReadObject[];
  readonly diagnostics: readonly Diagnostic[];
  /** What is no YAML, for readers who say so in words of their own. */
  readonly problems: readonly DocumentProblem[];
}

/** A document that cannot be read. */
export interface DocumentProblem {
  readonly problem: string;
  readonly span: SourceSpan;
}

function exactIntegers(tags: Tags): Tags {
  return tags.map((tag): Tags[number] => {
    const isDecimal =
      typeof tag === "object" && tag.tag === "tag:yaml.org,2002:int" && tag.format === undefined;
    if (!isDecimal) return tag;
    return { ...tag, resolve: decimalInteger } as Tags[number];
  });
}

const floatTag = "tag:yaml.org,2002:float";

function finiteNumbers(tags: Tags): Tags {
  return tags.map((tag): Tags[number] => {
    const isDecimal =
      typeof tag === "object" && tag.tag === floatTag && tag.test?.test("1e1") === true;
    if (!isDecimal) return tag;
    return { ...tag, resolve: exponential } as Tags[number];
  });
}

/** Nobody writes more aliases of one anchor; a text that is a bomb has millions. */
const maxAliases = 100;

/** Reads all documents of a text, YAML or JSON, with the objects of lists. What is no YAML is reported, the rest is read. */
export function readDocuments(source: SourceText): ReadDocuments {
  const json = readPlainJson({ text: source.text, maxLevels });
  const documents = json === undefined ? readPlainYaml(source.text) : [json];
  return documents === undefined ? readYaml(source) : withLatePlaces({ source, documents });
}

/** Places are rarely asked for: the reader that has them finds them then. */
function withLatePlaces(input: {
  readonly source: SourceText;
  readonly documents: readonly JsonValue[];
}): ReadDocuments {
  const { source, documents } = input;
  let placed: readonly ReadObject[] | undefined;
  const start: SourceSpan = { file: source.path, line: 1, column: 1, length: 1 };
  const objects = documents
    .flatMap((json) => objectsIn({ json, path: [] }))
    .map(
      ({ json }, index): ReadObject => ({
        json,
        spanAt: (path) => {
          placed ??= readYaml(source).objects;
          return placed[index]?.spanAt(path) ?? start;
        },
      }),
    );
  return { objects, diagnostics: [], problems: [] };
}

/** Reads YAML with the place of all that is in it. */
export function readYaml(source: SourceText): ReadDocuments {
  const { path } = source;
  const written = withoutOldBreaks(source.text);
  const strict = read({ path, text: written });
  if (strict.errors.every((errors) => errors === 0)) return strict;
  const text = indentContinuations(written);
  const lenient = text === written ? strict : read({ path, text });
  return lenient.problems.length < strict.problems.length ? lenient : strict;
}

function read(source: SourceText): ReadDocuments & { readonly errors: readonly number[] } {
  const nul = source.text.indexOf("\0");
  if (nul !== -1) return notText({ ...source, offset: nul });
  const lines = new LineCounter();
  const documents = parseAllDocuments(source.text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    stringKeys: true,
    // The library compares each key with all before it: repeated keys are looked for below.
    uniqueKeys: false,
    logLevel: "error",
    customTags: (tags) => finiteNumbers(exactIntegers(tags)),
  });
  const objects: ReadObject[] = [];
  const problems: DocumentProblem[] = [];
  const errors: number[] = [];
  const warnings: Diagnostic[] = [];
  const spanOf = (offset: number, length = 1): SourceSpan => {
    const { line, col } = lines.linePos(offset);
    return { file: source.path, line, column: col, length };
  };
  for (const document of "empty" in documents ? [] : documents) {
    const [error] = document.errors;
    errors.push(document.errors.length);
    if (error !== undefined) {
      const span = spanOf(error.pos[0]);
      problems.push({ problem: problemText(error.message), span });
      continue;
    }
    const checked = checkNodes(document.contents);
    if (checked.wrong !== undefined) {
      errors[errors.length - 1] = 1;
      problems.push({ problem: checked.wrong.problem, span: spanOf(checked.wrong.offset) });
      continue;
    }
    const value = dataOf(document);
    if (value.problem !== undefined) {
      const span = spanOf(checked.firstAlias ?? document.range?.[0] ?? 0);
      problems.push({ problem: value.problem, span });
      continue;
    }
    const found = objectsIn({ json: value.json, path: [] });
    const isDefinition = found.some(({ json }) => json["kind"] === "CustomResourceDefinition");
    if (checked.oldSwitch !== undefined && isDefinition) {
      const { text, offset } = checked.oldSwitch;
      const parameters = { text, value: String(oldBoolean(text)) };
      const span = spanOf(offset, text.length);
      const hint = `write '"${text}"' for the text`;
      warnings.push(diagnostic("import/old-boolean", parameters, { span, hint }));
    }
    for (const { json, path } of found) {
      objects.push({
        json,
        spanAt: (below) => spanAt({ document, spanOf, path: [...path, ...below] }),
      });
    }
  }
  const hint = source.text.includes("{{") ? ofHelm : undefined;
  const diagnostics = [
    ...problems.map(({ problem, span }) =>
      diagnostic("import/syntax", { problem }, { span, hint }),
    ),
    ...warnings,
  ];
  return { objects, diagnostics, problems, errors };
}

/** A text with a character that no text has: a file of another kind, or UTF-16. */
function notText(
  input: SourceText & { readonly offset: number },
): ReadDocuments & { readonly errors: readonly number[] } {
  const { path, text, offset } = input;
  const before = text.slice(0, offset);
  const column = offset - before.lastIndexOf("\n");
  const span = { file: path, line: before.split("\n").length, column, length: 1 };
  const problem = "a character with the code 0, which only files that are no text or no UTF-8 have";
  const diagnostics = [diagnostic("import/syntax", { problem }, { span })];
  return { objects: [], diagnostics, problems: [{ problem, span }], errors: [1] };
}

/** Messages of the library that are about itself, and what they say of the text. */
const reworded: Readonly<Record<string, string>> = {
  "With stringKeys, all keys must be strings": "a list or map cannot be a key",
  "Excessive alias count indicates a resource exhaustion attack":
    "its aliases stand for far more than it is",
  "Merge sources must be maps or map aliases": "what is merged with '<<' has to be a map",
  "Maximum call stack size exceeded": "it goes too deep",
};

function problemText(message: string): string {
  const [first = message] = message.split("\n");
  const text = first.replace(/\.$/, "");
  return reworded[text] ?? text;
}

const ofHelm = "a template of Helm has to be rendered first: helm template";

/** Levels of maps and lists in each other. No definition comes near, and what goes through them by recursion has the stack for it. */
const maxLevels = 500;
const tooDeep = `it goes deeper than ${maxLevels} levels`;
const cyclic = "an alias stands for what it is in";

/** What YAML has and JSON has not, with its place. */
interface WrongNode {
  readonly problem: string;
  readonly offset: number;
}

function isOldBoolean(node: unknown): node is Scalar<string> {
  if (!isScalar(node) || node.type !== "PLAIN" || typeof node.value !== "string") return false;
  return oldBoolean(node.value) !== undefined;
}

/** Looks for what no definition can have: a key twice, an alias of what is around it, a number without end, too many levels. */
function checkNodes(contents: unknown): {
  readonly wrong: WrongNode | undefined;
  readonly firstAlias: number | undefined;
  /** The first key or value that kubectl takes for a boolean. */
  readonly oldSwitch: { readonly text: string; readonly offset: number } | undefined;
} {
  const anchors = new Map<string, unknown>();
  const above = new Set<unknown>();
  let firstAlias: number | undefined;
  let oldSwitch: { readonly text: string; readonly offset: number } | undefined;
  const look = (node: unknown): void => {
    if (oldSwitch === undefined && isOldBoolean(node)) {
      oldSwitch = { text: node.value, offset: node.range?.[0] ?? 0 };
    }
  };
  const visit = (node: unknown): WrongNode | undefined => {
    if (isAlias(node)) {
      const offset = node.range?.[0] ?? 0;
      firstAlias ??= offset;
      return above.has(anchors.get(node.source)) ? { problem: cyclic, offset } : undefined;
    }
    if (isScalar(node)) {
      look(node);
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      const isTooLarge = typeof node.value === "string" && node.tag === floatTag;
      return isTooLarge || (typeof node.value === "number" && !Number.isFinite(node.value))
        ? { problem: `${node.source ?? "it"} is no number in JSON`, offset: node.range?.[0] ?? 0 }
        : undefined;
    }
    if (!isCollection(node)) return undefined;
    if (above.size >= maxLevels) return { problem: tooDeep, offset: node.range?.[0] ?? 0 };
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    above.add(node);
    const keys = new Set<unknown>();
    for (const item of node.items) {
      if (isPair(item) && isScalar(item.key)) {
        const { value, range } = item.key;
        if (keys.has(value)) {
          return { problem: `the key '${String(value)}' is there twice`, offset: range?.[0] ?? 0 };
        }
        keys.add(value);
        look(item.key);
      }
      const found = visit(isPair(item) ? item.value : item);
      if (found !== undefined) return found;
    }
    above.delete(node);
    return undefined;
  };
  return { wrong: visit(contents), firstAlias, oldSwitch };
}

/** A document as data; what expands to far more than it is, is refused. */
function dataOf(
  document: Document.Parsed,
): { readonly json: JsonValue; readonly problem?: undefined } | { readonly problem: string } {
  try {
    // The library's values are those of JSON, with its schema and text for keys.
    const json = document.toJS({ maxAliasCount: maxAliases }) as JsonValue;
    const problem = problemOfAliases(json);
    return problem === undefined ? { json } : { problem };
  } catch (error) {
    return { problem: error instanceof Error ? problemText(error.message) : String(error) };
  }
}

/** What aliases make of a value that data is not: one that contains itself, or goes too deep. */
function problemOfAliases(value: JsonValue): string | undefined {
  const above = new Set<JsonValue>();
  const heights = new Map<JsonValue, number>();
  let problem: string | undefined;
  const visit = (one: JsonValue): number => {
    if (typeof one !== "object" || one === null || problem !== undefined) return 0;
    const known = heights.get(one);
    if (above.has(one)) problem = cyclic;
    else if (above.size + (known ?? 1) > maxLevels) problem = tooDeep;
    if (known !== undefined || problem !== undefined) return known ?? 0;
    above.add(one);
    let height = 0;
    for (const part of Object.values(one)) height = Math.max(height, visit(part));
    above.delete(one);
    heights.set(one, height + 1);
    return height + 1;
  };
  visit(value);
  return problem;
}

/** An object, or those in a list of objects, with the way to each. */
function objectsIn(input: { readonly json: JsonValue; readonly path: Path }): readonly {
  readonly json: JsonObject;
  readonly path: Path;
}[] {
  const { json, path } = input;
  if (!isJsonObject(json)) return [];
  const { items, kind } = json;
  if (typeof kind === "string" && kind.endsWith("List") && Array.isArray(items)) {
    return items.flatMap((item: JsonValue, index) =>
      objectsIn({ json: item, path: [...path, "items", index] }),
    );
  }
  return [{ json, path }];
}

function spanAt(input: {
  readonly document: Document.Parsed;
  readonly spanOf: (offset: number, length?: number) => SourceSpan;
  readonly path: Path;
}): SourceSpan {
  const { document, spanOf, path } = input;
  let node: unknown = document.contents;
  let span = spanOf(document.contents?.range?.[0] ?? 0);
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (one) => isPair(one) && isScalar(one.key) && one.key.value === part,
      );
      if (pair === undefined || !isScalar(pair.key)) return span;
      const [start, end] = pair.key.range ?? [0, 1];
      span = spanOf(start, end - start);
      node = pair.value;
    } else if (isSeq(node) && typeof part === "number") {
      const item: unknown = node.items[part];
      const start = isMap(item) || isSeq(item) || isScalar(item) ? item.range?.[0] : undefined;
      if (start === undefined) return span;
      span = spanOf(start);
      node = item;
    } else {
      return span;
    }
  }
  return span;
}
