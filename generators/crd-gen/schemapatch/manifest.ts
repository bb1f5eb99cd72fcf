import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseAllDocuments,
  type YAMLMap,
} from "yaml";
import type { SourceSpan } from "../../diagnostics/index.js";
import { isJsonObject, type JsonValue } from "../../model/index.js";

/** A hand-written file of definitions. */
export interface ManifestFile {
  /** Posix path from the project's root. */
  readonly path: string;
  readonly text: string;
}

/** A version of a definition, where it stands. */
export interface ManifestVersion {
  readonly name: string;
  /** The schema that it has; undefined where it has none. */
  readonly schema: JsonValue | undefined;
  readonly node: YAMLMap;
  readonly span: SourceSpan;
}

/** A CustomResourceDefinition of a file. */
export interface ManifestDefinition {
  /** Which value of the file it is, from 0. */
  readonly index: number;
  /** `databases.example.com`. */
  readonly name: string;
  readonly group: string;
  readonly kind: string;
  readonly versions: readonly ManifestVersion[];
  readonly span: SourceSpan;
  readonly kindSpan: SourceSpan;
}

/** Why something cannot be read. */
export interface ManifestProblem {
  /** Name of the definition; undefined where the text is no YAML. */
  readonly name?: string;
  readonly problem: string;
  readonly span: SourceSpan;
}

export interface ReadManifest {
  readonly definitions: readonly ManifestDefinition[];
  readonly problems: readonly ManifestProblem[];
  /** Each document as data, a list without its items and then these; none where one is no YAML. */
  readonly values: readonly JsonValue[];
}

/** Nobody writes more aliases of one anchor; a text that is a bomb has millions. */
const maxAliases = 100;
const apiVersion = "apiextensions.k8s.io/v1";

/** Reads all documents of a file, and what is in lists. What is no CustomResourceDefinition is left out. */
export function readManifest(file: ManifestFile): ReadManifest {
  const lines = new LineCounter();
  const documents = parseAllDocuments(file.text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    stringKeys: true,
    logLevel: "error",
  });
  const spanOf = (offset: number, length = 1): SourceSpan => {
    const { line, col } = lines.linePos(offset);
    return { file: file.path, line, column: col, length };
  };
  const definitions: ManifestDefinition[] = [];
  const problems: ManifestProblem[] = [];
  const values: JsonValue[] = [];
  for (const document of "empty" in documents ? [] : documents) {
    const [error] = document.errors;
    const value = error === undefined ? dataOf(document) : { problem: error.message };
    if (value.problem !== undefined) {
      const offset = error?.pos[0] ?? document.range[0];
      problems.push({ problem: firstLine(value.problem), span: spanOf(offset) });
      continue;
    }
    for (const { node, json } of objectsOf({ node: document.contents, json: value.json })) {
      const found = definitionOf({ node, json, index: values.length, spanOf });
      values.push(json);
      if (found === undefined) continue;
      if ("problem" in found) problems.push(found);
      else definitions.push(found);
    }
  }
  return { definitions, problems, values };
}

function firstLine(message: string): string {
  const [first = message] = message.split("\n");
  return first.replace(/\.$/, "");
}

