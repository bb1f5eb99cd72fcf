import { goQuote } from "../status/index.js";
import {
  type ConditionState,
  findCondition,
  type StoredDefinition,
  sameCondition,
  withCondition,
} from "./definition.js";

/** Annotation that says who approved an API in a group of the Kubernetes community. */
export const approvedAnnotation = "api-approved.kubernetes.io";

/** Whether a group belongs to the Kubernetes community: definitions in it must be approved. */
export function isProtectedGroup(group: string): boolean {
  return ["k8s.io", "kubernetes.io"].some(
    (domain) => group === domain || group.endsWith(`.${domain}`),
  );
}

/**
 * Says in KubernetesAPIApprovalPolicyConformant how an API in a protected group was approved. Undefined: nothing changes.
 *
 * Follows apiapproval.KubernetesAPIApprovalPolicyConformantConditionController of apiextensions-apiserver.
 */
export function withApproval(input: {
  readonly definition: StoredDefinition;
  readonly now: string;
}): StoredDefinition | undefined {
  const { definition, now } = input;
  if (!isProtectedGroup(definition.spec.group)) return undefined;
  const condition = conditionOf(definition.metadata.annotations?.[approvedAnnotation] ?? "");
  if (sameCondition(condition, findCondition(definition, condition.type))) return undefined;
  return withCondition({ definition, condition, now });
}

function conditionOf(annotation: string): ConditionState {
  const type = "KubernetesAPIApprovalPolicyConformant";
  const see = "see https://github.com/kubernetes/enhancements/pull/1111";
  const rule = `protected groups must have approval annotation ${goQuote(approvedAnnotation)}`;
  if (annotation === "") {
    return { type, status: "False", reason: "MissingAnnotation", message: `${rule}, ${see}` };
  }
  if (annotation.startsWith("unapproved")) {
    const message = `not approved: ${goQuote(annotation)}`;
    return { type, status: "False", reason: "UnapprovedAnnotation", message };
  }
  if (isUrl(annotation)) {
    const message = `approved in ${annotation}`;
    return { type, status: "True", reason: "ApprovedAnnotation", message };
  }
  const message = `${rule} with either a URL or a reason starting with "unapproved", ${see}`;
  return { type, status: "False", reason: "InvalidAnnotation", message };
}

function isUrl(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#\s]/.test(text) && URL.canParse(text);
}
