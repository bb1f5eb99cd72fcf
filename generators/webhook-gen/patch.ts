import { suggest } from "../diagnostics/index.js";
import { isJsonObject, type JsonValue } from "../model/index.js";
import { type Shape, webhookShape } from "./shape.js";
import type { MarkedWebhook, Webhook } from "./webhook.js";

/** A webhook with its patch, or what keeps the patch from applying. */
export type Patched =
  | { readonly webhook: Webhook; readonly problem?: undefined; readonly hint?: undefined }
  | { readonly problem: string; readonly hint?: string | undefined };

interface Fault {
  readonly problem: string;
  readonly hint?: string | undefined;
}

type JsonObject = { readonly [key: string]: JsonValue };

/**
 * Lays a strategic merge patch over a webhook: null takes a member away, objects are merged, lists replaced, and `$patch` replaces or
 * empties an object. As controller-gen's, it is strict: members are those of the API, in their case.
 */
export function patched({ mutating, webhook }: MarkedWebhook, patch: string): Patched {
  let value: JsonValue;
  try {
    value = JSON.parse(patch) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: "it is no JSON" };
    throw error;
  }
  if (!isJsonObject(value)) return { problem: "it is no JSON object" };
  const shape = webhookShape({ mutating });
  const fault = repeatedMember(patch) ?? faultOf({ value, original: webhook, shape, at: "" });
  if (fault !== undefined) return fault;
  const merged = merge(webhook, value);
  return { webhook: isJsonObject(merged) ? written(merged, shape) : webhook };
}

/** What a patch cannot say. */
function faultOf(input: {
  readonly value: JsonValue;
  /** What it is laid over. */
  readonly original: JsonValue | undefined;
  readonly shape: Shape;
  /** The member that it is of: `.clientConfig.service`. */
  readonly at: string;
}): Fault | undefined {
  const { value, original, shape, at } = input;
  if (value === null) return undefined;
  switch (shape.kind) {
    case "object": {
      if (!isJsonObject(value)) return wrong(at, "an object");
      // What is replaced is not there any more.
      const before = isJsonObject(original) && value["$patch"] === undefined ? original : {};
      return firstOf(Object.entries(value), ([name, member]) => {
        if (name === "$patch") return directiveFault({ value: member, original, at });
        if (name.startsWith("$")) return { problem: `'${name}' is no directive here` };
        const known = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
        if (known !== undefined)
          return faultOf({
            value: member,
            original: before[name],
            shape: known,
            at: `${at}.${name}`,
          });
        const candidates = Object.keys(shape.members);
        const near = suggest({ word: name, candidates });
        return {
          problem: `a webhook has no member '${`${at}.${name}`.slice(1)}'`,
          hint:
            near === undefined ? `members: ${candidates.join(", ")}` : `did you mean '${near}'?`,
        };
      });
    }
    case "list":
      return Array.isArray(value)
        ? firstOf([...value.entries()], ([index, item]) =>
            isJsonObject(item) && Object.keys(item).some((name) => name.startsWith("$"))
              ? {
                  problem: `'${`${at}[${index}]`.slice(1)}' has a directive, and there is no list before it`,
                }
              : faultOf({
                  value: item,
                  original: undefined,
                  shape: shape.item,
                  at: `${at}[${index}]`,
                }),
          )
        : wrong(at, "a list");
    case "texts":
      return Array.isArray(value) && value.every((item: JsonValue) => typeof item === "string")
        ? undefined
        : wrong(at, "a list of texts");
    case "map":
      if (!isJsonObject(value)) return wrong(at, "an object");
      return firstOf(Object.entries(value), ([name, member]) =>
        name === "$patch"
          ? directiveFault({ value: member, original, at })
          : member === null || typeof member === "string"
            ? undefined
            : wrong(`${at}.${name}`, "a text"),
      );
    case "integer":
      return typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 2 ** 31
        ? undefined
        : wrong(at, "an integer of 32 bits");
    case "bytes":
      return typeof value === "string" && isBase64(value) ? undefined : wrong(at, "base64");
    case "string":
      return typeof value === "string" ? undefined : wrong(at, "a text");
  }
}

/** Where there is nothing to replace, a strategic merge drops the whole object. */
function directiveFault(input: {
  readonly value: JsonValue;
  readonly original: JsonValue | undefined;
  readonly at: string;
}): Fault | undefined {
  const { value, original, at } = input;
  if (value !== "replace" && value !== "delete") {
    return { problem: "'$patch' is replace or delete" };
  }
  if (isJsonObject(original)) return undefined;
  const hint = "leave '$patch' out";
  return { problem: `the webhook has no '${at.slice(1)}' to ${value}`, hint };
}

function wrong(at: string, wanted: string): Fault {
  return { problem: `'${at.slice(1)}' is not ${wanted}` };
}

function firstOf<T>(items: readonly T[], test: (item: T) => Fault | undefined): Fault | undefined {
  for (const item of items) {
    const fault = test(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function isBase64(text: string): boolean {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
}

/** A name that stands twice in one object, of which JSON.parse keeps the last. */
function repeatedMember(text: string): Fault | undefined {
  const open: (Set<string> | undefined)[] = [];
  for (const [token, , colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*(:))?|[{}[\]]/gs)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (colon !== undefined) {
      const name = String(JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)));
      const names = open.at(-1);
      if (names?.has(name) === true) return { problem: `'${name}' is repeated` };
      names?.add(name);
    }
  }
  return undefined;
}

function merge(original: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return patch;
  const { $patch: directive, ...members } = patch;
  if (directive === "delete") return {};
  const merged: Record<string, JsonValue> =
    isJsonObject(original) && directive !== "replace" ? { ...original } : {};
  for (const [name, value] of Object.entries(members)) {
    if (value === null) delete merged[name];
    else merged[name] = merge(merged[name], value);
  }
  return merged;
}

/** As Go writes it: without what it leaves out when it is empty, and with texts that are always there. */
function written(value: JsonObject, shape: Shape): JsonObject {
  if (shape.kind !== "object") return value;
  return Object.fromEntries(
    Object.entries(shape.members).flatMap(([name, known]) => {
      const member = value[name] ?? (known.written === "always" ? "" : undefined);
      if (member === undefined) return [];
      const inner = inside(member, known);
      return known.written !== undefined || !isEmpty(inner, known) ? [[name, inner] as const] : [];
    }),
  );
}

function inside(value: JsonValue, shape: Shape): JsonValue {
  if (isJsonObject(value)) return written(value, shape);
  if (!Array.isArray(value) || shape.kind !== "list") return value;
  const items: readonly JsonValue[] = value;
  return items.map((item) => inside(item, shape.item));
}

/** An object that is there is a pointer, which is never empty; a map can be. */
function isEmpty(value: JsonValue, shape: Shape): boolean {
  if (shape.kind === "map") return Object.keys(Object(value)).length === 0;
  return value === "" || (Array.isArray(value) && value.length === 0);
}
