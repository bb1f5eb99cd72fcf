import type { JsonObject } from "../object.js";

/** Objects that are there from the start, as a create would take them. */
export interface BootstrapObject {
  readonly group: string;
  readonly resource: string;
  readonly object: JsonObject;
}

const rbac = "rbac.authorization.k8s.io";

/** Namespaces that a cluster begins with. */
export const systemNamespaces: readonly string[] = [
  "default",
  "kube-node-lease",
  "kube-public",
  "kube-system",
];

/**
 * Namespaces, and the roles and bindings that kube-apiserver itself makes, as far as they are about what is served here.
 * `admin`, `edit` and `view` have rules for the built-in kinds that are served; in a real cluster they aggregate further
 * roles, which is done by a controller.
 */
export function bootstrapObjects(): readonly BootstrapObject[] {
  return [
    ...systemNamespaces.map((name) => ({
      group: "",
      resource: "namespaces",
      object: { apiVersion: "v1", kind: "Namespace", metadata: { name } },
    })),
    ...clusterRoles.map(({ name, rules }) => ({
      group: rbac,
      resource: "clusterroles",
      object: { apiVersion: `${rbac}/v1`, kind: "ClusterRole", metadata: metadata(name), rules },
    })),
    ...clusterRoleBindings.map(({ name, groups }) => ({
      group: rbac,
      resource: "clusterrolebindings",
      object: {
        apiVersion: `${rbac}/v1`,
        kind: "ClusterRoleBinding",
        metadata: metadata(name),
        subjects: groups.map((group) => ({ kind: "Group", apiGroup: rbac, name: group })),
        roleRef: { apiGroup: rbac, kind: "ClusterRole", name },
      },
    })),
  ];
}

function metadata(name: string): JsonObject {
  return {
    name,
    labels: { "kubernetes.io/bootstrapping": "rbac-defaults" },
    annotations: { "rbac.authorization.kubernetes.io/autoupdate": "true" },
  };
}

const read = ["get", "list", "watch"];
const write = ["create", "delete", "deletecollection", "patch", "update"];
const data = ["configmaps", "serviceaccounts"];
const leases = { apiGroups: ["coordination.k8s.io"], resources: ["leases"] };

const clusterRoles = [
  {
    name: "cluster-admin",
    rules: [
      { verbs: ["*"], apiGroups: ["*"], resources: ["*"] },
      { verbs: ["*"], nonResourceURLs: ["*"] },
    ],
  },
  {
    name: "system:discovery",
    rules: [
      {
        verbs: ["get"],
        nonResourceURLs: [
          "/api",
          "/api/*",
          "/apis",
          "/apis/*",
          "/healthz",
          "/livez",
          "/openapi",
          "/openapi/*",
          "/readyz",
          "/version",
          "/version/",
        ],
      },
    ],
  },
  {
    name: "system:public-info-viewer",
    rules: [
      {
        verbs: ["get"],
        nonResourceURLs: ["/healthz", "/livez", "/readyz", "/version", "/version/"],
      },
    ],
  },
  {
    name: "system:basic-user",
    rules: [
      {
        verbs: ["create"],
        apiGroups: ["authorization.k8s.io"],
        resources: ["selfsubjectaccessreviews", "selfsubjectrulesreviews"],
      },
      {
        verbs: ["create"],
        apiGroups: ["authentication.k8s.io"],
        resources: ["selfsubjectreviews"],
      },
    ],
  },
  {
    name: "view",
    rules: [
      { verbs: read, apiGroups: [""], resources: [...data, "events", "namespaces"] },
      { verbs: read, ...leases },
    ],
  },
  {
    name: "edit",
    rules: [
      { verbs: [...read, ...write], apiGroups: [""], resources: [...data, "secrets", "events"] },
      { verbs: read, apiGroups: [""], resources: ["namespaces"] },
      { verbs: [...read, ...write], ...leases },
    ],
  },
  {
    name: "admin",
    rules: [
      { verbs: [...read, ...write], apiGroups: [""], resources: [...data, "secrets", "events"] },
      { verbs: read, apiGroups: [""], resources: ["namespaces"] },
      { verbs: [...read, ...write], ...leases },
      { verbs: [...read, ...write], apiGroups: [rbac], resources: ["rolebindings", "roles"] },
      {
        verbs: ["create"],
        apiGroups: ["authorization.k8s.io"],
        resources: ["localsubjectaccessreviews"],
      },
    ],
  },
];

const clusterRoleBindings = [
  { name: "cluster-admin", groups: ["system:masters"] },
  { name: "system:basic-user", groups: ["system:authenticated"] },
  { name: "system:discovery", groups: ["system:authenticated"] },
  {
    name: "system:public-info-viewer",
    groups: ["system:authenticated", "system:unauthenticated"],
  },
];
