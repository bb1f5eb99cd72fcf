import { isJsonObject } from "../model/index.js";
import type { Keyword, KeywordStep } from "./keywords.js";
import { type Schema, withFacts } from "./schema.js";

/** The schema with the keywords of its tags; those that lead to a place that it does not have are left out. */
export function withKeywords(input: {
  readonly schema: Schema;
  readonly keywords: readonly Keyword[];
}): Schema {
  let { schema } = input;
  const below = new Map<KeywordStep, Keyword[]>();
  for (const { path, ...keyword } of input.keywords) {
    const [step, ...rest] = path;
    if (step === undefined) continue;
    below.set(step, [...(below.get(step) ?? []), { ...keyword, path: rest }]);
  }
  for (const [step, inner] of below) schema = inside({ schema, step, keywords: inner });
  const own = input.keywords.filter(({ path }) => path.length === 0);
  const plain = own.filter(({ rule }) => rule === undefined);
  const before = schema["x-kubernetes-validations"];
  const rules = [...(Array.isArray(before) ? before : []), ...rulesOf(own)];
  return withFacts({
    schema,
    facts: {
      ...Object.fromEntries(plain.map(({ key, value }) => [key, value])),
      ...(rules.length > 0 && { "x-kubernetes-validations": rules }),
    },
  });
}

function inside(input: {
  readonly schema: Schema;
  readonly step: KeywordStep;
  readonly keywords: readonly Keyword[];
}): Schema {
  const { schema, step, keywords: below } = input;
  const [place = "", name] = step.split(":");
  const outer = schema[place];
  if (name === undefined) {
    if (!isJsonObject(outer)) return schema;
    return { ...schema, [place]: withKeywords({ schema: outer, keywords: below }) };
  }
  // What a reference leads to can be narrowed where it is used.
  const properties = isJsonObject(outer) ? outer : {};
  const property = properties[name];
  const narrowed = withKeywords({
    schema: isJsonObject(property) ? property : {},
    keywords: below,
  });
  return withFacts({ schema, facts: { properties: { ...properties, [name]: narrowed } } });
}

function rulesOf(own: readonly Keyword[]): readonly Schema[] {
  const rules = new Map<number, Schema>();
  for (const { rule, key, value } of own) {
    if (rule !== undefined) rules.set(rule, { ...rules.get(rule), [key]: value });
  }
  return [...rules].sort(([left], [right]) => left - right).map(([, schema]) => schema);
}
