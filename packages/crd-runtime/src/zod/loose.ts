import { z } from "zod";
import type { Check } from "./checks.js";

/** A schema, and the loose one of those that have one. */
export interface LooseInput {
  readonly schema: z.ZodType;
  readonly twinOf: (schema: z.ZodType) => z.ZodType | undefined;
}

/**
 * A copy of a schema in which objects keep members that they do not know. Checks and everything else stay; what is behind
 * `z.lazy` is copied when it is needed.
 */
export function loose({ schema, twinOf }: LooseInput): z.ZodType {
  const inside = (part: z.core.$ZodType): z.ZodType => {
    const schema = part as z.ZodType;
    return twinOf(schema) ?? loose({ schema, twinOf });
  };
  if (schema instanceof z.ZodObject) {
    const { shape } = schema._zod.def;
    const members = Object.entries(shape).map(([name, part]) => [name, inside(part)] as const);
    return copyOf(schema, { shape: Object.fromEntries(members), catchall: z.unknown() });
  }
  if (schema instanceof z.ZodArray) {
    return copyOf(schema, { element: inside(schema._zod.def.element) });
  }
  if (schema instanceof z.ZodTuple) {
    return copyOf(schema, { items: schema._zod.def.items.map(inside) });
  }
  if (schema instanceof z.ZodRecord) {
    const valueType = inside(schema._zod.def.valueType);
    return z.unknown().check(protoChecked(valueType)).pipe(copyOf(schema, { valueType }));
  }
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable
  ) {
    return copyOf(schema, { innerType: inside(schema._zod.def.innerType) });
  }
  if (schema instanceof z.ZodUnion) {
    return copyOf(schema, { options: schema._zod.def.options.map(inside) });
  }
  if (schema instanceof z.ZodLazy) {
    const { getter } = schema._zod.def;
    return copyOf(schema, { getter: () => inside(getter()) });
  }
  if (schema instanceof z.ZodPipe) {
    return copyOf(schema, { out: inside(schema._zod.def.out) });
  }
  return schema;
}

/** zod leaves `__proto__` out of a map and looks at nothing there; who is given the object that was sent has it. */
function protoChecked(valueType: z.ZodType): Check {
  return ({ value, issues }) => {
    if (typeof value !== "object" || value === null) return;
    const own = Object.getOwnPropertyDescriptor(value, "__proto__");
    if (own === undefined) return;
    const { error } = valueType.safeParse(own.value);
    for (const { path, message } of error?.issues ?? []) {
      issues.push({ code: "custom", path: ["__proto__", ...path], message, input: own.value });
    }
  };
}

function copyOf<S extends z.ZodType>(
  schema: S,
  changes: Partial<S["_zod"]["def"]> & object,
): z.ZodType {
  return schema.clone({ ...schema._zod.def, ...changes });
}

/** The same schema with unknown members of the object itself kept: `x-kubernetes-preserve-unknown-fields`. */
export function keepUnknown<S extends z.ZodType>(schema: S): S;
export function keepUnknown(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) return copyOf(schema, { catchall: z.unknown() });
  if (schema instanceof z.ZodLazy) {
    const { getter } = schema._zod.def;
    return copyOf(schema, { getter: () => keepUnknown(getter() as z.ZodType) });
  }
  if (schema instanceof z.ZodPipe) {
    return copyOf(schema, { out: keepUnknown(schema._zod.def.out as z.ZodType) });
  }
  return schema;
}
