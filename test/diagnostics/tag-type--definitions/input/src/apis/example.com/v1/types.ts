import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

// +kubebuilder:object:root=true
// +kubebuilder:resource
export interface Volume extends TypeMeta {
  metadata: ObjectMeta;
  spec: VolumeSpec;
}

export interface VolumeSpec {
  // +k8s:minimum=3
  class: string;
  // +k8s:maxLength=3
  size: int32;
  // +k8s:eachVal=+k8s:minItems=3
  zones: string[];
  // +k8s:eachVal=+k8s:maxLength=3
  zone: string;
  // +k8s:maxProperties=3
  labels: string[];
  // +k8s:listType=set
  host: string;
  // +k8s:maxItems=-3
  hosts: string[];
  // +k8s:minimum=5
  // +k8s:maximum=3
  replicas: int32;
  // +k8s:listType=map
  mounts: Mount[];
  // +k8s:listType=map
  // +k8s:listMapKey=nam
  named: Mount[];
  // +k8s:listMapKey=name
  keyed: Mount[];
  // Those of which only one generator knows.
  // +k8s:format=k8s-uid
  uid: string;
  // +kubebuilder:validation:Minimum=3
  path: string;
}

export interface Mount {
  name: string;
}
