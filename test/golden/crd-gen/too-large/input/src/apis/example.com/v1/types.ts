import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Laugh is a kind. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Laugh extends TypeMeta {
  metadata: ObjectMeta;
  spec: LaughSpec;
}

export interface LaughSpec {
  lol: Lol0;
}

export interface Lol0 {
  a: Lol1;
  b: Lol1;
}

export interface Lol1 {
  a: Lol2;
  b: Lol2;
}

export interface Lol2 {
  a: Lol3;
  b: Lol3;
}

export interface Lol3 {
  a: Lol4;
  b: Lol4;
}

export interface Lol4 {
  a: Lol5;
  b: Lol5;
}

export interface Lol5 {
  a: Lol6;
  b: Lol6;
}

export interface Lol6 {
  a: Lol7;
  b: Lol7;
}

export interface Lol7 {
  a: Lol8;
  b: Lol8;
}

export interface Lol8 {
  a: Lol9;
  b: Lol9;
}

export interface Lol9 {
  a: Lol10;
  b: Lol10;
}

export interface Lol10 {
  a: Lol11;
  b: Lol11;
}

export interface Lol11 {
  a: Lol12;
  b: Lol12;
}

export interface Lol12 {
  a: Lol13;
  b: Lol13;
}

export interface Lol13 {
  a: Lol14;
  b: Lol14;
}

export interface Lol14 {
  a: Lol15;
  b: Lol15;
}

export interface Lol15 {
  a: Lol16;
  b: Lol16;
}

export interface Lol16 {
  a: Lol17;
  b: Lol17;
}

export interface Lol17 {
  a: Lol18;
  b: Lol18;
}

export interface Lol18 {
  a: Lol19;
  b: Lol19;
}

export interface Lol19 {
  a: Lol20;
  b: Lol20;
}

export interface Lol20 {
  name: string;
}
