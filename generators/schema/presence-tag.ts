import { type Diagnostic, diagnostic, didYouMean } from "../diagnostics/index.js";
import {
  formatsOf,
  isJsonObject,
  type JsonValue,
  type Presence,
  readPresence,
  type Tag,
} from "../model/index.js";
import type { Marked } from "./markers.js";
import { sortedNames } from "./merge.js";
import type { JSONSchemaProps } from "./schema.js";

interface Input {
  readonly schema: JSONSchemaProps;
  readonly tag: Tag;
}

/** Adds what `+crd-project:presence=` says of members. */
export function withPresence({ schema, tag }: Input): Marked {
  const read = readPresence(tag.value ?? "");
  // The grammar has been checked where the tag was read.
  if (!read.ok) return { schema, problems: [] };
  if (schema.type !== undefined && schema.type !== "object") {
    return refused({
      schema,
      tag,
      problem: `it is for objects, and this is of type ${schema.type}`,
    });
  }
  const { required = [], ...others } = read.value;
  const names = [...(schema.required ?? []), ...textsOf(required)];
  return {
    schema: {
      ...withLogic(schema, others),
      ...(names.length > 0 && { required: sortedNames(names) }),
    },
    problems: unknownMembers({ schema, tag, presence: read.value }),
  };
}

/** Adds the alternatives of formats that `+crd-project:formats=` names. */
export function withFormats({ schema, tag }: Input): Marked {
  const read = readPresence(tag.value ?? "");
  if (!read.ok) return { schema, problems: [] };
  const formats = formatsOf(read.value);
  if (!isJsonObject(formats) || formats["format"] !== undefined) {
    return refused({ schema, tag, problem: "it is for several formats, of which a value has one" });
  }
  return schema.type === undefined || schema.type === "string"
    ? { schema: withLogic(schema, formats), problems: [] }
    : refused({ schema, tag, problem: `it is for strings, and this is of type ${schema.type}` });
}

function refused({ schema, tag, problem }: Input & { readonly problem: string }): Marked {
  const parameters = { tag: `+${tag.name}`, problem };
  return { schema, problems: [diagnostic("crd/marker", parameters, { span: tag.span })] };
}

/** Adds keywords that hold schemas; where the schema has one already, both hold. */
function withLogic(
  schema: JSONSchemaProps,
  given: { readonly [keyword: string]: JsonValue },
): JSONSchemaProps {
  const entries = Object.entries(given);
  const taken = entries.filter(([keyword]) => keyword === "allOf" || keyword in schema);
  const free = Object.fromEntries(entries.filter((entry) => !taken.includes(entry)));
  const both = taken.flatMap(([keyword, value]) =>
    keyword === "allOf" && Array.isArray(value) ? value : [{ [keyword]: value }],
  );
  // What the grammar gives are schemas.
  return {
    ...schema,
    ...(free as JSONSchemaProps),
    ...(both.length > 0 && { allOf: [...(schema.allOf ?? []), ...(both as JSONSchemaProps[])] }),
  };
}

function textsOf(value: JsonValue): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Members that no object has: what the type does not declare is dropped before it is checked. */
function unknownMembers(input: {
  readonly schema: JSONSchemaProps;
  readonly tag: Tag;
  readonly presence: Presence;
}): readonly Diagnostic[] {
  const { schema, tag } = input;
  const { properties } = schema;
  const isOpen = schema["x-kubernetes-preserve-unknown-fields"] === true;
  if (properties === undefined || isOpen) return [];
  const candidates = Object.keys(properties);
  const unknown = [...namesIn(input.presence)].filter((name) => !candidates.includes(name));
  return unknown.map((name) => {
    const parameters = {
      tag: `a part of +${tag.name}`,
      problem: `the type has no member '${name}'`,
    };
    const hint = didYouMean({ word: name, candidates });
    return diagnostic("crd/marker-unused", parameters, { span: tag.span, hint });
  });
}

function namesIn(value: JsonValue): ReadonlySet<string> {
  if (!isJsonObject(value)) return new Set();
  return new Set(
    Object.entries(value).flatMap(([keyword, one]) => {
      if (keyword === "required") return textsOf(one);
      const list: readonly JsonValue[] = Array.isArray(one) ? one : [one];
      return list.flatMap((part) => [...namesIn(part)]);
    }),
  );
}
