const env = [{ name: "DEPTH", valueFrom: { configMapKeyRef: { name: "crawler", key: "depth" } } }];
const spec = {
  strategy: { type: "Recreate" },
  env,
  ports: [{ containerPort: 80, protocol: "TCP" }],
  registry: { name: "" },
  template: {
    spec: {
      containers: [
        {
          name: "crawler",
          image: "crawler:1",
          ports: [
            { containerPort: 80, protocol: "TCP" },
            { containerPort: 80, protocol: "UDP" },
          ],
          resources: { limits: { memory: "1Gi", cpu: 2 } },
        },
      ],
    },
  },
};

/** What the program of the golden case builtin-kinds returns, of any API server. */
export const outcome = {
  event: "crawler 1",
  listed: { depth: "1" },
  stored: spec,
  defaulted: spec,
  untouched: [{ containerPort: 80 }],
  env: ["DEPTH", "LOG"],
  images: ["crawler:1", "proxy:1"],
};
