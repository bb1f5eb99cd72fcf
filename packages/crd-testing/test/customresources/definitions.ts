import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";

/** A definition with one version, v1, that serves and stores. */
export function definition(input: {
  readonly plural: string;
  readonly kind: string;
  readonly group?: string;
  readonly singular?: string;
  readonly shortNames?: readonly string[];
  readonly scope?: "Cluster" | "Namespaced";
  readonly schema?: JSONSchemaProps;
  readonly version?: Readonly<Record<string, unknown>>;
  readonly versions?: readonly Readonly<Record<string, unknown>>[];
}) {
  const { plural, kind, group = "example.com", singular, shortNames, scope = "Namespaced" } = input;
  const schema = input.schema ?? { type: "object", "x-kubernetes-preserve-unknown-fields": true };
  const version = {
    name: "v1",
    served: true,
    storage: true,
    schema: { openAPIV3Schema: schema },
    ...input.version,
  };
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope,
      names: {
        plural,
        kind,
        ...(singular === undefined ? {} : { singular }),
        ...(shortNames === undefined ? {} : { shortNames }),
      },
      versions: [version, ...(input.versions ?? [])],
    },
  };
}
