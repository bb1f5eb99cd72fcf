import type { int32 } from "crd-runtime";

export interface SourceSpec {
  // +k8s:unionMember
  inline?: string;
  // +k8s:unionMember
  configMap?: Reference;
  // +k8s:unionMember
  labels?: Record<string, string>;
  // +k8s:unionDiscriminator(union: "store")
  type: "Disk" | "Memory" | "none";
  // +k8s:unionMember(union: "store")
  disk?: Reference;
  // +k8s:unionMember(union: "store")
  memory?: Reference;
  // +k8s:zeroOrOneOfMember(union: "size")
  minAvailable?: int32;
  // +k8s:zeroOrOneOfMember(union: "size")
  maxUnavailable?: int32;
  // +k8s:dependentRequired("user")
  // +k8s:dependentForbidden(token)
  password?: string;
  user?: string;
  token?: string;
  nested?: {
    // +k8s:unionDiscriminator
    kind?: string;
    // +k8s:unionMember(memberName: "first")
    "first-one"?: string;
    // +k8s:unionMember
    second?: string[];
  };
}

export interface Reference {
  name: string;
}
