import type { User } from "../http.js";
import type { Attributes, Authorizer, Decision } from "./authorizer.js";

/** A rule of a role; rbac.authorization.k8s.io/v1 PolicyRule. */
export interface PolicyRule {
  readonly verbs?: readonly string[] | null | undefined;
  readonly apiGroups?: readonly string[] | null | undefined;
  readonly resources?: readonly string[] | null | undefined;
  readonly resourceNames?: readonly string[] | null | undefined;
  readonly nonResourceURLs?: readonly string[] | null | undefined;
}

/** Whom a binding is for. */
export interface Subject {
  readonly kind: string;
  readonly name: string;
  /** Of service accounts. */
  readonly namespace?: string | undefined;
}

/** A RoleBinding or ClusterRoleBinding. */
export interface Binding {
  readonly roleRef: { readonly kind: string; readonly name: string };
  readonly subjects?: readonly Subject[] | null | undefined;
}

/** The RBAC objects as they are now. */
export interface RoleSource {
  clusterRoleBindings(): readonly Binding[];
  roleBindings(namespace: string): readonly Binding[];
  /** Undefined: there is no such role. */
  clusterRole(name: string): readonly PolicyRule[] | undefined;
  role(reference: {
    readonly namespace: string;
    readonly name: string;
  }): readonly PolicyRule[] | undefined;
}

/** Authorizes through RBAC objects; the rules of kube-apiserver's RBAC authorizer. */
export function rbacAuthorizer(source: RoleSource): Authorizer {
  return (attributes): Decision => {
    const missing: string[] = [];
    const { namespace } = attributes;
    const allows = (binding: Binding, where: string): boolean => {
      if (!(binding.subjects ?? []).some((subject) => isMeant({ subject, attributes, where })))
        return false;
      const { kind, name } = binding.roleRef;
      const rules =
        kind === "Role" ? source.role({ namespace: where, name }) : source.clusterRole(name);
      if (rules === undefined) {
        missing.push(
          `${kind.toLowerCase()}.rbac.authorization.k8s.io ${JSON.stringify(name)} not found`,
        );
        return false;
      }
      return rules.some((rule) => ruleAllows({ rule, attributes }));
    };
    const allowed =
      source.clusterRoleBindings().some((binding) => allows(binding, "")) ||
      (namespace !== "" &&
        source.roleBindings(namespace).some((binding) => allows(binding, namespace)));
    if (allowed) return { allowed };
    const reason = reasonOf(missing);
    return { allowed, reason };
  };
}

function reasonOf(missing: readonly string[]): string | undefined {
  if (missing.length === 0) return undefined;
  const [only = ""] = missing;
  return `RBAC: ${missing.length === 1 ? only : `[${missing.join(", ")}]`}`;
}

function isMeant(input: {
  readonly subject: Subject;
  readonly attributes: { readonly user: User };
  readonly where: string;
}): boolean {
  const { subject, attributes, where } = input;
  const { user } = attributes;
  switch (subject.kind) {
    case "User":
      return subject.name === user.name;
    case "Group":
      return user.groups.includes(subject.name);
    case "ServiceAccount": {
      const namespace = subject.namespace || where;
      return namespace !== "" && user.name === `system:serviceaccount:${namespace}:${subject.name}`;
    }
    default:
      return false;
  }
}

/** Whether a rule allows a request. */
export function ruleAllows(input: {
  readonly rule: PolicyRule;
  readonly attributes: Attributes;
}): boolean {
  const { rule, attributes } = input;
  if (!hasOrStar(rule.verbs, attributes.verb)) return false;
  if (!attributes.isResourceRequest) {
    return (rule.nonResourceURLs ?? []).some((url) => urlMatches(url, attributes.path));
  }
  const { group, resource, subresource, name } = attributes;
  const names = rule.resourceNames ?? [];
  const wanted = subresource === "" ? resource : `${resource}/${subresource}`;
  return (
    hasOrStar(rule.apiGroups, group) &&
    (rule.resources ?? []).some(
      (each) =>
        each === "*" || each === wanted || (subresource !== "" && each === `*/${subresource}`),
    ) &&
    (names.length === 0 || names.includes(name))
  );
}

function hasOrStar(list: readonly string[] | null | undefined, value: string): boolean {
  return (list ?? []).some((each) => each === "*" || each === value);
}

function urlMatches(pattern: string, path: string): boolean {
  if (pattern === "*" || pattern === path) return true;
  return pattern.endsWith("*") && path.startsWith(pattern.replace(/\*+$/, ""));
}
