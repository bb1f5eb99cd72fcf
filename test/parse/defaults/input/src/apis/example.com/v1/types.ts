import type { int32, JSON, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:deepcopy-gen=true
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
  // +default=ref(text)
  text?: string;
  // +default=ref(template)
  template?: string;
  // +default=ref(cast)
  cast?: string;
  // +default=ref(negative)
  negative?: int32;
  // +default=ref(./constants.js.positive)
  positive?: JSON;
  // +default=ref(example.com/v1.list)
  list?: JSON;
  // +default=ref(object)
  object?: JSON;
  // +default=ref(computed)
  computed?: int32;
  // +default=ref(spread)
  spread?: JSON;
  // +default=ref(method)
  method?: JSON;
  // +default=ref(short)
  short?: JSON;
  // +default=ref(other)
  other?: string;
  // +default=ref(../../../settings.far)
  far?: string;
  // +default=ref(@scope/package.near)
  near?: string;
  // +kubebuilder:default={}
  empty?: string[] | null;
  // +kubebuilder:default={}
  bare?: Record<string, string>;
  // +kubebuilder:default={"a;b"}
  // +default=["a;b"]
  both?: string[];
  inline?: {
    // +default=1
    inner?: int32;
  };
}

// +default={"level": 3}
export interface Level {
  level?: int32;
}
