import type { ObjectMeta, TypeMeta, int32 } from "crd-runtime";

/** Widget is a kind. */
// +kubebuilder:storageversion
// +kubebuilder:metadata:annotations=owner,labels="team=storage"
// +kubebuilder:printcolumn:name=Size,type=integer,JSONPath=.spec.size,priority=2147483648
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec?: WidgetSpec;
}

export interface WidgetSpec {
  size?: int32;
  mode?: string;
  ratio?: Record<string, string>;
}
