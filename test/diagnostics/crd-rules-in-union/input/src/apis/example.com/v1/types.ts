import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Volume extends TypeMeta {
  metadata: ObjectMeta;
  source: Source;
}

export type Source = Disk | Bucket;

// +kubebuilder:validation:XValidation:rule="self.name != 'none'"
export interface Disk {
  type: "disk";
  // +kubebuilder:validation:XValidation:rule="self.startsWith('/')"
  name: string;
}

export interface Bucket {
  type: "bucket";
  name: string;
}
