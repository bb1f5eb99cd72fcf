import type { TypeMeta } from "crd-runtime";

/** Plugin is what a pipeline runs. */
export interface Plugin {
  type: string;
  name?: string;
}

// +k8s:deepcopy-gen:interfaces=Plugin
export interface GitPlugin {
  type: "git";
  name?: string;
  branches: string[];
}

// +k8s:deepcopy-gen:interfaces=Plugin,Named
export interface HttpPlugin {
  type: "http";
  name?: string;
  headers?: Record<string, string>;
}

/** Nobody else implements it. */
export interface Named {
  "type": string;
  name?: string;
}

export interface Pipeline {
  first: Plugin;
  named?: Named;
  plugins?: Plugin[];
  byName?: Record<string, Plugin>;
}

/** An interface that its types extend, and that they hold. */
export interface Animal {
  species: string;
}

// +k8s:deepcopy-gen:interfaces=Animal
export interface Dog extends Animal {
  species: "dog";
  toys?: string[];
  pack?: Animal[];
  byName?: Record<string, Animal[]>;
  friend?: Animal | null;
  oneOrMany?: Animal | Animal[];
  orBoolean?: Animal | boolean;
}

// +k8s:deepcopy-gen:interfaces=Animal
export interface Cat extends Animal {
  species: "cat";
  boxes: { size: string[] }[];
}

/** Told apart by the kind that TypeMeta declares. */
export interface Arguments extends TypeMeta {
  verbose?: boolean;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object,Arguments
export interface FetchArguments extends Arguments {
  kind: "FetchArguments";
  hosts?: string[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object,Arguments
export interface BuildArguments extends Arguments {
  kind: "BuildArguments";
  targets?: string[];
}

export interface Step {
  arguments: Arguments;
}
