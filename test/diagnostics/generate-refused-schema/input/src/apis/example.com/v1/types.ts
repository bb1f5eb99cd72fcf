import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +kubebuilder:validation:XValidation:rule="self.replicas < self.most"
export interface DatabaseSpec {
  // +kubebuilder:validation:XValidation:rule="self"
  replicas: int32;
  // +kubebuilder:validation:XValidation:rule="self.all(zone, self.all(other, zone == other || zone.contains(other)))"
  zones?: string[];
}

export interface NameSpec {
  // +kubebuilder:validation:Pattern=`^(?=a)`
  name?: string;
}

/** No kind, and in none. */
export interface JobSpec {
  // +kubebuilder:validation:MaxLength=20
  // +kubebuilder:validation:XValidation:rule="self.matches('(')"
  name: string;
}
