import type { ObjectMeta, TypeMeta } from "crd-runtime";
import type { Level, Limits, Policy, Rules } from "../../other.example.com/v1/types.js";
import type { Storage } from "../v1alpha1/types.js";

/** Database is applied with types of other versions and groups. */
// +genclient
// +genclient:onlyVerbs=create,apply
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  storage?: Storage;
  storages?: Storage[];
  policy?: Policy;
  policies?: Policy[];
  rules?: Rules;
  level?: Level;
  limits?: Limits;
}

/** Class contains the alpha version's storage, which contains Class. */
export interface Class {
  storage?: Storage;
}
