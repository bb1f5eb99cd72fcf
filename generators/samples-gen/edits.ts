import { type FieldError, patternError } from "crd-runtime/schema";
import { isJsonObject, type JsonValue } from "../model/index.js";
import {
  facets,
  isSame,
  itemSchema,
  type JsonObject,
  memberOf,
  memberSchema,
  type Schema,
} from "./schema.js";
import type { SampleValues } from "./values.js";

/** Items of one list that are looked into, and values of one place that are tried. */
const mostItems = 3;
const mostValues = 16;
const anyText: Schema = { type: "string" };

/** What a problem is about: the words and values of the rule, or the members of the object. */
interface Topic {
  readonly words: ReadonlySet<string>;
  readonly literals: readonly (string | number)[];
  /** Of the literals those that the rule matches texts with. */
  readonly patterns: readonly string[];
}

interface Place {
  readonly schema: Schema;
  readonly value: JsonValue;
}

/** Objects that differ from one in a single place, near to what is wrong with it. */
export function* editsOf(input: {
  readonly object: JsonObject;
  readonly schema: Schema;
  readonly problems: readonly FieldError[];
  readonly values: SampleValues;
}): Iterable<JsonObject> {
  const { object, schema, values } = input;
  for (const problem of input.problems.slice(0, 3)) {
    const steps = stepsOf(problem.field);
    for (const { depth, place, topic } of topicsOf({ object, schema, steps, problem })) {
      for (const changed of new Editor(values, topic).variations(place, depth === 0)) {
        const whole = replaced({ value: object, steps: steps.slice(0, depth), by: changed });
        if (isJsonObject(whole)) yield whole;
      }
    }
  }
}

/** `spec.rules[0].labels[example.com/a]`; the server does not quote keys. */
export function stepsOf(field: string): readonly string[] {
  return [...field.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)].map(([whole, inner]) => inner ?? whole);
}

/** From the place of a problem to the whole object, what may be wrong there. */
function* topicsOf(input: {
  readonly object: JsonObject;
  readonly schema: Schema;
  readonly steps: readonly string[];
  readonly problem: FieldError;
}): Iterable<{ readonly depth: number; readonly place: Place; readonly topic: Topic }> {
  const { object, schema, steps, problem } = input;
  const places: Place[] = [{ schema, value: object }];
  for (const step of steps) {
    const last = places.at(-1);
    const next = last === undefined ? undefined : below(last, step);
    if (next === undefined) break;
    places.push(next);
  }
  const levels = places.map((place, depth) => ({ place, depth })).reverse();
  const rules = levels.flatMap(({ place, depth }) =>
    (place.schema["x-kubernetes-validations"] ?? [])
      .filter(({ rule, message }) => (message ?? `failed rule: ${rule}`) === problem.detail)
      .map(({ rule }) => ({ place, depth, topic: topicOf(rule) })),
  );
  yield* rules;
  if (rules.length > 0) return;
  // A message that is made by an expression, or no rule at all.
  for (const { place, depth } of levels.slice(0, 2)) {
    const own = place.schema["x-kubernetes-validations"] ?? [];
    const names = facets(place.schema).flatMap(({ properties = {} }) => Object.keys(properties));
    const said = topicOf(own.map(({ rule }) => rule).join(" "));
    yield {
      place,
      depth,
      topic: { ...said, words: new Set([...said.words, ...names]) },
    };
  }
}

function below({ schema, value }: Place, step: string): Place | undefined {
  if (Array.isArray(value)) {
    const list: readonly JsonValue[] = value;
    const item = list[Number(step)];
    const of = itemSchema(schema);
    return item === undefined || of === undefined ? undefined : { schema: of, value: item };
  }
  const member = memberOf(value, step);
  const of = memberSchema(schema, step);
  return member === undefined || of === undefined ? undefined : { schema: of, value: member };
}

function topicOf(rule: string): Topic {
  const literals: (string | number)[] = [];
  const rest = rule.replace(
    /(\br)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')|(?<![\w.])(\d+(?:\.\d+)?)(?![\w.])/g,
    (_, raw?: string, double?: string, single?: string, number?: string) => {
      const text = double ?? single ?? "";
      const literal = raw === undefined ? text.replace(/\\(.)/g, "$1") : text;
      literals.push(number === undefined ? literal : Number(number));
      return " ";
    },
  );
  const patterns = /\b(?:matches|find|findAll)\b/.test(rest)
    ? literals.filter((one) => typeof one === "string").filter(isPattern)
    : [];
  const words = new Set(rest.match(/[A-Za-z_]\w*/g) ?? []);
  for (const literal of literals) {
    if (typeof literal === "string") for (const part of literal.split(/\W+/)) words.add(part);
  }
  return { words: new Set([...words].map(unescaped)), literals, patterns };
}

