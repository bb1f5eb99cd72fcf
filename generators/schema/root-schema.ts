import { type ApiType, isRequired } from "../model/index.js";
import type { JSONSchemaProps } from "./schema.js";

/**
 * The schema of a kind as a root: its metadata is the API server's, whatever the type says, and required only where it is
 * tagged so.
 */
export function rootSchema(input: {
  readonly schema: JSONSchemaProps;
  readonly type: ApiType;
}): JSONSchemaProps {
  const { required = [], properties = {}, ...rest } = input.schema;
  const isAsked = asksForMetadata(input.type);
  const named = required.filter((name) => name !== "metadata" || isAsked);
  return {
    ...rest,
    properties: { ...properties, metadata: { type: "object" } },
    ...(named.length === 0 ? {} : { required: named }),
  };
}

/** Every kind has metadata, so that its type has it without `?`: of that nothing follows. */
function asksForMetadata({ declaration }: ApiType): boolean {
  if (declaration.kind === "alias") return false;
  const member = declaration.members.find(({ name }) => name === "metadata");
  return (
    member !== undefined &&
    isRequired({ tags: member.tags, optional: true, optionalByDefault: true })
  );
}
