import type { JSONSchemaProps } from "./schema.js";

/** The schema of a kind's type as a root: its metadata is the API server's, whatever the type says. */
export function rootSchema(type: JSONSchemaProps): JSONSchemaProps {
  const { required = [], properties = {}, ...rest } = type;
  const named = required.filter((name) => name !== "metadata");
  return {
    ...rest,
    properties: { ...properties, metadata: { type: "object" } },
    ...(named.length === 0 ? {} : { required: named }),
  };
}
