import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";
import type { Spec as NewerSpec } from "../v2/types.js";

/** As the function that this file would have for Spec. */
export const defaultSpec = "a";

/** As the parameter of the functions. */
export const object = "o";

/** As a type of crd-runtime, and as a global. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Scheme extends TypeMeta {
  metadata: ObjectMeta;
  spec?: Spec;
  newer?: NewerSpec;
  map?: Map;
  object?: Object;
}

export interface Spec {
  // +default=ref(defaultSpec)
  name?: string;
  // +default=ref(object)
  parameter?: string;
  // +default=ref(example.com/v2.defaultSpec)
  other?: string;
}

export interface Map {
  // +default=1
  object?: int32;
}

export interface Object {
  // +default=1
  item?: int32;
  items?: {
    // +default=2
    item?: int32;
    items?: Map[];
  }[][];
}

/** Its base function, and not the other function of its type. */
export interface Spec_more {
  name?: string;
}

export function setDefaults_Spec_more(object: Spec_more): void {
  if (object.name === undefined) object.name = "x";
}

export function setDefaults_Spec_more_still(object: Spec): void {
  if (object.name === undefined) object.name = "y";
}

export interface List {
  // +default="here"
  more?: string;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Holder extends TypeMeta {
  metadata: ObjectMeta;
  more?: Spec_more;
  list?: List;
}
