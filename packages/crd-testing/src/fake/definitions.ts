import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";

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

/**
 * Definitions for kinds that the server does not serve, which take objects of any content; one for each resource. A kind that it
 * serves in another version has a definition, by which this version is not served.
 */
export function definitionsFor(input: {
  readonly resources: readonly FakeResource[];
  readonly serves: (resource: FakeResource) => boolean;
}): readonly CustomResourceDefinition[] {
  const { resources, serves } = input;
  const byName = new Map<string, FakeResource[]>();
  for (const resource of resources) {
    // The core group and others without a dot cannot be defined: their kinds are there or not.
    if (!resource.group.includes(".")) continue;
    const name = nameOf(resource);
    byName.set(name, [...(byName.get(name) ?? []), resource]);
  }
  return [...byName.values()].filter((versions) => !versions.some(serves)).map(definitionOf);
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
    metadata: {
      name: nameOf(last),
      // Groups of Kubernetes' own need it.
      annotations: { "api-approved.kubernetes.io": "unapproved, for tests" },
    },
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
