import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";

/** Databases with status and scale, defaults, limits, a set and a map of lists. */
export function databases(group = "example.com"): CustomResourceDefinition {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `databases.${group}` },
    spec: {
      group,
      scope: "Namespaced",
      names: {
        plural: "databases",
        singular: "database",
        kind: "Database",
        listKind: "DatabaseList",
      },
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          subresources: {
            status: {},
            scale: {
              specReplicasPath: ".spec.replicas",
              statusReplicasPath: ".status.replicas",
              labelSelectorPath: ".status.selector",
            },
          },
          additionalPrinterColumns: [
            { name: "Engine", type: "string", jsonPath: ".spec.engine", description: "the engine" },
            { name: "Age", type: "date", jsonPath: ".metadata.creationTimestamp" },
          ],
          schema: {
            openAPIV3Schema: {
              type: "object",
              properties: {
                spec: {
                  type: "object",
                  properties: {
                    engine: { type: "string", default: "postgres" },
                    replicas: { type: "integer", minimum: 0, maximum: 10 },
                    tags: {
                      type: "array",
                      "x-kubernetes-list-type": "set",
                      items: { type: "string" },
                    },
                    users: {
                      type: "array",
                      "x-kubernetes-list-type": "map",
                      "x-kubernetes-list-map-keys": ["name"],
                      items: {
                        type: "object",
                        required: ["name"],
                        properties: { name: { type: "string" }, role: { type: "string" } },
                      },
                    },
                  },
                },
                status: {
                  type: "object",
                  properties: {
                    replicas: { type: "integer" },
                    selector: { type: "string" },
                    phase: { type: "string" },
                  },
                },
              },
            },
          },
        },
      ],
    },
  };
}

/** Cluster-scoped regions that take anything. */
export function regions(group = "example.com"): CustomResourceDefinition {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `regions.${group}` },
    spec: {
      group,
      scope: "Cluster",
      names: { plural: "regions", singular: "region", kind: "Region", listKind: "RegionList" },
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
          },
        },
      ],
    },
  };
}
