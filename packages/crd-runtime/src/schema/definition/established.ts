import type { CustomResourceDefinitionStatus } from "../../apis/apiextensions.k8s.io/v1/types.js";

/** Whether a definition is served. */
export function isEstablished(status: CustomResourceDefinitionStatus | undefined): boolean {
  const conditions = status?.conditions ?? [];
  return conditions.some(({ type, status: is }) => type === "Established" && is === "True");
}
