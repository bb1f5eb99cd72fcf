import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Policy has no apply configuration: doc.ts says so. */
export interface Policy {
  name: string;
  rules: { verb: string }[];
}

export type Rules = { verb: string }[];

export type Limits = Record<string, { verb: string }>;

export type Level = "Low" | "High";

/** Role is applied as any part of it. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Role extends TypeMeta {
  metadata: ObjectMeta;
  policy: Policy;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface RoleList extends TypeMeta {
  metadata: ListMeta;
  items: Role[];
}
