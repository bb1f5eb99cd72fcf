import type { int32 } from "crd-runtime";

export interface Source {
  // +k8s:unionDiscriminator
  type: "First" | "Other";
  // +k8s:unionMember
  first?: string;
  // +k8s:unionMember
  second?: string;
  // +k8s:unionMember(union: "a")
  "is-always": string;
  // +k8s:dependentRequired("usr")
  password?: string;
  // +k8s:dependentForbidden("user")
  user?: string;
  // +k8s:unionDiscriminator(union: "b")
  count?: int32;
  // +k8s:unionMember(union: "b")
  last?: string;
}
