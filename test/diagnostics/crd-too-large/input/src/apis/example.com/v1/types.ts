import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Database objects. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  top: Level1;
}

export interface Level1 {
  m0: Level2;
  m1: Level2;
}

export interface Level2 {
  m0: Level3;
  m1: Level3;
}

export interface Level3 {
  m0: Level4;
  m1: Level4;
}

export interface Level4 {
  m0: Level5;
  m1: Level5;
}

export interface Level5 {
  m0: Level6;
  m1: Level6;
}

export interface Level6 {
  m0: Level7;
  m1: Level7;
}

export interface Level7 {
  m0: Level8;
  m1: Level8;
}

export interface Level8 {
  m0: Level9;
  m1: Level9;
}

export interface Level9 {
  m0: Level10;
  m1: Level10;
}

export interface Level10 {
  m0: Level11;
  m1: Level11;
}

export interface Level11 {
  m0: Level12;
  m1: Level12;
}

export interface Level12 {
  m0: Level13;
  m1: Level13;
}

export interface Level13 {
  m0: Level14;
  m1: Level14;
}

export interface Level14 {
  m0: Level15;
  m1: Level15;
}

export interface Level15 {
  m0: Level16;
  m1: Level16;
}

export interface Level16 {
  m0: Level17;
  m1: Level17;
}

export interface Level17 {
  m0: Level18;
  m1: Level18;
}

export interface Level18 {
  m0: string;
  m1: string;
}
