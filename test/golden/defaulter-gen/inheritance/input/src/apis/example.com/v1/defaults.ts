import { record } from "./calls.js";
import type { Base, Derived, Middle, Sealed } from "./types.js";

export function setDefaults_Base(object: Base): void {
  record("setDefaults_Base", object);
}

export function setDefaults_Middle_extra(object: Middle): void {
  record("setDefaults_Middle_extra", object);
}

export function setDefaults_Derived(object: Derived): void {
  record("setDefaults_Derived", object);
}

// +k8s:defaulter-gen=covers
export function setDefaults_Sealed(object: Sealed): void {
  record("setDefaults_Sealed", object);
}