function dataOf(
  document: Document.Parsed,
): { readonly json: JsonValue; readonly problem?: undefined } | { readonly problem: string } {
  try {
    // The library's values are those of JSON, with its schema and text for keys.
    return { json: document.toJS({ maxAliasCount: maxAliases }) as JsonValue };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** A value of a file, with the node that it was read from. */
interface ReadValue {
  readonly node: unknown;
  readonly json: JsonValue;
}

/** A document, or what it holds when it is a list, as `kubectl get -o yaml` writes one. */
function objectsOf(document: ReadValue): readonly ReadValue[] {
  const { node, json } = document;
  if (!isJsonObject(json) || !Array.isArray(json["items"])) return [document];
  if (textOf(json["kind"])?.endsWith("List") !== true) return [document];
  const list = isMap(node) ? node.get("items", true) : undefined;
  const nodes: readonly unknown[] = isSeq(list) ? list.items : [];
  const items = json["items"].map((item, index) => ({ node: nodes[index], json: item }));
  return [{ node, json: { ...json, items: [] } }, ...items];
}

function definitionOf(input: {
  readonly node: unknown;
  readonly json: JsonValue;
  readonly index: number;
  readonly spanOf: (offset: number, length?: number) => SourceSpan;
}): ManifestDefinition | ManifestProblem | undefined {
  const { node: contents, json, index: at, spanOf } = input;
  if (!isJsonObject(json) || json["kind"] !== "CustomResourceDefinition") return undefined;
  const written = textOf(json["apiVersion"]) ?? "";
  if (!written.startsWith("apiextensions.k8s.io/")) return undefined;
  const spec = isJsonObject(json["spec"]) ? json["spec"] : {};
  const names = isJsonObject(spec["names"]) ? spec["names"] : {};
  const [group = "", kind = ""] = [textOf(spec["group"]), textOf(names["kind"])];
  const metadata = isJsonObject(json["metadata"]) ? json["metadata"] : {};
  const name = textOf(metadata["name"]) ?? `the definition of ${kind}`;
  const span = spanAt({ node: contents, path: ["metadata", "name"], spanOf });
  const failed = (problem: string, path: readonly string[]): ManifestProblem => ({
    name,
    problem,
    span: spanAt({ node: contents, path, spanOf }),
  });
  if (written !== apiVersion) {
    return failed(`apiVersion is ${written}, and ${apiVersion} is needed`, ["apiVersion"]);
  }
  const list = isMap(contents) ? contents.getIn(["spec", "versions"]) : undefined;
  if (!isSeq(list)) return failed("it has no list 'spec.versions'", ["spec", "versions"]);
  const versions: ManifestVersion[] = [];
  for (const [index, node] of list.items.entries()) {
    const version = isMap(node) ? textOf(node.get("name")) : undefined;
    if (!isMap(node) || version === undefined) {
      return failed(`spec.versions[${index}] has no name of its own`, ["spec", "versions"]);
    }
    const all = spec["versions"];
    const value = Array.isArray(all) ? all[index] : undefined;
    const holder = isJsonObject(value) && isJsonObject(value["schema"]) ? value["schema"] : {};
    const schema = holder["openAPIV3Schema"];
    versions.push({ name: version, schema, node, span: spanAt({ node, path: ["name"], spanOf }) });
  }
  const kindSpan = spanAt({ node: contents, path: ["spec", "names", "kind"], spanOf });
  return { index: at, name, group, kind, versions, span, kindSpan };
}

/** A definition as data, but for the schemas of its versions. */
export function withoutSchemas(json: JsonValue): JsonValue {
  if (!isJsonObject(json) || !isJsonObject(json["spec"])) return json;
  const { versions } = json["spec"];
  if (!Array.isArray(versions)) return json;
  const spec = { ...json["spec"], versions: versions.map(withoutSchema) };
  return { ...json, spec };
}

function withoutSchema(version: JsonValue): JsonValue {
  if (!isJsonObject(version)) return version;
  const { schema, ...rest } = version;
  const { openAPIV3Schema: _, ...others } = isJsonObject(schema) ? schema : {};
  return Object.keys(others).length === 0 ? rest : { ...rest, schema: others };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The pair of a key that stands in a map itself. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** The place of a value, or of what is nearest above it. */
function spanAt(input: {
  readonly node: unknown;
  readonly path: readonly string[];
  readonly spanOf: (offset: number, length?: number) => SourceSpan;
}): SourceSpan {
  const { path, spanOf } = input;
  let { node } = input;
  let span = spanOf(isMap(node) ? (node.range?.[0] ?? 0) : 0);
  for (const key of path) {
    const pair = isMap(node) ? pairOf(node, key) : undefined;
    if (pair === undefined || !isScalar(pair.key)) return span;
    const place = isScalar(pair.value) ? pair.value : pair.key;
    const [start, end] = place.range ?? [0, 1];
    span = spanOf(start, Math.max(end - start, 1));
    node = pair.value;
  }
  return span;
}