/** Whether a literal of a rule that matches texts looks like what it matches them with. */
function isPattern(literal: string): boolean {
  return /[\^$[\]\\*+(|]/.test(literal) && patternError(literal) === undefined;
}

/** Names of CEL that stand for members which are no identifiers: `__namespace__`, `a__dash__b`. */
function unescaped(word: string): string {
  return word
    .replace(/^__(\w+)__$/, "$1")
    .replaceAll("__dash__", "-")
    .replaceAll("__dot__", ".")
    .replaceAll("__slash__", "/")
    .replaceAll("__underscores__", "__");
}

/** Edits of one place and of what is in it. */
class Editor {
  readonly #values: SampleValues;
  readonly #topic: Topic;

  constructor(values: SampleValues, topic: Topic) {
    this.#values = values;
    this.#topic = topic;
  }

  *variations({ schema, value }: Place, isRoot = false): Iterable<JsonValue> {
    if (Array.isArray(value)) yield* this.#lists(schema, value);
    else if (isJsonObject(value)) yield* this.#objects({ schema, value, isRoot });
    else {
      for (const other of this.#scalars(schema, value)) if (!isSame(other, value)) yield other;
    }
  }

  *#lists(schema: Schema, value: readonly JsonValue[]): Iterable<JsonValue> {
    const more = this.#values.nextItem({ schema, name: undefined, items: value });
    if (more !== undefined) yield [...value, more];
    if (value.length > 0) yield value.slice(0, -1);
    const item = itemSchema(schema);
    if (item === undefined) return;
    for (const [at, one] of value.slice(0, mostItems).entries()) {
      for (const other of this.variations({ schema: item, value: one })) {
        yield value.with(at, other);
      }
    }
    for (const other of this.#scalars(item)) yield [...value, other];
  }

  *#objects(input: {
    readonly schema: Schema;
    readonly value: JsonObject;
    readonly isRoot: boolean;
  }): Iterable<JsonValue> {
    const { schema, value, isRoot } = input;
    const { properties = {}, additionalProperties, required = [] } = schema;
    if (isRoot) yield* this.#names(value);
    for (const [name, property] of Object.entries(properties)) {
      if (!this.#topic.words.has(name) || (isRoot && name === "metadata")) continue;
      const member = memberOf(value, name);
      if (member === undefined) {
        for (const other of this.#additions(property, name)) yield { ...value, [name]: other };
        continue;
      }
      if (!required.includes(name)) {
        const { [name]: _, ...rest } = value;
        yield rest;
      }
      for (const other of this.variations({ schema: property, value: member })) {
        yield { ...value, [name]: other };
      }
    }
    if (typeof additionalProperties === "object") {
      yield* this.#maps({ schema: additionalProperties, value });
    }
  }

  *#maps(input: { readonly schema: Schema; readonly value: JsonObject }): Iterable<JsonValue> {
    const { schema, value } = input;
    for (const [key, member] of Object.entries(value)) {
      const { [key]: _, ...rest } = value;
      yield rest;
      for (const other of this.variations({ schema, value: member })) {
        yield { ...value, [key]: other };
      }
    }
    for (const key of ["example", ...this.#topic.literals.map(String)]) {
      if (!Object.hasOwn(value, key)) yield { ...value, [key]: this.#values.valueOf(schema) };
    }
  }

  /** Names of a kind of which there may be only some. */
  *#names(object: JsonObject): Iterable<JsonValue> {
    const { metadata } = object;
    if (!this.#topic.words.has("metadata") || !isJsonObject(metadata)) return;
    for (const name of [...this.#topic.literals.map(String), "example", "e"]) {
      if (name !== "") yield { ...object, metadata: { ...metadata, name } };
    }
  }

  /** Values of a member that is not there yet. */
  *#additions(schema: Schema, name: string): Iterable<JsonValue> {
    const value = this.#values.valueOf(schema, name);
    yield value;
    yield* this.variations({ schema, value });
  }

  *#scalars(schema: Schema, value: JsonValue = null): Iterable<JsonValue> {
    const { literals } = this.#topic;
    const { type } = schema;
    if (type === "array" || type === "object") return;
    if (type === "string") yield* this.#matching(schema, value);
    const near = literals.flatMap((one): readonly JsonValue[] =>
      typeof one === "number"
        ? [one, one - 1, one + 1, String(one)]
        : [one, `${one}example`, `example${one}`, `https://example.com${one}`],
    );
    for (const other of near) if (this.#values.accepts(schema, other)) yield other;
    let count = 0;
    for (const other of this.#values.alternatives({ schema, name: undefined })) {
      if (count++ > mostValues) return;
      yield other;
    }
  }

  /** Texts that the rule's patterns match, and those after the text that is there: rules split texts at signs. */
  *#matching(schema: Schema, value: JsonValue): Iterable<string> {
    const { literals, patterns } = this.#topic;
    for (const pattern of patterns) yield* this.#values.matching({ schema, pattern });
    if (typeof value !== "string") return;
    const signs = literals.filter((one) => typeof one === "string" && /^[^\w\s]{1,3}$/.test(one));
    for (const pattern of patterns) {
      const [text] = this.#values.matching({ schema: anyText, pattern });
      if (text === undefined) continue;
      for (const sign of signs) {
        const joined = `${value}${sign}${text}`;
        if (this.#values.accepts(schema, joined)) yield joined;
      }
    }
  }
}

/** A value with another one in one place. */
function replaced(input: {
  readonly value: JsonValue;
  readonly steps: readonly string[];
  readonly by: JsonValue;
}): JsonValue {
  const { value, by } = input;
  const [step, ...steps] = input.steps;
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    const list: readonly JsonValue[] = value;
    return list.map((item, at) =>
      at === Number(step) ? replaced({ value: item, steps, by }) : item,
    );
  }
  const member = memberOf(value, step);
  if (!isJsonObject(value) || member === undefined) return value;
  return { ...value, [step]: replaced({ value: member, steps, by }) };
}
