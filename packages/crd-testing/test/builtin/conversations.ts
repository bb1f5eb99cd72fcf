import type { Call } from "../customresources/api-server.js";

const namespace = "builtin-crd-testing";
const core = `/api/v1/namespaces/${namespace}`;
const rbac = "/apis/rbac.authorization.k8s.io/v1";

function post(path: string, body: unknown): Call {
  return { method: "POST", path, body };
}

function put(path: string, body: unknown): Call {
  return { method: "PUT", path, body };
}

function patch(path: string, body: unknown, type = "merge-patch"): Call {
  return { method: "PATCH", path, body, headers: { "content-type": `application/${type}+json` } };
}

function get(path: string): Call {
  return { method: "GET", path };
}

function remove(path: string): Call {
  return { method: "DELETE", path };
}

/** A namespace of their own is made before, and goes after. */
function within(calls: readonly Call[]): readonly Call[] {
  return [
    post("/api/v1/namespaces", { metadata: { name: namespace } }),
    ...calls,
    remove(`/api/v1/namespaces/${namespace}`),
    put(`/api/v1/namespaces/${namespace}/finalize`, { metadata: { name: namespace }, spec: {} }),
  ];
}

/** Requests that are sent to both servers, one after another. */
export const conversations: Readonly<Record<string, readonly Call[]>> = {
  namespaces: [
    post("/api/v1/namespaces", {
      metadata: { name: "a.b" },
      spec: { finalizers: ["x", "example.com/y"] },
    }),
    post("/api/v1/namespaces", { metadata: { name: namespace, labels: { a: "b" } } }),
    patch(`/api/v1/namespaces/${namespace}`, {
      spec: { finalizers: null },
      status: { phase: "Terminating" },
    }),
    patch(`/api/v1/namespaces/${namespace}/status`, { status: { phase: "Terminating" } }),
    post(`${core}/configmaps`, { metadata: { name: "a" } }),
    remove(`/api/v1/namespaces/${namespace}`),
    remove(`/api/v1/namespaces/${namespace}`),
    post(`${core}/configmaps`, { metadata: { name: "b" } }),
    put(`${core}/configmaps/a`, { metadata: { name: "a" }, data: { x: "y" } }),
    remove(`${core}/configmaps/a`),
    put(`/api/v1/namespaces/${namespace}/finalize`, { metadata: { name: namespace }, spec: {} }),
    get(`/api/v1/namespaces/${namespace}`),
    post(`${core}/configmaps`, { metadata: { name: "b" } }),
    remove("/api/v1/namespaces/default"),
    remove("/api/v1/namespaces"),
  ],
  "config maps": within([
    post(`${core}/configmaps`, {
      metadata: { name: "a" },
      data: { c: "z" },
      binaryData: { c: "YQ==" },
    }),
    post(`${core}/configmaps`, { metadata: { name: "a" }, data: { "a b": "x" } }),
    post(`${core}/configmaps`, { metadata: { name: "a" }, data: { "..": "x" } }),
    post(`${core}/configmaps`, { metadata: { name: "a" }, data: { "..x": "x" } }),
    post(`${core}/configmaps`, { metadata: { name: "a" }, data: { c: 1 } }),
    post(`${core}/configmaps`, { metadata: { name: "a" }, data: [] }),
    post(`${core}/configmaps?fieldValidation=Strict`, {
      metadata: { name: "a", foo: 1 },
      zork: {},
    }),
    post(`${core}/configmaps`, { metadata: { name: "a", foo: 1 }, zork: {}, data: { a: "b" } }),
    patch(`${core}/configmaps/a`, { immutable: true }),
    patch(`${core}/configmaps/a`, { immutable: null, data: { a: "c" } }),
    patch(`${core}/configmaps/a`, { data: { a: "c" } }, "strategic-merge-patch"),
    put(`${core}/configmaps/b`, { metadata: { name: "b" } }),
    post(`${core}/configmaps`, { metadata: { name: "big" }, data: { a: "x".repeat(1_048_577) } }),
    remove(`${core}/configmaps/a`),
  ]),
  secrets: within([
    post(`${core}/secrets`, {
      metadata: { name: "a" },
      stringData: { a: "b" },
      data: { a: "eA==", c: "eA==" },
    }),
    get(`${core}/secrets/a`),
    patch(`${core}/secrets/a`, { type: "other" }),
    put(`${core}/secrets/a`, { metadata: { name: "a" }, type: "", data: { a: "eA==" } }),
    post(`${core}/secrets`, { metadata: { name: "t" }, type: "kubernetes.io/tls" }),
    post(`${core}/secrets`, { metadata: { name: "t" }, type: "kubernetes.io/basic-auth" }),
    post(`${core}/secrets`, { metadata: { name: "t" }, type: "kubernetes.io/ssh-auth" }),
    post(`${core}/secrets`, { metadata: { name: "t" }, type: "kubernetes.io/dockercfg" }),
    post(`${core}/secrets`, { metadata: { name: "t" }, type: "kubernetes.io/dockerconfigjson" }),
    post(`${core}/secrets`, {
      metadata: { name: "t" },
      type: "kubernetes.io/service-account-token",
    }),
    post(`${core}/secrets`, { metadata: { name: "t" }, data: { a: "!" } }),
  ]),
  "service accounts": within([
    post(`${core}/serviceaccounts`, {
      metadata: { name: "a" },
      secrets: [{ name: "x" }],
      imagePullSecrets: [{ name: "y" }],
    }),
    patch(`${core}/serviceaccounts/a`, { secrets: [{ name: "z" }] }, "strategic-merge-patch"),
    remove(`${core}/serviceaccounts/a`),
  ]),
  leases: within([
    put(`/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases/a`, {
      metadata: { name: "a", namespace },
      spec: {
        holderIdentity: "me",
        leaseDurationSeconds: 10,
        renewTime: "2026-01-01T00:00:00.123456Z",
        strategy: "OldestEmulationVersion",
      },
    }),
    put(`/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases/a`, {
      metadata: { name: "a" },
      spec: {},
    }),
    patch(`/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases/a`, {
      spec: { leaseDurationSeconds: 0, leaseTransitions: -1 },
    }),
    post(`/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`, {
      metadata: { name: "b" },
    }),
  ]),
  events: within([
    post(`${core}/events`, { metadata: { name: "a" }, involvedObject: { namespace: "other" } }),
    post(`${core}/events`, {
      metadata: { name: "a" },
      involvedObject: { namespace, name: "x", kind: "Foo" },
      count: 1,
      lastTimestamp: "2026-01-01T01:00:00+01:00",
    }),
    get(`/apis/events.k8s.io/v1/namespaces/${namespace}/events/a`),
    post(`${core}/events`, {
      metadata: { name: "b" },
      involvedObject: { namespace },
      eventTime: "2026-01-01T00:00:00.000000Z",
    }),
    post(`/apis/events.k8s.io/v1/namespaces/${namespace}/events`, {
      metadata: { name: "c" },
      regarding: { namespace },
      eventTime: "2026-01-01T00:00:00.000000Z",
      reportingController: "example.com/c",
      reportingInstance: "i",
      action: "Act",
      reason: "Why",
      type: "Normal",
      note: "n",
    }),
    get(`${core}/events/c`),
  ]),
  roles: within([
    post(`${rbac}/namespaces/${namespace}/roles`, { metadata: { name: "a" } }),
    post(`${rbac}/namespaces/${namespace}/roles`, {
      metadata: { name: "b" },
      rules: [{ verbs: ["get"], nonResourceURLs: ["/x"] }, { verbs: ["get"] }],
    }),
    post(`${rbac}/namespaces/${namespace}/rolebindings`, {
      metadata: { name: "a" },
      roleRef: { kind: "Role", name: "a" },
      subjects: [
        { kind: "User", name: "jane" },
        { kind: "ServiceAccount", name: "sa", namespace },
      ],
    }),
    patch(`${rbac}/namespaces/${namespace}/rolebindings/a`, { roleRef: { name: "other" } }),
    post(`${rbac}/namespaces/${namespace}/rolebindings`, {
      metadata: { name: "b" },
      roleRef: { kind: "Other", name: "a/b", apiGroup: "x" },
      subjects: [
        { kind: "User", name: "jane", apiGroup: "x" },
        { kind: "Nobody", name: "x" },
      ],
    }),
    post(`${rbac}/clusterroles`, {
      metadata: { name: "builtin-crd-testing" },
      aggregationRule: {
        clusterRoleSelectors: [{ matchExpressions: [{ key: "a", operator: "In" }] }],
      },
    }),
  ]),
  reviews: [
    post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", {
      spec: { resourceAttributes: { verb: "get", resource: "pods" } },
    }),
    post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", { spec: {} }),
    post("/apis/authorization.k8s.io/v1/subjectaccessreviews", {
      spec: {
        resourceAttributes: { verb: "get", resource: "pods" },
        nonResourceAttributes: { verb: "get", path: "/" },
      },
    }),
    post("/apis/authorization.k8s.io/v1/subjectaccessreviews", {
      spec: { user: "jane", nonResourceAttributes: { verb: "delete", path: "/" } },
    }),
    post("/apis/authorization.k8s.io/v1/subjectaccessreviews", {
      spec: {
        user: "jane",
        groups: ["system:masters"],
        nonResourceAttributes: { verb: "delete", path: "/" },
      },
    }),
    post("/apis/authentication.k8s.io/v1/tokenreviews", { spec: {} }),
  ],
};
