/** What a webhook may have, as `admissionregistration.k8s.io/v1` declares it. */
export type Shape =
  | { readonly kind: "string" | "integer" | "bytes" | "texts" | "map" }
  | { readonly kind: "list"; readonly item: Shape }
  | { readonly kind: "object"; readonly members: Readonly<Record<string, Member>> };

/** A member; Go writes one that is `kept` when it is empty, and a text that is `always` there even when nothing was said of it. */
export type Member = Shape & { readonly written?: "kept" | "always" };

const string = { kind: "string" } as const;
const texts = { kind: "texts" } as const;
const integer = { kind: "integer" } as const;

function object(members: Readonly<Record<string, Member>>): Shape {
  return { kind: "object", members };
}

const labelSelector = object({
  matchLabels: { kind: "map" },
  matchExpressions: {
    kind: "list",
    item: object({
      key: { ...string, written: "always" },
      operator: { ...string, written: "always" },
      values: texts,
    }),
  },
});

const clientConfig = object({
  url: { ...string, written: "kept" },
  service: object({
    namespace: { ...string, written: "always" },
    name: { ...string, written: "always" },
    path: { ...string, written: "kept" },
    port: integer,
  }),
  caBundle: { kind: "bytes" },
});

const rule = object({
  operations: texts,
  apiGroups: texts,
  apiVersions: texts,
  resources: texts,
  scope: { ...string, written: "kept" },
});

const matchCondition = object({
  name: { ...string, written: "always" },
  expression: { ...string, written: "always" },
});

const validating: Readonly<Record<string, Member>> = {
  name: { ...string, written: "always" },
  clientConfig: { ...clientConfig, written: "kept" },
  rules: { kind: "list", item: rule },
  failurePolicy: { ...string, written: "kept" },
  matchPolicy: { ...string, written: "kept" },
  namespaceSelector: { ...labelSelector, written: "kept" },
  objectSelector: { ...labelSelector, written: "kept" },
  sideEffects: { ...string, written: "kept" },
  timeoutSeconds: integer,
  admissionReviewVersions: { ...texts, written: "kept" },
  matchConditions: { kind: "list", item: matchCondition },
};

/** The members of a webhook. */
export function webhookShape(input: { readonly mutating: boolean }): Shape {
  return object(
    input.mutating
      ? { ...validating, reinvocationPolicy: { ...string, written: "kept" } }
      : validating,
  );
}
