/** A CRD of the benchmark: a plain schema, no CEL. */
export function definition(index = 0) {
  const plural = index === 0 ? "widgets" : `widgets${index}`;
  const kind = index === 0 ? "Widget" : `Widget${index}`;
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.bench.example.com` },
    spec: {
      group: "bench.example.com",
      scope: "Namespaced",
      names: { plural, kind, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: { openAPIV3Schema: schema },
        },
      ],
    },
  };
}

const text = { type: "string" };
const schema = {
  type: "object",
  properties: {
    spec: {
      type: "object",
      required: ["image"],
      properties: {
        image: { type: "string", minLength: 1, maxLength: 200 },
        replicas: { type: "integer", format: "int32", minimum: 0, default: 1 },
        mode: { type: "string", enum: ["Fast", "Safe"] },
        parameters: { type: "object", additionalProperties: text },
        ports: {
          type: "array",
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["name"],
          items: {
            type: "object",
            required: ["name"],
            properties: { name: text, port: { type: "integer", minimum: 1, maximum: 65535 } },
          },
        },
        args: { type: "array", items: text },
      },
    },
    status: { type: "object", properties: { phase: text } },
  },
};

/** An object of about 1.6 KB as the server returns it. */
export function widget(index) {
  return {
    apiVersion: "bench.example.com/v1",
    kind: "Widget",
    metadata: {
      name: `widget-${String(index).padStart(6, "0")}`,
      labels: { app: "bench", shard: String(index % 10) },
      annotations: { "example.com/owner": "the team that runs the benchmark" },
    },
    spec: {
      image: `registry.example.com/widgets/server:1.${index % 100}`,
      replicas: index % 5,
      mode: index % 2 === 0 ? "Fast" : "Safe",
      parameters: {
        max_connections: "200",
        timeout: "30s",
        region: "eu-central-1",
        index: String(index),
        motto:
          "objects of real users have some text in them, such as a query, a script or a template, as here",
        selector: "environment in (production, staging), tier notin (frontend, cache), !canary",
        query: "sum by (pod) (rate(http_requests_total{job='widget',code='500'}[5m])) > 100",
      },
      ports: [
        { name: "http", port: 8080 },
        { name: "metrics", port: 9090 },
      ],
      args: ["--verbose", "--config=/etc/widget/config.yaml", "--cache=/var/cache/widget"],
    },
  };
}

export const collection = "/apis/bench.example.com/v1/namespaces/default/widgets";
