import { z } from "zod";

/** An object without members. */
export const emptySchema: z.ZodType<object, object> = z.strictObject({});

/** One value of the schema, or a list of them. */
export function oneOrMany<S extends z.ZodType>(one: S): z.ZodUnion<readonly [S, z.ZodArray<S>]> {
  return z.union([one, z.array(one)]);
}

/** A value of the schema, or true or false. */
export function orBoolean<S extends z.ZodType>(one: S): z.ZodUnion<readonly [S, z.ZodBoolean]> {
  return z.union([one, z.boolean()]);
}

/**
 * One of several objects, told apart by a member that is another literal in each.
 *
 * @example
 * const sourceSchema: Schema<Source> = schema(() => byDiscriminant("type", [gitSchema, imageSchema]));
 */
export function byDiscriminant<const Cases extends readonly [z.ZodType, ...z.ZodType[]]>(
  discriminant: string,
  cases: Cases,
): z.ZodUnion<Cases> {
  // Lazy schemas have the literals of what they stand for, which zod's types do not know.
  const known = cases as unknown as readonly [
    z.core.$ZodTypeDiscriminable,
    ...z.core.$ZodTypeDiscriminable[],
  ];
  return z.discriminatedUnion(discriminant, known) as unknown as z.ZodUnion<Cases>;
}
