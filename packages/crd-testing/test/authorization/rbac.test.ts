import { describe, expect, it } from "vitest";
import { type Attributes, alwaysAllow } from "../../src/apiserver/authorization/authorizer.js";
import {
  type Binding,
  type RoleSource,
  rbacAuthorizer,
  rbacRules,
  ruleAllows,
} from "../../src/apiserver/authorization/rbac.js";
import { type PolicyRule, rulesOf } from "../../src/apiserver/authorization/rules.js";

const list: Attributes = {
  user: { name: "jane", groups: ["dev", "system:authenticated"] },
  verb: "list",
  isResourceRequest: true,
  path: "/apis/example.com/v1/namespaces/default/databases",
  group: "example.com",
  version: "v1",
  resource: "databases",
  subresource: "",
  namespace: "default",
  name: "",
};
const reader: PolicyRule = {
  verbs: ["get", "list"],
  apiGroups: ["example.com"],
  resources: ["databases"],
};

describe("a rule", () => {
  it.each<readonly [string, PolicyRule, Partial<Attributes>, boolean]>([
    ["that names everything", reader, {}, true],
    ["without the verb", { ...reader, verbs: ["get"] }, {}, false],
    ["with every verb", { ...reader, verbs: ["*"] }, {}, true],
    ["of another group", { ...reader, apiGroups: [""] }, {}, false],
    ["of every group", { ...reader, apiGroups: ["*"] }, {}, true],
    ["of another resource", { ...reader, resources: ["queues"] }, {}, false],
    ["of every resource", { ...reader, resources: ["*"] }, { subresource: "status" }, true],
    ["of the resource alone", reader, { subresource: "status" }, false],
    [
      "of the subresource",
      { ...reader, resources: ["databases/status"] },
      { subresource: "status" },
      true,
    ],
    [
      "of that subresource of every resource",
      { ...reader, resources: ["*/status"] },
      { subresource: "status" },
      true,
    ],
    [
      "of another subresource",
      { ...reader, resources: ["*/scale"] },
      { subresource: "status" },
      false,
    ],
    ["with the name", { ...reader, resourceNames: ["orders"] }, { name: "orders" }, true],
    ["with another name", { ...reader, resourceNames: ["orders"] }, { name: "carts" }, false],
    ["with a name, for a list", { ...reader, resourceNames: ["orders"] }, {}, false],
    ["for paths, on a resource", { verbs: ["*"], nonResourceURLs: ["*"] }, {}, false],
    ["with nothing in it", {}, {}, false],
  ])("%s", (_title, rule, change, expected) => {
    expect(ruleAllows({ rule, attributes: { ...list, ...change } })).toBe(expected);
  });

  it.each([
    [["/healthz"], "/healthz", true],
    [["/healthz"], "/healthz/etcd", false],
    [["/healthz/*"], "/healthz/etcd", true],
    [["*"], "/anything", true],
    [["/apis*"], "/apis/example.com", true],
    [["/metrics"], "/healthz", false],
  ])("for the paths %j and %s: %j", (nonResourceURLs, path, expected) => {
    const attributes = { ...list, isResourceRequest: false, verb: "get", path };
    expect(ruleAllows({ rule: { verbs: ["get"], nonResourceURLs }, attributes })).toBe(expected);
  });
});

function sourceOf(parts: {
  readonly clusterRoleBindings?: readonly Binding[];
  readonly roleBindings?: Readonly<Record<string, readonly Binding[]>>;
}): RoleSource {
  return {
    clusterRoleBindings: () => parts.clusterRoleBindings ?? [],
    roleBindings: (namespace) => parts.roleBindings?.[namespace] ?? [],
    clusterRole: (name) => (name === "reader" ? [reader] : undefined),
    role: ({ namespace, name }) =>
      namespace === "default" && name === "local-reader" ? [reader] : undefined,
  };
}

const clusterReader = { kind: "ClusterRole", name: "reader" };

