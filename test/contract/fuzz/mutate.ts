import { parseJSON, stringifyJSON } from "../../../packages/crd-runtime/src/rest/json.js";
import { isArray, isObject, type Json } from "../harness/json.js";
import type { Dice } from "../random/dice.js";
import type { FuzzRequest } from "./corpus.js";

const decoder = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

/** A valid request, made invalid in one to three places. */
export function mutate(input: {
  readonly dice: Dice;
  readonly request: FuzzRequest;
  readonly corpus: readonly FuzzRequest[];
}): FuzzRequest {
  const { dice, corpus } = input;
  let request = input.request;
  for (let left = 1 + dice.below(3); left > 0; left -= 1) {
    request = dice.weighted<() => FuzzRequest>([
      [6, () => ({ ...request, body: structured({ dice, body: request.body, corpus }) })],
      [3, () => ({ ...request, body: bytes({ dice, body: request.body }) })],
      [3, () => ({ ...request, path: path({ dice, path: request.path }) })],
      [3, () => ({ ...request, path: query({ dice, path: request.path }) })],
      [2, () => ({ ...request, headers: headers({ dice, request }) })],
      [1, () => ({ ...request, method: dice.pick(methods) })],
      [1, () => ({ ...request, body: dice.pick(corpus).body })],
    ])();
  }
  return request;
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "x", ""];

const odd: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1.5,
  () => 1e308,
  () => 9007199254740993n,
  () => 10n ** 400n,
  () => "",
  () => "x",
  () => "\u0000\ud800\uffff",
  () => "x".repeat(5000),
  () => "../..",
  () => "$(x)",
  () => "2020-01-01T00:00:00Z",
  () => [],
  () => [[]],
  () => ({}),
  () => Array.from({ length: 300 }, (_, index) => index),
  () => deep(200),
  () =>
    JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":1,"toString":null,"hasOwnProperty":[]}',
    ) as Json,
  () => ({ "": 1, "a.b": 1, "a/b": 1, "~1": 1, "f:x": {}, "k:{}": {}, $patch: "delete" }),
  () => [{ name: "a" }, { name: "a" }, null, 1],
  () => ({ op: "add", path: "/spec/x", value: {} }),
  () => ({ apiVersion: "v1", kind: "List", metadata: {}, items: [] }),
];

/** Deeper than a schema, not deep enough for a parser. */
function deep(levels: number): Json {
  let value: Json = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { k: value };
  return value;
}

function structured(input: {
  readonly dice: Dice;
  readonly body: Uint8Array;
  readonly corpus: readonly FuzzRequest[];
}): Uint8Array {
  const { dice, body, corpus } = input;
  const value = parsed(body);
  if (value === undefined) return bytes(input);
  const donor = parsed(dice.pick(corpus).body) ?? null;
  const replacement = dice.chance(0.3) ? somewhere({ dice, value: donor }) : dice.pick(odd)();
  return encoder.encode(stringifyJSON(replaced({ dice, value, replacement })));
}

/** Undefined for what is no JSON, and for what may be nested deeper than this program can follow. */
function parsed(body: Uint8Array): Json | undefined {
  if (body.length > 20_000) return undefined;
  try {
    // parseJSON makes nothing else.
    return parseJSON(decoder.decode(body)) as Json;
  } catch {
    return undefined;
  }
}

/** The value with one of its parts replaced, removed or doubled. */
function replaced(input: {
  readonly dice: Dice;
  readonly value: Json;
  readonly replacement: Json;
}): Json {
  const { dice, value, replacement } = input;
  if (dice.chance(0.2)) return replacement;
  if (isArray(value) && value.length > 0) {
    const place = dice.below(value.length);
    const inner = replaced({ ...input, value: value[place] ?? null });
    return dice.chance(0.15)
      ? [...value, inner]
      : value.map((item, index) => (index === place ? inner : item));
  }
  if (!isObject(value) || Object.keys(value).length === 0) return replacement;
  const key = dice.pick(Object.keys(value));
  if (dice.chance(0.1))
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  const inner = replaced({ ...input, value: value[key] ?? null });
  const name = dice.chance(0.1)
    ? dice.pick(["__proto__", "", "x".repeat(300), "spec", "metadata"])
    : key;
  return Object.fromEntries([...Object.entries(value), [name, inner]]);
}

function somewhere(input: { readonly dice: Dice; readonly value: Json }): Json {
  const { dice, value } = input;
  if (dice.chance(0.3)) return value;
  const inner = isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return inner.length === 0 ? value : somewhere({ dice, value: dice.pick(inner) });
}

