import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import type { CrdSource } from "../envtest/crds/source.js";

/** A kind that a clientset has a client for. */
export interface FakeResource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Plural: `databases`. */
  readonly resource: string;
  readonly namespaced: boolean;
  /** Whether it has a status subresource. */
  readonly status: boolean;
}

/** Definitions of the kinds that have none, which take objects of any content. */
export function missingDefinitions(input: {
  readonly resources: readonly FakeResource[];
  readonly definitions: readonly CrdSource[];
}): readonly CustomResourceDefinition[] {
  const defined = new Set(input.definitions.map(({ definition }) => definition.metadata.name));
  const missing = new Map<string, FakeResource[]>();
  for (const resource of input.resources) {
    const name = nameOf(resource);
    if (!defined.has(name)) missing.set(name, [...(missing.get(name) ?? []), resource]);
  }
  return [...missing.values()].map(definitionOf);
}

function nameOf({ group, resource }: FakeResource): string {
  return `${resource}.${group}`;
}

/** All versions of a kind; the last one is stored. */
function definitionOf(versions: readonly FakeResource[]): CustomResourceDefinition {
  const last = versions.at(-1);
  if (last === undefined) throw new Error("a kind has at least one version");
  const { group, kind, resource, namespaced } = last;
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: nameOf(last) },
    spec: {
      group,
      names: { kind, plural: resource },
      scope: namespaced ? "Namespaced" : "Cluster",
      versions: versions.map((each) => ({
        name: each.version,
        served: true,
        storage: each === last,
        schema: {
          openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
        },
        ...(each.status ? { subresources: { status: {} } } : {}),
      })),
    },
  };
}
