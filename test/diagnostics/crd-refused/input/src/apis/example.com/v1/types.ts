import type { int32, JSON, ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is a widget. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

export interface WidgetSpec {
  // +kubebuilder:validation:Pattern=`^(?=a)`
  name: string;
  // +kubebuilder:validation:UniqueItems=true
  list?: string[];
  // +kubebuilder:validation:Schemaless
  anything?: JSON;
  // +kubebuilder:validation:XIntOrString
  number?: int32;
  // +kubebuilder:validation:EmbeddedResource
  resource?: string;
  // +kubebuilder:validation:XValidation:rule="self.all(a, self.all(b, a.contains(b)))",fieldPath=".nothing"
  texts?: string[];
  // +crd-project:schema={"not": {"type": "string"}}
  logic?: string;
}
