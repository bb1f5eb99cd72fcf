import type { JSON, ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is a widget. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

export interface WidgetSpec {
  // +crd-project:schema:replace={"type":"string","x-kubernetes-validations":[{"rule":"self != ''"}],"additionalProperties":{"type":"string","x-kubernetes-validations":[{"rule":"self != ''"}]}}
  text?: JSON;
  // +crd-project:schema:replace={"type":"string","x-kubernetes-validations":[{"rule":"self != ''"}],"additionalProperties":{"type":"object","properties":{"a":{"type":"string","x-kubernetes-validations":[{"rule":"self != ''"}]}}}}
  deeper?: JSON;
  untyped?: Untyped;
}

// +kubebuilder:validation:XValidation:rule="has(self.name)"
export interface Untyped {
  name?: string;
  // +crd-project:schema:replace={"x-kubernetes-preserve-unknown-fields":true,"properties":{"size":{"type":"integer","x-kubernetes-validations":[{"rule":"self > 0"}]}}}
  anything?: JSON;
}
