import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

/** Cache declares apiVersion and kind again, with comments of its own, and says what they are. */
// +genclient
// +genclient:onlyVerbs=get,apply
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Cache extends TypeMeta {
  /** The group and version of a cache. */
  apiVersion?: string;
  /** Always Cache. */
  kind?: "Cache";
  metadata: ObjectMeta;
  /** What is made for each client. */
  template: Template;
  templates?: Template[];
  source?: Source;
}

/** Template is no kind, and has the members of one. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Template extends TypeMeta, Named {
  /** Of what is made. */
  kind?: string;
  size?: int32;
}

/** Source refers to an object: its members are its own. */
export interface Source {
  apiVersion?: string;
  kind: "ConfigMap" | "Secret";
  name: string;
}

export interface Named {
  /** Given by whoever writes it. */
  apiVersion?: string;
  name?: string;
}
