import { lowerCamel } from "./identifiers.js";

/** Names of the zod schemas of a type: `databaseSchema` and `databasePassthroughSchema`. */
export function schemaNames(type: string): {
  readonly strict: string;
  readonly passthrough: string;
} {
  const name = lowerCamel(type);
  return { strict: `${name}Schema`, passthrough: `${name}PassthroughSchema` };
}
