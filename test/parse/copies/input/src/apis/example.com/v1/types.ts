import type { DeepReadonly, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen=true
export interface On {
  name: string;
}

// +k8s:deepcopy-gen=false
export interface Off {
  name: string;
}

export interface Default {
  name: string;
}

// +kubebuilder:object:generate=true
export interface ByAlias {
  name: string;
}

// +kubebuilder:object:root=true
export interface ByRoot extends TypeMeta {
  metadata: ObjectMeta;
}

export interface Shape {
  type: string;
}

// +k8s:deepcopy-gen:interfaces=Shape,runtime.Object
// +k8s:deepcopy-gen:interfaces=example.com/v1.Shape
// +k8s:deepcopy-gen:interfaces=@example/shapes.Shape,./shapes.js.Sides
export interface Circle extends TypeMeta {
  metadata: ObjectMeta;
  type: "circle";
}

// +k8s:deepcopy-gen:interfaces=Shape
export interface Square {
  type: "square";
}

export interface ByHand {
  name: string;
}

export function deepCopyByHand(input: DeepReadonly<ByHand>): ByHand {
  return { ...input };
}

export function convertOnToOff(input: On): Off {
  return input;
}

const hidden = (): void => {};

export const deepCopyOff = (input: Off): Off => ({ ...input });

export { hidden as visible };
