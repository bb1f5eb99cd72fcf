import {
  type LabelSelector,
  labelSelectorAsSelector,
  labelValueErrors,
  qualifiedNameErrors,
  SelectorError,
} from "crd-runtime";
import {
  type FieldError,
  forbidden,
  invalid,
  pathSegmentErrors,
  required,
} from "crd-runtime/schema";
import type { ApiObject } from "../object.js";
import type { ApiResource } from "../resources/resource.js";
import { builtInResource } from "./built-in-resource.js";
import { createdAtColumn, nameColumn } from "./columns.js";
import { clusterRole, role } from "./types/rbac.js";

interface PolicyRule {
  verbs?: string[] | null;
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
}

interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

/** A Role or ClusterRole as it is stored. */
interface Role extends ApiObject {
  rules: PolicyRule[] | null;
  aggregationRule?: { clusterRoleSelectors?: Selector[] };
}

const group = "rbac.authorization.k8s.io";
const columns = [nameColumn, createdAtColumn];

/** Roles; validation of rbac/validation. Whether the writer has what the role allows is not checked. */
export function roles(): ApiResource {
  return builtInResource({
    group,
    resource: "roles",
    kind: "Role",
    scope: "Namespaced",
    columns,
    rules: {
      type: role,
      prepareForCreate: storeRules,
      prepareForUpdate: ({ object }) => storeRules(object),
      validateName: pathSegmentErrors,
      allowCreateOnUpdate: true,
      validate: (object) => rulesErrors(object as Role, "Namespaced"),
    },
  });
}

/** ClusterRoles. Aggregation is left to controllers, as in the server. */
export function clusterRoles(): ApiResource {
  return builtInResource({
    group,
    resource: "clusterroles",
    kind: "ClusterRole",
    scope: "Cluster",
    columns,
    rules: {
      type: clusterRole,
      prepareForCreate: storeRules,
      prepareForUpdate: ({ object }) => storeRules(object),
      validateName: pathSegmentErrors,
      allowCreateOnUpdate: true,
      validate: (object) => [
        ...rulesErrors(object as Role, "Cluster"),
        ...aggregationErrors(object as Role),
      ],
    },
  });
}

/** Protobuf, in which the server stores roles, knows no empty list. */
function storeRules(object: ApiObject): void {
  const { rules } = object;
  if (Array.isArray(rules) && rules.length === 0) object["rules"] = null;
}

function rulesErrors(object: Role, scope: "Cluster" | "Namespaced"): readonly FieldError[] {
  const rules = object.rules ?? [];
  const withoutVerbs = rules
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => (rule.verbs ?? []).length === 0);
  return [
    ...rules.flatMap((rule, index) => ruleErrors({ rule, scope, path: `rules[${index}]` })),
    // The server has this one from its declarative validation, which comes last.
    ...withoutVerbs.map(({ index }) => required(`rules[${index}].verbs`)),
  ];
}

function ruleErrors(input: {
  readonly rule: PolicyRule;
  readonly scope: "Cluster" | "Namespaced";
  readonly path: string;
}): readonly FieldError[] {
  const { rule, scope, path } = input;
  const { nonResourceURLs = [], apiGroups = [], resources = [], resourceNames = [] } = rule;
  const errors: FieldError[] = [];
  if (nonResourceURLs.length > 0) {
    const at = { field: `${path}.nonResourceURLs`, value: nonResourceURLs };
    if (scope === "Namespaced") {
      const detail = "namespaced rules cannot apply to non-resource URLs";
      errors.push(invalid({ ...at, detail }));
    }
    if (apiGroups.length + resources.length + resourceNames.length > 0) {
      const detail = "rules cannot apply to both regular resources and non-resource URLs";
      errors.push(invalid({ ...at, detail }));
    }
    return errors;
  }
  if (apiGroups.length === 0) {
    errors.push(required(`${path}.apiGroups`, "resource rules must supply at least one api group"));
  }
  if (resources.length === 0) {
    errors.push(required(`${path}.resources`, "resource rules must supply at least one resource"));
  }
  return errors;
}

function aggregationErrors({ aggregationRule }: Role): readonly FieldError[] {
  if (aggregationRule === undefined) return [];
  const path = "aggregationRule.clusterRoleSelectors";
  const selectors = aggregationRule.clusterRoleSelectors ?? [];
  if (selectors.length === 0) {
    return [
      required(path, "at least one clusterRoleSelector required if aggregationRule is non-nil"),
    ];
  }
  return selectors.flatMap((selector, index) => selectorErrors(selector, `${path}[${index}]`));
}

/** Follows validation.ValidateLabelSelector of apimachinery. */
function selectorErrors(selector: Selector, path: string): readonly FieldError[] {
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    const field = `${path}.matchLabels`;
    for (const detail of qualifiedNameErrors(key))
      errors.push(invalid({ field, value: key, detail }));
    for (const detail of labelValueErrors(value)) errors.push(invalid({ field, value, detail }));
  }
  for (const [index, expression] of (selector.matchExpressions ?? []).entries()) {
    const at = `${path}.matchExpressions[${index}]`;
    const { key, operator, values = [] } = expression;
    if (operator === "In" || operator === "NotIn") {
      if (values.length === 0) {
        const detail = "must be specified when `operator` is 'In' or 'NotIn'";
        errors.push(required(`${at}.values`, detail));
      }
    } else if (operator === "Exists" || operator === "DoesNotExist") {
      if (values.length > 0) {
        const detail = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
        errors.push(forbidden(`${at}.values`, detail));
      }
    } else {
      const detail = "not a valid selector operator";
      errors.push(invalid({ field: `${at}.operator`, value: operator, detail }));
    }
    for (const detail of qualifiedNameErrors(key)) {
      errors.push(invalid({ field: `${at}.key`, value: key, detail }));
    }
    for (const [position, value] of values.entries()) {
      for (const detail of labelValueErrors(value)) {
        errors.push(invalid({ field: `${at}.values[${position}]`, value, detail }));
      }
    }
  }
  if (!isSelector(selector)) {
    errors.push(invalid({ field: path, value: null, detail: "invalid label selector." }));
  }
  return errors;
}

function isSelector(selector: Selector): boolean {
  try {
    // Operators that there are not are among what it refuses.
    labelSelectorAsSelector(selector as LabelSelector);
    return true;
  } catch (error) {
    if (error instanceof SelectorError) return false;
    throw error;
  }
}
