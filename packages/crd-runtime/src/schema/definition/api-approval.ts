import type { CustomResourceDefinition } from "../../apis/apiextensions.k8s.io/v1/types.js";
import { type FieldError, invalid, required } from "../field-error.js";
import { isRequestURI } from "../formats/uri.js";
import { text } from "../openapi/props.js";

const annotation = "api-approved.kubernetes.io";
const field = `metadata.annotations[${annotation}]`;
const proposal = "see https://github.com/kubernetes/enhancements/pull/1111";
const approvedURL = /^[a-zA-Z][a-zA-Z0-9+\-.]*:\/\/[^/?#]/;

type Approval = "approved" | "bypassed" | "invalid" | "missing";

/**
 * Groups of Kubernetes itself need an annotation that says where the API was approved. What an update leaves as it was is
 * no error.
 */
export function apiApprovalErrors(
  definition: CustomResourceDefinition,
  old: CustomResourceDefinition | undefined,
): readonly FieldError[] {
  if (!isProtected(text(definition.spec.group))) return [];
  const state = approvalOf(definition);
  if (old !== undefined && approvalOf(old) === state) return [];
  const must = `protected groups must have approval annotation "${annotation}"`;
  if (state === "missing") return [required(field, `${must}, ${proposal}`)];
  if (state !== "invalid") return [];
  const detail = `${must} with either a URL or a reason starting with "unapproved", ${proposal}`;
  return [invalid({ field, value: definition.metadata.annotations?.[annotation], detail })];
}

/** Whether a group is one of Kubernetes' own. */
function isProtected(group: string): boolean {
  return ["k8s.io", "kubernetes.io"].some((own) => group === own || group.endsWith(`.${own}`));
}

function approvalOf({ metadata }: CustomResourceDefinition): Approval {
  const value = text(metadata.annotations?.[annotation]);
  if (value === "") return "missing";
  if (value.startsWith("unapproved")) return "bypassed";
  return isRequestURI(value) && approvedURL.test(value) ? "approved" : "invalid";
}
