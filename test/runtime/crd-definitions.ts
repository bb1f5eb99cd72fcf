import type {
  CustomResourceDefinition,
  CustomResourceDefinitionVersion,
} from "crd-runtime/apiextensions/v1";

export const domain = "installed.example.com";

/** A version whose objects have a spec with a size. */
export function version(
  name: string,
  more: Partial<CustomResourceDefinitionVersion> = {},
): CustomResourceDefinitionVersion {
  const spec = { type: "object", properties: { size: { type: "integer" } } };
  const schema = { openAPIV3Schema: { type: "object", properties: { spec } } };
  return { name, served: true, storage: true, schema, ...more };
}

/** A definition in a group of its own. */
export function definitionOf(
  group: string,
  spec: Partial<CustomResourceDefinition["spec"]> = {},
): CustomResourceDefinition & { readonly metadata: { readonly name: string } } {
  const { plural = "widgets" } = spec.names ?? {};
  return {
    metadata: { name: `${plural}.${group}.${domain}` },
    spec: {
      group: `${group}.${domain}`,
      names: { plural: "widgets", kind: "Widget" },
      scope: "Namespaced",
      versions: [version("v1")],
      ...spec,
    },
  };
}
