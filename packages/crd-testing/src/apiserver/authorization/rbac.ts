import type { User } from "../http.js";
import type { Attributes, Authorizer, Decision } from "./authorizer.js";
import type { PolicyRule, RuleResolver } from "./rules.js";

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
    for (const { rules, problem } of rolesFor({ ...attributes, source })) {
      if (problem !== undefined) missing.push(problem);
      if (rules.some((rule) => ruleAllows({ rule, attributes }))) return { allowed: true };
    }
    const reason = missing.length === 0 ? undefined : `RBAC: ${aggregate(missing)}`;
    return { allowed: false, reason };
  };
}

/** Lists the rules that RBAC objects give a user. */
export function rbacRules(source: RoleSource): RuleResolver {
  return ({ user, namespace }) => {
    const found = [...rolesFor({ user, namespace, source })];
    const rules = found.flatMap((each) => each.rules);
    const problems = found.flatMap(({ problem }) => problem ?? []);
    return {
      resourceRules: rules.filter(({ resources }) => (resources ?? []).length > 0),
      nonResourceRules: rules.filter(({ nonResourceURLs }) => (nonResourceURLs ?? []).length > 0),
      incomplete: false,
      evaluationError: problems.length === 0 ? undefined : aggregate(problems),
    };
  };
}

/** The roles that are bound to a user in a namespace, those for the whole cluster first. */
function* rolesFor(input: {
  readonly source: RoleSource;
  readonly user: User;
  /** `""`: only in the whole cluster. */
  readonly namespace: string;
}): Generator<{ readonly rules: readonly PolicyRule[]; readonly problem?: string }> {
  const { source, user, namespace } = input;
  for (const where of namespace === "" ? [""] : ["", namespace]) {
    const bindings = where === "" ? source.clusterRoleBindings() : source.roleBindings(where);
    for (const { subjects, roleRef } of bindings) {
      if (!(subjects ?? []).some((subject) => isMeant({ subject, user, where }))) continue;
      const { kind, name } = roleRef;
      const rules =
        kind === "Role" ? source.role({ namespace: where, name }) : source.clusterRole(name);
      yield rules === undefined ? { rules: [], problem: notFoundText(roleRef) } : { rules };
    }
  }
}

function notFoundText({ kind, name }: Binding["roleRef"]): string {
  return `${kind.toLowerCase()}.rbac.authorization.k8s.io ${JSON.stringify(name)} not found`;
}

/** Several errors as one; NewAggregate of apimachinery. */
function aggregate(errors: readonly string[]): string {
  const [only = "", ...others] = new Set(errors);
  return others.length === 0 ? only : `[${[only, ...others].join(", ")}]`;
}

function isMeant(input: {
  readonly subject: Subject;
  readonly user: User;
  readonly where: string;
}): boolean {
  const { subject, user, where } = input;
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
