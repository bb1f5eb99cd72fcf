import type { int64, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Counter extends TypeMeta {
  metadata: ObjectMeta;
  // +kubebuilder:validation:Enum=9007199254740993;1
  one?: int64;
  // +kubebuilder:example=9007199254740993
  two?: int64;
  // +kubebuilder:validation:MaxLength=9007199254740993
  three?: string;
  // A number of 64 bits to controller-gen and the API server, too.
  // +kubebuilder:validation:Maximum=9223372036854775807
  // +kubebuilder:validation:Enum=9007199254740994
  four?: int64;
  // +kubebuilder:validation:items:Enum={"9007199254740993","1"}
  five?: string[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CounterList extends TypeMeta {
  metadata: ListMeta;
  items: Counter[];
}