describe("rbacAuthorizer", () => {
  it.each<readonly [string, Binding["subjects"], Partial<Attributes>, boolean]>([
    ["the user", [{ kind: "User", name: "jane" }], {}, true],
    ["another user", [{ kind: "User", name: "joe" }], {}, false],
    ["a group", [{ kind: "Group", name: "dev" }], {}, true],
    ["a user named like the group", [{ kind: "User", name: "dev" }], {}, false],
    [
      "a service account",
      [{ kind: "ServiceAccount", name: "robot", namespace: "ops" }],
      { user: { name: "system:serviceaccount:ops:robot", groups: [] } },
      true,
    ],
    ["nobody", null, {}, false],
  ])("a cluster-wide binding for %s", async (_title, subjects, change, allowed) => {
    const authorize = rbacAuthorizer(
      sourceOf({ clusterRoleBindings: [{ roleRef: clusterReader, subjects }] }),
    );
    expect(await authorize({ ...list, ...change })).toMatchObject({ allowed });
  });

  it("keeps a binding of a namespace to it, for roles and cluster roles", async () => {
    const subjects = [{ kind: "User", name: "jane" }];
    const authorize = rbacAuthorizer(
      sourceOf({
        roleBindings: {
          default: [{ roleRef: { kind: "Role", name: "local-reader" }, subjects }],
          other: [{ roleRef: clusterReader, subjects }],
        },
      }),
    );
    expect(await authorize(list)).toEqual({ allowed: true });
    expect(await authorize({ ...list, namespace: "other" })).toEqual({ allowed: true });
    expect(await authorize({ ...list, namespace: "third" })).toMatchObject({ allowed: false });
    expect(await authorize({ ...list, namespace: "" })).toMatchObject({ allowed: false });
  });

  it("says which role a binding misses", async () => {
    const subjects = [{ kind: "User", name: "jane" }];
    const authorize = rbacAuthorizer(
      sourceOf({
        clusterRoleBindings: [{ roleRef: { kind: "ClusterRole", name: "gone" }, subjects }],
      }),
    );
    expect(await authorize(list)).toEqual({
      allowed: false,
      reason: 'RBAC: clusterrole.rbac.authorization.k8s.io "gone" not found',
    });
  });
});

describe("rbacRules", () => {
  const { user } = list;
  const subjects = [{ kind: "User", name: "jane" }];

  it("lists what is bound to the user, in the cluster and in the namespace", async () => {
    const rulesFor = rbacRules(
      sourceOf({
        clusterRoleBindings: [
          { roleRef: clusterReader, subjects },
          { roleRef: clusterReader, subjects: [{ kind: "User", name: "joe" }] },
        ],
        roleBindings: { default: [{ roleRef: { kind: "Role", name: "local-reader" }, subjects }] },
      }),
    );
    expect(rulesFor({ user, namespace: "default" })).toEqual({
      resourceRules: [reader, reader],
      nonResourceRules: [],
      incomplete: false,
      evaluationError: undefined,
    });
    expect(rulesFor({ user, namespace: "other" }).resourceRules).toEqual([reader]);
  });

  it("says which roles are missing, each once", () => {
    const missing = (name: string): Binding => ({
      roleRef: { kind: "ClusterRole", name },
      subjects,
    });
    const errorOf = (...names: string[]): string | undefined =>
      rbacRules(sourceOf({ clusterRoleBindings: names.map(missing) }))({ user, namespace: "a" })
        .evaluationError;
    expect(errorOf("a", "a")).toBe('clusterrole.rbac.authorization.k8s.io "a" not found');
    expect(errorOf("a", "b")).toBe(
      '[clusterrole.rbac.authorization.k8s.io "a" not found, clusterrole.rbac.authorization.k8s.io "b" not found]',
    );
  });
});

describe("rulesOf", () => {
  it("knows what an authorizer allows that allows everything, and nothing of others", () => {
    const { user } = list;
    expect(rulesOf(alwaysAllow)({ user, namespace: "a" })).toEqual({
      resourceRules: [{ verbs: ["*"], apiGroups: ["*"], resources: ["*"] }],
      nonResourceRules: [{ verbs: ["*"], nonResourceURLs: ["*"] }],
      incomplete: false,
    });
    expect(rulesOf(() => ({ allowed: true }))({ user, namespace: "a" })).toMatchObject({
      resourceRules: [],
      incomplete: true,
    });
  });
});
