import {
  type Constraint,
  constraintsOf,
  isJsonObject,
  type JsonValue,
  mergeConstraints,
  type Tag,
} from "../model/index.js";
import { withKeywords } from "./apply-keywords.js";
import { keywordsOf } from "./keywords.js";
import { nullable, type Schema, withFacts } from "./schema.js";

/** Tags whose value is that of an extension. */
const extensions: ReadonlyMap<string, string> = new Map([
  ["patchStrategy", "x-kubernetes-patch-strategy"],
  ["patchMergeKey", "x-kubernetes-patch-merge-key"],
]);

/** `x-kubernetes-NAME:VALUE` of `+k8s:openapi-gen=`. */
const vendorExtension = /^(x-[^:\s]+):(.*)$/;

/** `+k8s:openapi-gen=x-kubernetes-NAME:VALUE`. */
export function isExtension({ name, value = "" }: Tag): boolean {
  return name === "k8s:openapi-gen" && vendorExtension.test(value);
}

/** The schema of a type or member with what its tags say: constraints, how it is merged, and extensions. */
export function tagged(input: { readonly schema: Schema; readonly tags: readonly Tag[] }): Schema {
  const { schema, tags } = input;
  if (tags.length === 0) return schema;
  const constrained = withConstraints({ schema, constraints: constraintsOf(tags) });
  const { keywords } = keywordsOf(tags);
  const complete = withKeywords({ schema: constrained, keywords });
  return withFacts({ schema: complete, facts: extensionsOf(tags) });
}

function extensionsOf(tags: readonly Tag[]): Schema {
  const entries = tags.flatMap(
    ({ name, value = "" }): readonly (readonly [string, JsonValue])[] => {
      const key = extensions.get(name);
      if (key !== undefined) return [[key, value]];
      const [, own, text] = (name === "k8s:openapi-gen" && vendorExtension.exec(value)) || [];
      return own === undefined || text === undefined ? [] : [[own, text]];
    },
  );
  return Object.fromEntries(entries);
}

function withConstraints(input: {
  readonly schema: Schema;
  readonly constraints: readonly Constraint[];
}): Schema {
  const { constraints } = input;
  const own = constraints.filter(({ path }) => path.length === 0);
  let { schema } = input;
  for (const step of ["items", "additionalProperties"] as const) {
    const inner = schema[step];
    const below = constraints.flatMap(({ path: [first, ...path], ...rest }) =>
      first === step || first === "each" ? [{ ...rest, path }] : [],
    );
    if (below.length === 0 || !isJsonObject(inner)) continue;
    schema = { ...schema, [step]: withConstraints({ schema: inner, constraints: below }) };
  }
  const { nullable: isNullable, ...values } = mergeConstraints(own);
  const facts = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, plain(value)]),
  );
  const constrained = withFacts({ schema, facts });
  return isNullable === true ? nullable(constrained) : constrained;
}

/** A value of a constraint as plain JSON, which it is but for its type. */
function plain(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : null;
}
