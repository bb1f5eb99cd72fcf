import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is a widget. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +crd-project:omit=apiVersion, kinds
// +crd-project:preserveUnknownFields=true
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

// +crd-project:presence=oneOf(mode; text && (mode
export interface WidgetSpec {
  mode?: string;
  // +crd-project:items:formats=ipv4 | ipv6
  text?: string[];
  // +crd-project:additionalProperties:presence=!a && !b
  more?: Record<string, More>;
}

export interface More {
  a?: string;
  b?: string;
}
