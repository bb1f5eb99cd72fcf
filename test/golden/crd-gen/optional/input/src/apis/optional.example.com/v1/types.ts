import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Lax is a kind of a version whose members are optional unless they say otherwise. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Lax extends TypeMeta {
  metadata: ObjectMeta;

  spec: LaxSpec;
}

// +kubebuilder:validation:AtMostOneOf=plain;omitted
export interface LaxSpec {
  plain: string;
  omitted?: string;
  // +required
  required: string;
  // +kubebuilder:validation:Required
  requiredToo?: string;
  // +k8s:immutable
  immutable: string;
}
