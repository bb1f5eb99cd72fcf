import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { EmbeddedApiServer } from "crd-testing";

export const group = "example.com";
export const widgets = { group, version: "v1", resource: "widgets" };

/** A namespaced kind with all that a definition may have. */
export const widgetDefinition: CustomResourceDefinition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "widgets.example.com" },
  spec: {
    group,
    scope: "Namespaced",
    names: {
      plural: "widgets",
      singular: "widget",
      kind: "Widget",
      listKind: "WidgetList",
      shortNames: ["wd"],
      categories: ["all"],
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
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              spec: {
                type: "object",
                properties: { replicas: { type: "integer" }, size: { type: "string" } },
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

/** A server that serves widgets; its namespaces need not be made. */
export async function widgetServer(): Promise<EmbeddedApiServer> {
  return await EmbeddedApiServer.start({ crds: [widgetDefinition], namespaces: "implied" });
}

/** A widget to be created. */
export function widget(input: {
  readonly name: string;
  readonly replicas?: number;
  readonly labels?: Record<string, string>;
}) {
  const { name, replicas = 1, labels = {} } = input;
  return {
    apiVersion: "example.com/v1",
    kind: "Widget",
    metadata: { name, labels },
    spec: { replicas },
  };
}
