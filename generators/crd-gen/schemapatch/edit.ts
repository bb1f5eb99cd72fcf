import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  type Pair,
  type YAMLMap,
} from "yaml";
import { isJsonObject, type JsonValue } from "../../model/index.js";
import { compareKeys, writeYaml } from "../../render/yaml/index.js";
import type { JSONSchemaProps } from "../../schema/index.js";
import { pairOf } from "./manifest.js";

/** A stretch of a text, and what takes its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Columns by which what is new stands below its key. */
const step = 2;

/** Carries out edits that do not overlap. */
export function edited(input: { readonly text: string; readonly edits: readonly Edit[] }): string {
  let { text } = input;
  for (const edit of input.edits.toSorted((left, right) => right.start - left.start)) {
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return text;
}

/**
 * The edit that puts a schema into a version of a definition: in the place of the one that stands there, or where one belongs. In
 * block style comments above the schema's first key stay, those within it go.
 */
export function schemaEdit(input: {
  readonly text: string;
  readonly version: YAMLMap;
  readonly schema: JSONSchemaProps;
}): Edit {
  const { text, version, schema } = input;
  const holder = pairOf(version, "schema");
  const inHolder = isMap(holder?.value) ? pairOf(holder.value, "openAPIV3Schema") : undefined;
  if (inHolder !== undefined && isMap(holder?.value)) {
    const inFlow = version.flow === true || holder.value.flow === true;
    return valueEdit({ text, pair: inHolder, inFlow, value: schema });
  }
  const whole = { openAPIV3Schema: schema };
  if (holder !== undefined) {
    return valueEdit({ text, pair: holder, inFlow: version.flow === true, value: whole });
  }
  return memberEdit({ text, map: version, value: { schema: whole } });
}

/** Another value for a key. */
function valueEdit(input: {
  readonly text: string;
  readonly pair: Pair;
  readonly inFlow: boolean;
  readonly value: JSONSchemaProps | { readonly openAPIV3Schema: JSONSchemaProps };
}): Edit {
  const { text, pair, inFlow, value } = input;
  const [keyStart, keyEnd] = rangeOf(pair.key);
  const colon = text.indexOf(":", keyEnd) + 1;
  const end = contentEnd({ node: pair.value, fallback: colon });
  if (inFlow) {
    const isThere = end > colon;
    const start = isThere ? rangeOf(pair.value)[0] : colon;
    const isLong = text.slice(start, end).includes("\n");
    const json = JSON.stringify(sortedJson(value), undefined, isLong ? step : undefined);
    const eol = eolAt({ text, offset: keyStart });
    const pad = " ".repeat(indentOf({ text, offset: keyStart }));
    return { start, end, text: (isThere ? "" : " ") + json.replaceAll("\n", `${eol}${pad}`) };
  }
  const eol = eolAt({ text, offset: keyStart });
  const lineEnd = endOfLine({ text, offset: colon });
  const node = pair.value;
  const isBelow = /^[ \t]*(?:#.*)?$/.test(text.slice(colon, lineEnd));
  if (isBelow && end > lineEnd && isNode(node)) {
    const start = startOfLine({ text, offset: rangeOf(node)[0] });
    // Properties such as an anchor stand before the value.
    const pad = /^ *$/.test(text.slice(start, rangeOf(node)[0])) ? rangeOf(node)[0] - start : -1;
    const indent = pad === -1 ? columnOf({ text, offset: keyStart }) + step : pad;
    const last = endOfLine({ text, offset: trimmed({ text, start, end }) });
    return { start, end: last, text: block({ value, indent, eol }) };
  }
  const indent = columnOf({ text, offset: keyStart }) + step;
  const content = trimmed({ text, start: colon, end });
  const last = endOfLine({ text, offset: content });
  const comment = /^[ \t]*(?=#)/.test(text.slice(content, last)) ? text.slice(content, last) : "";
  return { start: colon, end: last, text: comment + eol + block({ value, indent, eol }) };
}

/** A further member, behind the last one of a map. */
function memberEdit(input: {
  readonly text: string;
  readonly map: YAMLMap;
  readonly value: { readonly schema: { readonly openAPIV3Schema: JSONSchemaProps } };
}): Edit {
  const { text, map, value } = input;
  const end = contentEnd({ node: map, fallback: rangeOf(map)[1] });
  if (map.flow === true) {
    const at = end - 1;
    const json = JSON.stringify(sortedJson(value)).slice(1, -1);
    const before = text.slice(0, at).trimEnd();
    const comma = before.endsWith(",") ? " " : ", ";
    return { start: before.length, end: before.length, text: comma + json };
  }
  const [first] = map.items;
  const indent = columnOf({ text, offset: rangeOf(first?.key)[0] });
  const eol = eolAt({ text, offset: rangeOf(map)[0] });
  const at = endOfLine({ text, offset: trimmed({ text, start: 0, end }) });
  return { start: at, end: at, text: eol + block({ value, indent, eol }) };
}

/** In block style, without the end of its last line. */
function block(input: {
  readonly value: Parameters<typeof writeYaml>[0];
  readonly indent: number;
  readonly eol: string;
}): string {
  const { value, indent, eol } = input;
  const pad = " ".repeat(indent);
  return writeYaml(value)
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : pad + line))
    .join(eol);
}

/** Where the text of a node ends; comments behind it do not count. */
function contentEnd(input: { readonly node: unknown; readonly fallback: number }): number {
  const { node, fallback } = input;
  if (isCollection(node) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    if (isPair(last)) {
      return contentEnd({ node: last.value, fallback: rangeOf(last.key)[1] + 1 });
    }
    return contentEnd({ node: last, fallback });
  }
  if (isScalar(node) && node.source === "") return fallback;
  return isScalar(node) || isAlias(node) || isCollection(node) ? rangeOf(node)[1] : fallback;
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = isNode(node) ? node.range : undefined;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

function startOfLine(place: { readonly text: string; readonly offset: number }): number {
  return place.text.lastIndexOf("\n", place.offset - 1) + 1;
}

/** Before the characters that end the line. */
function endOfLine({ text, offset }: { readonly text: string; readonly offset: number }): number {
  const at = text.indexOf("\n", offset);
  const end = at === -1 ? text.length : at;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

function columnOf(place: { readonly text: string; readonly offset: number }): number {
  return place.offset - startOfLine(place);
}

function indentOf(place: { readonly text: string; readonly offset: number }): number {
  return /^ */.exec(place.text.slice(startOfLine(place)))?.[0].length ?? 0;
}

/** The end of the text without the white space at its end. */
function trimmed(input: {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}): number {
  const { text, start, end } = input;
  return start + text.slice(start, end).trimEnd().length;
}

/** How lines end from there on. */
function eolAt({ text, offset }: { readonly text: string; readonly offset: number }): string {
  const at = text.indexOf("\n", offset);
  const end = at === -1 ? text.indexOf("\n") : at;
  return end > 0 && text[end - 1] === "\r" ? "\r\n" : "\n";
}

/** With members in the order that YAML has them in. */
function sortedJson(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortedJson);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([left], [right]) => compareKeys(left, right));
  return Object.fromEntries(entries.map(([key, member]) => [key, sortedJson(member)]));
}
