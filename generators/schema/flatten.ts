import { type JSONSchemaProps, sameSchema } from "./schema.js";

type Draft = { -readonly [K in keyof JSONSchemaProps]: JSONSchemaProps[K] };

/** What a place says of a value besides what its type says. */
export interface Layers {
  /** The schema below, of a type or of a base. */
  readonly below: JSONSchemaProps;
  /** What is laid over it. */
  readonly above: JSONSchemaProps;
}

/** Numbers, of which controller-gen keeps both even when they are equal. */
const numbers = [
  "maximum",
  "minimum",
  "maxLength",
  "minLength",
  "maxItems",
  "minItems",
  "multipleOf",
] as const;
const others = [
  "format",
  "pattern",
  "maxProperties",
  "minProperties",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "uniqueItems",
  "anyOf",
] as const;

const checks: readonly (keyof JSONSchemaProps)[] = [...numbers, ...others];
const twice: ReadonlySet<string> = new Set(numbers);

/**
 * The schema of a type with what a place adds, by controller-gen's rules for flattening: of checks that both have both hold,
 * as `allOf`; rules of both count, those of the place first; the enum of the type counts, and in all else the place does.
 */
export function layered({ below, above }: Layers): JSONSchemaProps {
  // What was hoisted into allOf before holds beside what is laid over it now.
  const hoisted = (above.allOf ?? []).filter(isHoisted);
  const { allOf: _, ...rest } = above;
  const kept = (above.allOf ?? []).filter((branch) => !isHoisted(branch));
  const base = hoisted.reduce<JSONSchemaProps>(
    (merged, branch) => layered({ below: merged, above: branch }),
    below,
  );
  const merged: Draft = { ...base, ...rest };
  if (kept.length > 0) merged.allOf = [...(base.allOf ?? []), ...kept];
  if (base.enum !== undefined && base.enum.length > 0) merged.enum = base.enum;
  if (base.nullable === true) merged.nullable = true;
  const rules = "x-kubernetes-validations";
  if (base[rules] !== undefined && rest[rules] !== undefined) {
    merged[rules] = [...rest[rules], ...base[rules]];
  }
  hoistConflicts({ below: base, above: rest, merged });
  return merged;
}

function isHoisted(branch: JSONSchemaProps): boolean {
  return Object.keys(branch).every((key) => checks.some((check) => check === key));
}

function hoistConflicts(input: Layers & { readonly merged: Draft }): void {
  const { below, above, merged } = input;
  const conflicting = checks.filter(
    (key) =>
      below[key] !== undefined &&
      above[key] !== undefined &&
      (twice.has(key) || !sameSchema(below[key], above[key])),
  );
  if (conflicting.length === 0) return;
  const only = (schema: JSONSchemaProps): JSONSchemaProps =>
    Object.fromEntries(conflicting.map((key) => [key, schema[key]]));
  for (const key of conflicting) delete merged[key];
  merged.allOf = [...(merged.allOf ?? []), only(below), only(above)];
}
