import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  size?: Size;
}

export type Size = string;

export function setDefaults_Database(): void {}

export function setDefaults_Database_spec(object: DatabaseSpec): void {
  object.size ??= "1Gi";
}

export function setDefaults_Database_more(object: Database, size: string): void {
  object.spec.size ??= size;
}

export async function setDefaults_Database_later(object: Database): Promise<void> {
  object.spec.size ??= "1Gi";
}

export function setDefaults_Database_copy(object: Database): Database {
  return { ...object };
}

export function setDefaults_Database_untyped(object): void {
  object.spec.size ??= "1Gi";
}

export const setObjectDefaults_Database = (objects: Database[]): void => {
  for (const object of objects) object.spec.size ??= "1Gi";
};

export function setDefaults_Size(size: Size): void {
  size ||= "1Gi";
}

/** An optional parameter is nobody's business. */
export function setDefaults_DatabaseSpec(object: DatabaseSpec, size = "1Gi"): void {
  object.size ??= size;
}
