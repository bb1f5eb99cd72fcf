import type { Condition, LabelSelector, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Claim has members everywhere that are called as those of every object. */
// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Claim extends TypeMeta {
  metadata: ObjectMeta;
  spec: ClaimSpec;
  status?: ClaimStatus;
}

/** What a claim is for. */
export interface Reference {
  apiVersion?: string;
  kind: string;
  namespace?: string;
  name: string;
}

export interface ClaimSpec extends Reference {
  metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
  /** Selects by labels, and by owner. */
  from?: Selector;
}

export interface Selector extends LabelSelector {
  owner?: string;
}

/** Holds itself. */
export interface ClaimStatus {
  conditions?: ClaimCondition[];
  parts?: ClaimStatus[];
}

export interface ClaimCondition extends Condition {
  severity?: "Info" | "Warning";
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ClaimList extends TypeMeta {
  metadata: ListMeta;
  items: Claim[];
}
