/**
 * What zod schemas of API types are made of: the code that zod-gen writes, and schemas of one's own. Needs `zod`, an optional
 * peer; nothing else of this package loads it.
 *
 * @example
 * import { z } from "zod";
 * import { maxLength, passthrough, quantitySchema, type Schema, schema } from "crd-runtime/zod";
 *
 * interface Volume {
 *   name: string;
 *   size?: Quantity;
 * }
 *
 * const volumeSchema: Schema<Volume> = schema(() =>
 *   z.strictObject({
 *     name: z.string().check(maxLength(63)),
 *     size: quantitySchema.exactOptional(),
 *   }),
 * );
 * passthrough(volumeSchema).parse(value);
 */
export * from "./zod/index.js";
