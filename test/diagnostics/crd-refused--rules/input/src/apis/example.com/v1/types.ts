import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is a widget. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

// +kubebuilder:validation:XValidation:rule="self.naem != ''"
// +kubebuilder:validation:XValidation:rule="self.name ="
// +kubebuilder:validation:XValidation:rule="self.name"
export interface WidgetSpec extends Base {
  name: string;
  // +kubebuilder:validation:XValidation:rule="self.all(a, self.all(b, a.contains(b)))"
  texts?: string[];
  parts?: Part[];
  bounded?: Bounded;
  // +kubebuilder:validation:XValidation:rule="self.least <= self.most",messageExpression="string(self.least) + ' is above'"
  // +kubebuilder:validation:XValidation:rule="self.least <= self.most",messageExpression="'%d is above'.format([self.least])"
  range?: Range;
}

export interface Range {
  least: int32;
  most: int32;
}

export interface Base {
  // +kubebuilder:validation:XValidation:rule="self.all(k, self[k] > oldSelf)"
  inherited?: Record<string, int32>;
}

export interface Part {
  // +kubebuilder:validation:XValidation:rule="self.matches('[')"
  // +kubebuilder:validation:items:XValidation:rule="self.all(a, a == self)"
  // +kubebuilder:validation:XValidation:rule="self.all(a, a.size() < 3)",messageExpression="'not ' + self"
  names?: string[];
}

// +kubebuilder:validation:MaxItems=3
// +kubebuilder:validation:items:MaxLength=3
// +kubebuilder:validation:XValidation:rule="self.all(a, self.all(b, a.contains(b)))"
export type Bounded = string[];
