import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  size?: string;
}

export function setDefaults_Databse(object: Database): void {
  object.spec.size ??= "1Gi";
}

export function SetDefaults_Database(object: Database): void {
  object.spec.size ??= "1Gi";
}

export function setDefaultsDatabaseSpec(object: DatabaseSpec): void {
  object.size ??= "1Gi";
}

export function setDefault_DatabaseSpec_size(object: DatabaseSpec): void {
  object.size ??= "1Gi";
}

export function setobjectdefaults_database(object: Database): void {
  object.spec.size ??= "1Gi";
}

function setDefaults_Database(object: Database): void {
  object.spec.size ??= "1Gi";
}

// Helpers with names of their own.
export function setDefaults(object: Database): void {
  setDefaults_Database(object);
}

export function setDefaultSize(object: DatabaseSpec): void {
  object.size ??= "1Gi";
}
