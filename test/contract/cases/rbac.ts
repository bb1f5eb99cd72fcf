import type { Caller } from "../harness/contract-server.js";
import { at, isArray, isObject, type Json } from "../harness/json.js";
import type { RequestStep, Step, Topic } from "../harness/topic.js";
import { named, planets, widgets } from "./widgets.js";

const alice: Caller = { as: "user", name: "alice", groups: [] };

const dev: Caller = { as: "user", name: "dave", groups: ["dev"] };

const role = (
  name: string,
  rules: readonly { readonly [member: string]: readonly string[] }[],
): Step => ({
  POST: "roles",
  body: { metadata: { name }, rules: rules.map((rule) => ({ ...rule })) },
});

const bind = (name: string, to: string): Step => ({
  POST: "rolebindings",
  body: {
    metadata: { name },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: to },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "User", name: "alice" }],
  },
});

const allowed = (path: string, caller: Caller): Step => ({
  UNTIL: path,
  caller,
  holds: (_, status) => status !== 403,
  view: () => "allowed",
});

const rulesReviews = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

const rulesReview = (namespace: string): RequestStep => ({
  POST: rulesReviews,
  body: {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectRulesReview",
    spec: { namespace },
  },
  view: sorted,
});

export const rbac: Topic = {
  name: "rbac",
  definitions: [widgets, planets],
  cases: {
    "forbids what nothing allows, and says what": [
      { POST: "widgets", body: named("a")() },
      { GET: "widgets", caller: alice },
      { GET: "widgets/a", caller: alice },
      { WATCH: "w", of: "widgets", caller: alice },
      { POST: "widgets", body: named("b")(), caller: alice },
      { PUT: "widgets/a", body: named("a")(), caller: alice },
      { PATCH: "widgets/a", merge: {}, caller: alice },
      { PATCH: "widgets/none?fieldManager=x", apply: named("none")(), caller: alice },
      { DELETE: "widgets/a", caller: alice },
      { DELETE: "widgets", caller: alice },
      { GET: "widgets/a/status", caller: alice },
      { PUT: "widgets/a/scale", body: {}, caller: alice },
      { GET: "/apis/$(group)/v1/widgets", caller: alice },
      { GET: "planets", caller: alice },
      { GET: "planets/p", caller: alice },
      { GET: "configmaps", caller: alice },
      { GET: "configmaps/c", caller: alice },
      { GET: "/api/v1/namespaces/$(ns)", caller: alice },
      { POST: "namespaces", body: { metadata: { name: "x" } }, caller: alice },
      { GET: "/metrics", caller: alice },
      { GET: "/apis/missing.example.com/v1/things", caller: alice },
      { GET: "/missing", caller: alice },
      { GET: "customresourcedefinitions", caller: alice },
    ],
    "lets everybody discover": [
      { GET: "/apis", caller: alice, view: (body) => at(body, "kind") ?? body },
      { GET: "/api", caller: alice, view: (body) => at(body, "kind") ?? body },
      { GET: "/apis/$(group)/v1", caller: alice, view: (body) => at(body, "kind") ?? body },
      { GET: "/version", caller: alice, view: (body) => at(body, "major") ?? body },
      { GET: "/readyz", caller: alice },
    ],
    "allows what a role allows": [
      role("reader", [
        { apiGroups: ["$(group)"], resources: ["widgets"], verbs: ["get", "list", "watch"] },
      ]),
      bind("alice-reads", "reader"),
      allowed("widgets", alice),
      { POST: "widgets", body: named("a")() },
      { GET: "widgets/a", caller: alice },
      { WATCH: "w", of: "widgets?resourceVersion=$(rv:a)", caller: alice },
      { GET: "widgets/a/status", caller: alice },
      { DELETE: "widgets/a", caller: alice },
      { GET: "/apis/$(group)/v1/widgets", caller: alice },
      { GET: "widgets/a", caller: { as: "user", name: "bob", groups: [] } },
      { DELETE: "rolebindings/alice-reads" },
      { UNTIL: "widgets/a", caller: alice, holds: (_, status) => status === 403 },
    ],
    "by names, subresources and wildcards": [
      role("one", [
        {
          apiGroups: ["$(group)"],
          resources: ["widgets"],
          resourceNames: ["a"],
          verbs: ["get", "patch"],
        },
        { apiGroups: ["$(group)"], resources: ["widgets/status"], verbs: ["*"] },
        { apiGroups: ["*"], resources: ["configmaps"], verbs: ["list"] },
      ]),
      bind("alice-one", "one"),
      { POST: "widgets", body: named("a")() },
      { POST: "widgets", body: named("b")() },
      allowed("widgets/a", alice),
      { GET: "widgets/b", caller: alice },
      { GET: "widgets", caller: alice },
      { GET: "widgets?fieldSelector=metadata.name%3Da", caller: alice },
      { PATCH: "widgets/a", merge: {}, caller: alice },
      { PATCH: "widgets/b/status", merge: { status: { phase: "x" } }, caller: alice },
      { GET: "widgets/b/scale", caller: alice },
      { GET: "configmaps", caller: alice },
      { GET: "configmaps/a", caller: alice },
    ],
    "to groups, for the cluster and for other paths": [
      {
        POST: "clusterroles",
        body: {
          metadata: { name: "cluster-$(token)" },
          rules: [
            { apiGroups: ["$(group)"], resources: ["planets"], verbs: ["*"] },
            { nonResourceURLs: ["/metrics", "/logs/*"], verbs: ["get"] },
          ],
        },
      },
      {
        POST: "clusterrolebindings",
        body: {
          metadata: { name: "cluster-$(token)" },
          roleRef: {
            apiGroup: "rbac.authorization.k8s.io",
            kind: "ClusterRole",
            name: "cluster-$(token)",
          },
          subjects: [
            { apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "dev-$(token)" },
          ],
        },
      },
      allowed("planets", { as: "user", name: "dave", groups: ["dev-$(token)"] }),
      { GET: "planets", caller: dev },
      { DELETE: "clusterrolebindings/cluster-$(token)", view: () => "deleted" },
      { DELETE: "clusterroles/cluster-$(token)", view: () => "deleted" },
    ],
    "objects are checked": [
      { POST: "roles", body: { metadata: { name: "r" } } },
      { POST: "roles", body: { metadata: { name: "s" }, rules: [{}] } },
      {
        POST: "roles",
        body: {
          metadata: { name: "s" },
          rules: [{ apiGroups: [""], resources: ["x"], verbs: [] }],
        },
      },
      {
        POST: "roles",
        body: { metadata: { name: "s" }, rules: [{ nonResourceURLs: ["/x"], verbs: ["get"] }] },
      },
      {
        POST: "clusterroles?dryRun=All",
        body: { metadata: { name: "s" }, rules: [{ nonResourceURLs: ["/x*y"], verbs: ["get"] }] },
      },
      { POST: "roles", body: { metadata: { name: "a:b" }, rules: [] } },
      { POST: "rolebindings", body: { metadata: { name: "b" } } },
      {
        POST: "rolebindings",
        body: { metadata: { name: "b" }, roleRef: { kind: "Other", name: "" } },
      },
      {
        POST: "rolebindings",
        body: {
          metadata: { name: "b" },
          roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "r" },
          subjects: [
            { kind: "User" },
            { kind: "ServiceAccount", name: "s" },
            { kind: "Odd", name: "x" },
          ],
        },
      },
      {
        POST: "rolebindings",
        body: {
          metadata: { name: "c" },
          roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "r" },
          subjects: [
            { kind: "ServiceAccount", name: "s", namespace: "n" },
            { kind: "User", name: "u" },
          ],
        },
      },
      { PATCH: "rolebindings/c", merge: { roleRef: { name: "other" } } },
    ],
    "reviews say what is allowed": [
      {
        POST: "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
        body: {
          apiVersion: "authorization.k8s.io/v1",
          kind: "SelfSubjectAccessReview",
          spec: {
            resourceAttributes: {
              verb: "get",
              resource: "widgets",
              group: "$(group)",
              namespace: "$(ns)",
            },
          },
        },
        caller: alice,
      },
      {
        POST: "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
        body: {
          apiVersion: "authorization.k8s.io/v1",
          kind: "SelfSubjectAccessReview",
          spec: { nonResourceAttributes: { verb: "get", path: "/version" } },
        },
        caller: alice,
        view: (body) => at(body, "status", "allowed") ?? body,
      },
    ],
    "reviews list what is allowed": [
      role("mine", [
        {
          apiGroups: ["$(group)"],
          resources: ["widgets", "widgets/status"],
          verbs: ["get", "list"],
        },
        { apiGroups: [""], resources: ["secrets"], resourceNames: ["a", "b"], verbs: ["*"] },
      ]),
      bind("alice-mine", "mine"),
      bind("alice-missing", "missing"),
      allowed("widgets", alice),
      { ...rulesReview("$(ns)"), caller: alice },
      { ...rulesReview("other"), caller: alice },
      { ...rulesReview("$(ns)"), caller: { as: "user", name: "bob", groups: [] } },
      rulesReview("$(ns)"),
      { ...rulesReview(""), caller: alice },
      { POST: rulesReviews, body: { kind: "SelfSubjectRulesReview", spec: { namespace: 1 } } },
    ],
  },
};

/** Rules of several bindings come in the order of a Go map. */
function sorted(body: Json): Json {
  const status = at(body, "status");
  if (!isObject(status) || !isObject(body)) return body;
  const inOrder = ([name, member]: [string, Json]): [string, Json] => [
    name,
    isArray(member)
      ? [...member].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : member,
  ];
  return { ...body, status: Object.fromEntries(Object.entries(status).map(inOrder)) };
}