function bytes(input: { readonly dice: Dice; readonly body: Uint8Array }): Uint8Array {
  const { dice, body } = input;
  const start = dice.below(body.length + 1);
  const end = Math.min(body.length, start + dice.below(8));
  const middle = dice.weighted<() => Uint8Array>([
    [3, () => Uint8Array.of(dice.below(256))],
    [2, () => new Uint8Array()],
    [2, () => encoder.encode(dice.pick(tokens))],
    [1, () => Buffer.concat([body.subarray(start, end), body.subarray(start, end)])],
    [0.2, () => encoder.encode(dice.pick(tokens).repeat(2000))],
  ])();
  return Buffer.concat([body.subarray(0, start), middle, body.subarray(end)]);
}

const tokens = [
  "{",
  "}",
  "[",
  "]",
  '"',
  ",",
  ":",
  "null",
  "1e999",
  "-",
  "\\u",
  "\u0000",
  "\n---\n",
  "&a ",
  "*a",
  "!!binary ",
  "k8s\u0000",
  "é",
  "\ufeff",
];

function path(input: { readonly dice: Dice; readonly path: string }): string {
  const { dice } = input;
  const [place = "", search] = split(input.path);
  const segments = place.split("/");
  const index = dice.below(segments.length);
  const changed = dice.weighted<() => readonly string[]>([
    [3, () => segments.toSpliced(index, 1, dice.pick(names))],
    [2, () => segments.toSpliced(index, 1)],
    [2, () => segments.toSpliced(index, 0, dice.pick(names))],
    [1, () => segments.toSpliced(index, 0, segments[index] ?? "")],
  ])();
  return `${changed.join("/")}${search === undefined ? "" : `?${search}`}`;
}

const names = [
  "",
  ".",
  "..",
  "%00",
  "%2F",
  "%",
  "%zz",
  "a",
  "A",
  "status",
  "scale",
  "watch",
  "namespaces",
  "default",
  "v1",
  "__proto__",
  "constructor",
  "configmaps",
  "x".repeat(300),
  "ü",
  "%F0%9F%98%80",
  "a;b",
  "*",
  "finalize",
  "secrets",
  "customresourcedefinitions",
];

function query(input: { readonly dice: Dice; readonly path: string }): string {
  const { dice } = input;
  const [place = "", search = ""] = split(input.path);
  const option = `${dice.pick(options)}=${dice.pick(values)}`;
  const pairs = search.split("&").filter((pair) => pair !== "");
  const changed =
    dice.chance(0.3) && pairs.length > 0
      ? pairs.toSpliced(dice.below(pairs.length), 1, option)
      : [...pairs, option];
  return `${place}?${changed.join("&")}`;
}

const options = [
  "watch",
  "limit",
  "continue",
  "resourceVersion",
  "resourceVersionMatch",
  "labelSelector",
  "fieldSelector",
  "dryRun",
  "fieldManager",
  "fieldValidation",
  "force",
  "sendInitialEvents",
  "allowWatchBookmarks",
  "timeoutSeconds",
  "propagationPolicy",
  "gracePeriodSeconds",
  "orphanDependents",
  "includeObject",
  "pretty",
  "__proto__",
  "",
];

const values = [
  "",
  "true",
  "false",
  "0",
  "1",
  "-1",
  "9999999999999999999999",
  "1.5",
  "x",
  "All",
  "Strict",
  "NotOlderThan",
  "Exact",
  "a%3Db",
  "a%20in%20(b,c)",
  "%21%21",
  "(((((",
  "%00",
  "%",
  "%FF",
  "metadata.name%3Da",
  "a%3D%5C%5C",
  "e30",
  "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MSwic3RhcnQiOiJhIn0",
  "x".repeat(2000),
  "__proto__",
  "Object",
];

function headers(input: {
  readonly dice: Dice;
  readonly request: FuzzRequest;
}): FuzzRequest["headers"] {
  const { dice, request } = input;
  const name = dice.pick([
    "content-type",
    "accept",
    "authorization",
    "user-agent",
    "content-length",
    "x-odd",
    "__proto__",
    "impersonate-user",
  ]);
  return { ...request.headers, [name]: dice.pick(media) };
}

const media = [
  "",
  "*/*",
  "application/json",
  "application/yaml",
  "application/merge-patch+json",
  "application/json-patch+json",
  "application/apply-patch+yaml",
  "application/strategic-merge-patch+json",
  "application/vnd.kubernetes.protobuf",
  "application/json;as=Table;g=meta.k8s.io;v=v1",
  "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1",
  "application/json;q=x;as",
  ";;;,,,",
  "a/b/c",
  "Bearer",
  "Bearer x",
  "x".repeat(3000),
  "text/html",
  "application/cbor",
  "application/json;stream=watch",
];

function split(path: string): readonly string[] {
  const mark = path.indexOf("?");
  return mark === -1 ? [path] : [path.slice(0, mark), path.slice(mark + 1)];
}
