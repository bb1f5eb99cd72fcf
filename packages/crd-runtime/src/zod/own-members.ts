import { z } from "zod";

/**
 * The schema of an object with a member that every object inherits one of the name of, such as `constructor`: zod would take the
 * inherited one for a member that is absent.
 *
 * @example
 * const schema = ownMembers(z.strictObject({ constructor: z.string().exactOptional() }));
 */
export function ownMembers<S extends z.ZodObject>(schema: S): S;
export function ownMembers(schema: z.ZodObject): z.ZodType {
  // Literals are all that a union looks for in what comes first.
  const literals = Object.entries(schema.shape).filter(([, part]) => part instanceof z.ZodLiteral);
  return z.looseObject(Object.fromEntries(literals)).check(withoutInherited).pipe(schema);
}

function withoutInherited(payload: z.core.ParsePayload<object>): void {
  payload.value = Object.assign(Object.create(null) as object, payload.value);
}
