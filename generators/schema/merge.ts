import { layered } from "./flatten.js";
import { type JSONSchemaProps, valuesOf } from "./schema.js";

type Draft = { -readonly [K in keyof JSONSchemaProps]: JSONSchemaProps[K] };
type Properties = NonNullable<JSONSchemaProps["properties"]>;

interface Pair<T> {
  readonly own: T;
  readonly base: T;
}

/** Names in the order of a `required` list: sorted, each once. */
export function sortedNames(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].sort();
}

/**
 * A member that is declared again below an inherited one: the redeclared type with what the inherited one adds,
 * by controller-gen's rules for embedded structs. Checks that differ both apply, as `allOf`.
 * Where TypeScript narrowed the type itself (`number` to `int32`, any value to a string), only the narrower one counts.
 */
export function mergeInherited({ own, base }: Pair<JSONSchemaProps>): JSONSchemaProps {
  if (own.type !== base.type) {
    return base.description === undefined ? own : { description: base.description, ...own };
  }
  const merged: Draft = layered({ below: base, above: own });
  if (own.enum !== undefined) merged.enum = own.enum;
  if (own.nullable === undefined) delete merged.nullable;
  // As in the generated functions, a member that is declared again has the default that stands there.
  if (own.default === undefined) delete merged.default;
  if (own.properties !== undefined && base.properties !== undefined) {
    merged.properties = mergeProperties({ own: own.properties, base: base.properties });
  }
  if (own.required !== undefined && base.required !== undefined) {
    merged.required = sortedNames([...own.required, ...base.required]);
  }
  if (own.items !== undefined && base.items !== undefined) {
    merged.items = mergeInherited({ own: own.items, base: base.items });
  }
  const [values, inherited] = [valuesOf(own), valuesOf(base)];
  if (values !== undefined && inherited !== undefined) {
    merged.additionalProperties = mergeInherited({ own: values, base: inherited });
  }
  return merged;
}

function mergeProperties({ own, base }: Pair<Properties>): Properties {
  const merged = new Map(Object.entries(base));
  for (const [name, schema] of Object.entries(own)) {
    const inherited = merged.get(name);
    merged.set(
      name,
      inherited === undefined ? schema : mergeInherited({ own: schema, base: inherited }),
    );
  }
  return Object.fromEntries(merged);
}
