import type { Structural } from "../structural.js";
import { structuralOf } from "../structural-of.js";

const maxNameLength = 253;

/**
 * The schema of a resource with what rules see of every resource: kind, apiVersion, and of metadata the name and the generateName
 * alone, unless the schema has them all itself. Follows WithTypeAndObjectMeta of apiextensions-apiserver.
 */
export function withResourceMembers(schema: Structural): Structural {
  if (describesResource(schema)) return schema;
  const names = schema.properties.get("metadata")?.properties;
  const text = { type: "string" };
  const name = (member: string, longest: number) => ({
    ...text,
    maxLength: Math.min(names?.get(member)?.value.maxLength ?? longest, longest),
  });
  const metadata = {
    type: "object",
    properties: {
      name: name("name", maxNameLength),
      // What the server appends has one byte at least.
      generateName: name("generateName", maxNameLength - 1),
    },
  };
  const properties = new Map(schema.properties)
    .set("kind", structuralOf(text))
    .set("apiVersion", structuralOf(text))
    .set("metadata", structuralOf(metadata));
  return { ...schema, properties };
}

function describesResource(schema: Structural): boolean {
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
