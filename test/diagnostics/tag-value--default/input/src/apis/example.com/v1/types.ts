import type { double, int32, JSON } from "crd-runtime";

// +k8s:defaulter-gen=TypeMeta
export interface Zone {
  // +default=standard
  a?: string;
  // +default='standard'
  b?: string;
  // +default={name: "a"}
  c?: Record<string, string>;
  // +default=ref()
  d?: string;
  // +default=ref(Name
  e?: string;
  // +default
  f?: string;
  // +default=1 # one
  g?: int32;
  // +default={"id": 9007199254740993}
  h?: JSON;
  // +kubebuilder:default={id: 9007199254740993}
  i?: JSON;
  // +default={"id": [-1e400, "1e400"]}
  j?: JSON;
  // +kubebuilder:default={id: 1e400}
  k?: JSON;
  // +kubebuilder:validation:Maximum=1e400
  // +kubebuilder:validation:Enum=1;1e400
  l?: double;
  // +default=9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999
  m?: JSON;
}

// +k8s:defaulter-gen=cover
export function setDefaults_Zone(object: Zone): void {
  object.a ??= "standard";
}
