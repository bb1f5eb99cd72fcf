import type { JsonObject } from "./json.js";
import type { Definition } from "./topic.js";

/** The whole object of a definition in short form. */
export function resourceDefinition(input: {
  readonly definition: Definition;
  readonly group: string;
}): JsonObject {
  const { definition, group } = input;
  const { plural, kind, scope = "Namespaced", names, spec, schema, version, versions } = definition;
  const openAPIV3Schema = schema ?? {
    type: "object",
    "x-kubernetes-preserve-unknown-fields": true,
  };
  const only = { name: "v1", served: true, storage: true, schema: { openAPIV3Schema } };
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope,
      names: { plural, kind, ...(names as object | undefined) },
      versions: versions ?? [{ ...only, ...(version as object | undefined) }],
      ...(spec as object | undefined),
    },
  };
}
