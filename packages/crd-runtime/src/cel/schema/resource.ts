import type { Structural } from "../../schema/structural.js";

/**
 * Whether the schema of a resource has all that rules see of a resource, so that nothing is added to it, and nothing limited.
 * Follows WithTypeAndObjectMeta of apiextensions-apiserver.
 */
export function describesResource(schema: Structural): boolean {
  const metadata = schema.properties.get("metadata");
  const isText = (member: Structural | undefined): boolean => member?.type === "string";
  return (
    isText(schema.properties.get("kind")) &&
    isText(schema.properties.get("apiVersion")) &&
    metadata?.type === "object" &&
    isText(metadata.properties.get("name")) &&
    isText(metadata.properties.get("generateName"))
  );
}
