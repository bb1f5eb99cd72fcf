import { stringifyJSON } from "../../../packages/crd-runtime/src/rest/json.js";
import type { Exchange } from "./exchange.js";
import { managedFieldsText } from "./fields-text.js";
import { inOrder } from "./in-order.js";
import { isArray, isObject, type Json } from "./json.js";
import { isBookmark, isListLike, isRevision, Revisions } from "./revisions.js";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const time = /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
/** Names and values that are there to be too long; their length is what counts. */
const run = /(.)\1{39,}/gu;
/** Revisions of the whole server, in prose. */
const current = /(?<=current: |too old resource version: \d+ \()\d+/g;
/** The beginning of a body that is not text, and so of a group's name. */
const hex = /\([0-9a-f]{40,}(?= \.\.\.\))/g;
const dayMs = 86_400_000;

/** Where servers speak of revisions in prose. */
const spoken = [
  /(?<=ResourceVersion in (?:record|the precondition) \()\d+/g,
  // Objects are quoted in messages, once or twice over.
  /(?<=resourceVersion\\*":\\*")\d+/g,
  /(?<=object not decodable revision=)\d+/g,
  // YAML.
  /(?<=resourceVersion: ")\d+/g,
];

/**
 * Puts symbols in place of all that a server is free in: uids, the time of the request, revisions (see Revisions), generated
 * names, continue tokens; and in place of the letters that keep runs apart. managedFields become one line per entry, sorted,
 * for servers sort them by the second of the write.
 */
export function normalise(input: {
  readonly exchanges: readonly Exchange[];
  /** Text to symbol: namespace, group. Longer ones first. */
  readonly names: ReadonlyMap<string, string>;
}): readonly Exchange[] {
  const { exchanges } = input;
  const bodies = exchanges.flatMap(({ body, frames }) => [
    ...(body === undefined ? [] : [body]),
    ...(frames ?? []),
  ]);
  const names = new Map([...input.names, ...generatedNames({ exchanges, bodies })]);
  const normaliser = new Normaliser({ names, revisions: new Revisions(bodies) });
  return exchanges.map(({ generateName: _, ...exchange }) => ({
    ...exchange,
    ...(exchange.headers === undefined
      ? {}
      : { headers: mapValues(exchange.headers, (text) => normaliser.text(text)) }),
    ...(exchange.body === undefined ? {} : { body: normaliser.json(exchange.body) }),
    ...(exchange.frames === undefined
      ? {}
      : { frames: exchange.frames.map((frame) => normaliser.json(frame)) }),
    ...(exchange.problem === undefined ? {} : { problem: normaliser.text(exchange.problem) }),
  }));
}

class Normaliser {
  readonly #names: ReadonlyMap<string, string>;
  readonly #revisions: Revisions;
  readonly #uids = new Map<string, string>();

  constructor(input: {
    readonly names: ReadonlyMap<string, string>;
    readonly revisions: Revisions;
  }) {
    this.#names = input.names;
    this.#revisions = input.revisions;
  }

  text(text: string): string {
    let result = text;
    for (const [name, symbol] of this.#names) result = result.replaceAll(name, symbol);
    result = result.replaceAll(uuid, (uid) => this.#uid(uid));
    result = result.replaceAll(time, (moment, fraction: string | undefined) =>
      Math.abs(Date.parse(moment) - Date.now()) > dayMs
        ? moment
        : `<now${fraction === undefined ? "" : `.${fraction.length - 1} digits`}>`,
    );
    for (const pattern of spoken)
      result = result.replaceAll(
        pattern,
        (revision) => this.#revisions.ofObject(revision) ?? "<rv>",
      );
    result = result.replaceAll(hex, "(<hex>").replaceAll(current, "<rv>");
    return result.replaceAll(run, (letters, letter: string) => `${letter}{${letters.length}}`);
  }

  json(value: Json): Json {
    return this.#json({ value, floating: false });
  }

  /** `floating`: revisions of objects are those of lists as well. */
  #json(input: { readonly value: Json; readonly floating: boolean }): Json {
    const { value } = input;
    if (typeof value === "string") return this.text(value);
    if (isArray(value)) return value.map((item) => this.#json({ ...input, value: item }));
    if (!isObject(value)) return value;
    const floating = input.floating || isBookmark(value);
    const list = floating || isListLike(value);
    const members = Object.entries(inOrder(value)).map(([key, member]) => {
      if (key === "metadata" && isObject(member))
        return [key, this.#metadata({ member, list })] as const;
      if (key === "resourceVersion" && isRevision(member))
        return [key, this.#revisions.ofObject(member) ?? member] as const;
      // Ages of a table count from now.
      if (key === "cells" && isArray(member))
        return [key, member.map((cell) => (isAge(cell) ? "<age>" : this.json(cell)))] as const;
      // A hash over the group, among others.
      if (key === "storageVersionHash") return [key, "<hash>"] as const;
      return [this.text(key), this.#json({ value: member, floating })] as const;
    });
    return Object.fromEntries(members);
  }

  #metadata(input: {
    readonly member: { readonly [key: string]: Json };
    readonly list: boolean;
  }): Json {
    const { member, list } = input;
    const { resourceVersion, continue: token, managedFields, ...rest } = member;
    const entries = isArray(managedFields)
      ? { managedFields: managedFields.map((entry) => this.text(managedFieldsText(entry))).sort() }
      : managedFields === undefined
        ? {}
        : { managedFields };
    return {
      ...(this.json(rest) as object),
      ...(resourceVersion === undefined
        ? {}
        : { resourceVersion: this.#revision(resourceVersion, list) }),
      ...(token === undefined ? {} : { continue: token === "" ? "" : "<continue>" }),
      ...entries,
    };
  }

  #revision(revision: Json, list: boolean): Json {
    if (!isRevision(revision)) return revision;
    return list
      ? this.#revisions.ofList(revision)
      : (this.#revisions.ofObject(revision) ?? revision);
  }

  #uid(uid: string): string {
    const symbol = this.#uids.get(uid) ?? `<uid${this.#uids.size + 1}>`;
    this.#uids.set(uid, symbol);
    return symbol;
  }
}

function isAge(cell: Json): boolean {
  return typeof cell === "string" && /^\d+s$/.test(cell);
}

/** Longest prefix that is kept of a generateName. */
const longestPrefix = 58;

/** Names that the server has made from a generateName, and symbols for them in the order of their appearance. */
function generatedNames(input: {
  readonly exchanges: readonly Exchange[];
  readonly bodies: readonly Json[];
}): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const text = input.bodies.map((body) => stringifyJSON(body)).join("\n");
  for (const { generateName: prefix } of input.exchanges) {
    if (prefix === undefined || prefix === "") continue;
    const kept = prefix.slice(0, longestPrefix);
    const generated = new RegExp(
      `(?<![\\w.-])${kept.replaceAll(".", "\\.")}[bcdfghjklmnpqrstvwxz2456789]{5}(?![\\w.-])`,
      "g",
    );
    for (const [name] of text.matchAll(generated))
      if (!found.has(name)) found.set(name, `${kept}<random${found.size + 1}>`);
  }
  return found;
}

function mapValues(
  record: Readonly<Record<string, string>>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
