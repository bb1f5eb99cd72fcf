import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  covered?: Covered;
}

export interface Covered {
  inner?: Inner;
}

/** Only below a function that covers it, which calls the one of this type. */
export interface Inner {
  size?: string;
}

export interface Unused {
  size?: string;
}

// +k8s:defaulter-gen=covers
export function setDefaults_Covered(object: Covered): void {
  if (object.inner) setDefaults_Inner(object.inner);
}

export function setDefaults_Inner(object: Inner): void {
  object.size ??= "1Gi";
}

export function setDefaults_Unused(object: Unused): void {
  object.size ??= "1Gi";
}
