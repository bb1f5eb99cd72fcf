import { z } from "zod";
import type { DeepReadonly } from "../meta/index.js";
import { loose } from "./loose.js";

/** A schema whose values go in and come out as `T`. */
export type Schema<T> = z.ZodType<T, T>;

type KeyOf<T> = string extends keyof T ? string : keyof T;

/**
 * Nothing to add where the values of a schema are those of a type; else what tsc says about the schema. A list of the type may be
 * readonly.
 */
type Same<Output, T> = [Output, KeyOf<Output>, KeyOf<T>] extends [T, KeyOf<T>, KeyOf<Output>]
  ? [T] extends [Output]
    ? unknown
    : [T] extends [DeepReadonly<Output>]
      ? unknown
      : OutOfDate
  : OutOfDate;

interface OutOfDate {
  readonly "the schema is not that of the type: run plop regenerate": never;
}

const looseTwin = Symbol("loose twin");

interface Twins {
  readonly [looseTwin]: z.ZodType;
}

/**
 * The type of what stands at a place of `T`: members by their names, items of lists at `number`, values of maps at `string`; null and
 * what can be left out do not count.
 *
 * @example
 * type Port = At<Database, ["spec", "ports", number]>;
 */
export type At<T, Keys extends readonly unknown[]> = Keys extends readonly [
  infer Key,
  ...infer Rest,
]
  ? Key extends keyof NonNullable<T>
    ? At<NonNullable<T>[Key], Rest>
    : never
  : NonNullable<T>;

/**
 * The schema of a declared type: made when it is first needed, so that types may hold each other, and a module loads without
 * making any. Does not compile when it is not that of the type, in either direction.
 *
 * @example
 * const nodeSchema: Schema<Node> = schema(() =>
 *   z.strictObject({ name: z.string(), children: z.array(nodeSchema).exactOptional() }),
 * );
 */
export function schema<T, S extends z.ZodType>(make: () => S & Same<z.output<S>, T>): Schema<T> {
  let strict: S | undefined;
  const made = (): S => {
    strict ??= make();
    return strict;
  };
  const twins: Twins = { [looseTwin]: z.lazy(() => passthrough(made())) };
  // That input and output are T is what `Same` has seen.
  return Object.assign(z.lazy(made), twins) as z.ZodType as Schema<T>;
}

/**
 * The same schema with members of objects kept that it does not know, at any depth; a strict one reports them.
 *
 * @example
 * const database = passthrough(databaseSchema).parse(JSON.parse(text));
 */
export function passthrough<S extends z.ZodType>(strict: S): Schema<z.output<S>> {
  return (twinOf(strict) ?? loose({ schema: strict, twinOf })) as Schema<z.output<S>>;
}

function twinOf(schema: z.ZodType): z.ZodType | undefined {
  return looseTwin in schema ? (schema as z.ZodType & Twins)[looseTwin] : undefined;
}
