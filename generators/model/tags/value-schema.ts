import { z } from "zod";
import type { ArgumentEntry, ArgumentType, TagTarget, TagValue } from "./entry.js";
import { methodVerbs } from "./method.js";
import { readPresence } from "./presence.js";

/**
 * The zod schema of what is read from behind a tag's name at a place: words and numbers as such, lists as arrays, named arguments
 * as an object; undefined where nothing stands there. `checkValue` reads the text by the same entry, with the places of what is
 * wrong, which a schema of values cannot have; this is the grammar for editors and other programs, and tests hold both to one another.
 */
export function valueSchema(input: {
  readonly value: TagValue;
  readonly target: TagTarget;
}): z.ZodType {
  const { value, target } = input;
  switch (value.kind) {
    case "none":
      return z.undefined();
    case "flag":
      return z.boolean().optional();
    case "boolean":
      return z.boolean();
    case "word":
      return z.enum(value.oneOf);
    case "words":
      return z.array(z.enum(value.oneOf)).min(1);
    case "text":
      return textSchema(value);
    case "typeNames":
      return z.array(z.string().min(1)).min(1);
    case "string":
    case "integer":
    case "number":
    case "list":
    case "any":
      return argumentSchema({ type: value.kind });
    case "json":
      return {
        array: z.array(z.json()),
        object: z.record(z.string(), z.json()),
        string: z.string(),
      }[value.of];
    case "presence":
      return z.string().refine((text) => readPresence(text).ok);
    case "tag":
      return z.string().regex(/^\+./);
    case "arguments":
      return argumentsSchema(value.arguments);
    case "deepcopy":
      return target === "package"
        ? z.string().regex(/^(?:false|package(?:,register(?:=(?:true|false))?)?)$/)
        : z.boolean();
    case "defaulter":
      return defaulterSchema(target);
    case "conversion":
      return target === "package" ? z.string().min(1) : z.literal(false);
    case "release":
      return z.string().regex(/^(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})$/);
    case "groupVersionKind":
      return z.string().regex(/^[a-z0-9.-]*,v[a-z0-9-]+,[A-Z][A-Za-z0-9]*$/);
    case "validation":
      return target === "package"
        ? z.string().regex(/^(?:\*|false|TypesWith(?:Field|Suffix)=[\p{L}_$][\p{L}\p{N}_$-]*)$/u)
        : z.boolean();
    case "default":
      return z.union([
        z.strictObject({ ref: z.string().min(1) }),
        z.strictObject({ json: z.json() }),
      ]);
    case "method":
      return method;
  }
}

const method = z.strictObject({
  name: z.string().regex(/^[A-Za-z_$][\w$]*$/),
  verb: z.enum(methodVerbs),
  subresource: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/)
    .optional(),
  input: z.string().min(1).optional(),
  result: z.string().min(1).optional(),
});

function textSchema(value: Extract<TagValue, { readonly kind: "text" }>): z.ZodType {
  const least = value.empty === true ? z.string() : z.string().min(1);
  const text = value.pattern === undefined ? least : least.regex(value.pattern);
  return value.bare === true ? text.optional() : text;
}

function defaulterSchema(target: TagTarget): z.ZodType {
  if (target === "function") return z.literal("covers");
  return target === "package"
    ? z.string().regex(/^(?!true$)[\p{L}_$][\p{L}\p{N}_$-]*$/u)
    : z.boolean();
}

const ofType: Readonly<Record<ArgumentType, z.ZodType>> = {
  string: z.string(),
  strings: z.array(z.string()).min(1),
  list: z.array(z.json()),
  boolean: z.boolean(),
  integer: z.int(),
  number: z.number(),
  any: z.json(),
};

function argumentSchema({
  type,
  oneOf,
  anyCase,
}: Pick<ArgumentEntry, "type" | "oneOf" | "anyCase">): z.ZodType {
  if (oneOf === undefined) return ofType[type];
  const word = anyCase === true ? inAnyCase(oneOf) : z.enum(oneOf);
  return type === "strings" ? z.array(word).min(1) : word;
}

/** A pattern, which JSON Schema has no flags for. */
function inAnyCase(words: readonly string[]): z.ZodType {
  const alternatives = words.map((word) =>
    word.replace(/[a-zA-Z]|[^\w]/g, (char) =>
      /[a-zA-Z]/.test(char) ? `[${char.toUpperCase()}${char.toLowerCase()}]` : `\\${char}`,
    ),
  );
  return z.string().regex(new RegExp(`^(?:${alternatives.join("|")})$`));
}

function argumentsSchema(entries: Readonly<Record<string, ArgumentEntry>>): z.ZodType {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(entries).map(([name, entry]) => {
        const schema = argumentSchema(entry);
        return [name, entry.required === true ? schema : schema.optional()];
      }),
    ),
  );
}
