/** What a webhook may have, as `admissionregistration.k8s.io/v1` declares it. */
export type Shape =
  | { readonly kind: "string" | "integer" | "bytes" | "texts" | "map" }
  | { readonly kind: "list"; readonly item: Shape }
  | { readonly kind: "object"; readonly members: Readonly<Record<string, Member>> };

/** A member; one that is `kept` is written even when it is empty. */
export type Member = Shape & { readonly kept?: true };

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
      key: { ...string, kept: true },
      operator: { ...string, kept: true },
      values: texts,
    }),
  },
});

const clientConfig = object({
  url: { ...string, kept: true },
  service: object({
    namespace: { ...string, kept: true },
    name: { ...string, kept: true },
    path: { ...string, kept: true },
    port: integer,
  }),
  caBundle: { kind: "bytes" },
});

const rule = object({
  operations: texts,
  apiGroups: texts,
  apiVersions: texts,
  resources: texts,
  scope: { ...string, kept: true },
});

const matchCondition = object({
  name: { ...string, kept: true },
  expression: { ...string, kept: true },
});

const validating: Readonly<Record<string, Member>> = {
  name: { ...string, kept: true },
  clientConfig: { ...clientConfig, kept: true },
  rules: { kind: "list", item: rule },
  failurePolicy: { ...string, kept: true },
  matchPolicy: { ...string, kept: true },
  namespaceSelector: { ...labelSelector, kept: true },
  objectSelector: { ...labelSelector, kept: true },
  sideEffects: { ...string, kept: true },
  timeoutSeconds: integer,
  admissionReviewVersions: { ...texts, kept: true },
  matchConditions: { kind: "list", item: matchCondition },
};

/** The members of a webhook. */
export function webhookShape(input: { readonly mutating: boolean }): Shape {
  return object(
    input.mutating ? { ...validating, reinvocationPolicy: { ...string, kept: true } } : validating,
  );
}
