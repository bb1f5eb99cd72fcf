import type { Tag } from "../model/index.js";
import { text } from "../model/tag-arguments.js";
import { normalized, type Rule, rulesOf } from "./rules.js";

type PolicyRule = {
  readonly [list in
    | "apiGroups"
    | "nonResourceURLs"
    | "resourceNames"
    | "resources"]?: readonly string[];
} & { readonly verbs: readonly string[] };

/** A `rbac.authorization.k8s.io/v1` Role, or a ClusterRole, which has no namespace. */
export type Role = {
  readonly apiVersion: "rbac.authorization.k8s.io/v1";
  readonly kind: "ClusterRole" | "Role";
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly rules: readonly PolicyRule[];
};

/** The roles that markers ask for, by namespace and name: the ClusterRoles come first. */
export function rolesOf(input: {
  readonly markers: readonly Tag[];
  /** Of markers that give no name. */
  readonly roleName: string;
}): readonly Role[] {
  const roles = new Map<string, { namespace: string; name: string; rules: Rule[] }>();
  for (const tag of input.markers) {
    const namespace = text(tag, "namespace");
    const name = text(tag, "roleName") || input.roleName;
    const key = JSON.stringify([namespace, name]);
    const role = roles.get(key) ?? { namespace, name, rules: [] };
    role.rules.push(...rulesOf(tag));
    roles.set(key, role);
  }
  return [...roles.values()]
    .toSorted((a, b) => compare(a.namespace, b.namespace) || compare(a.name, b.name))
    .map(({ namespace, name, rules }) => ({
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: namespace === "" ? "ClusterRole" : "Role",
      metadata: { name, ...(namespace !== "" && { namespace }) },
      rules: normalized(rules).map(policyRule),
    }));
}

function policyRule({ groups, resources, resourceNames, urls, verbs }: Rule): PolicyRule {
  return {
    ...(groups.length > 0 && { apiGroups: groups }),
    ...(urls.length > 0 && { nonResourceURLs: urls }),
    ...(resourceNames.length > 0 && { resourceNames }),
    ...(resources.length > 0 && { resources }),
    verbs,
  };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
