import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

/** Value has markers whose values are read in ways of their own. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Value extends TypeMeta {
  metadata: ObjectMeta;

  spec: ValueSpec;
}

export interface ValueSpec {
  // +kubebuilder:validation:Pattern=``
  // +kubebuilder:title=``
  empty?: string;
  // +kubebuilder:title=""
  titled?: Titled;
  // +listType=map
  // +listMapKey="a.b"
  keyed?: Titled[];
  child?: Child;

  // +kubebuilder:default="a";`b`;c
  quoted?: string[];
  // +kubebuilder:default=1;2;3
  numbers?: int32[];
  // +kubebuilder:default={a,1,true}
  alike?: string[];
  // +kubebuilder:default=a;1;
  trailing?: string[];
  // +kubebuilder:default={"a",}
  trailingComma?: string[];
  // +kubebuilder:example={{"1",2},{3,true}}
  nested?: string[][];
  // +kubebuilder:default=+1
  signed?: string;
  // +kubebuilder:default=08
  octal?: string;
  // +kubebuilder:default=09.5
  fraction?: number;
  // +kubebuilder:default=007
  number?: int32;
  // +kubebuilder:default=- 1
  negative?: int32;
  // +kubebuilder:validation:Enum=+1;08;a
  choice?: string;
  // +kubebuilder:validation:Enum=a;b;
  trailingChoice?: string;
  // +kubebuilder:validation:Enum={"a",b,}
  bracedChoice?: string;
  // +kubebuilder:default={,}
  comma?: string[];
  // +kubebuilder:default={a,,b}
  commas?: string[];
  // +kubebuilder:default={a: x:y,b: "1",}
  mapped?: Record<string, string>;
  // +kubebuilder:example={1: 2}
  keys?: Record<string, int32>;
  // +kubebuilder:default=a"b;c"d
  inner?: string;
  // +kubebuilder:default="\xc3\xa9\303\251"
  bytes?: string;
  // +kubebuilder:default=1_000.5
  separated?: number;
  // +kubebuilder:example={a: {c,d},b: {"x:y"},}
  listed?: Record<string, string[]>;
}

/** Titled says of itself what is not said of Child. */
// +kubebuilder:title="A title"
// +kubebuilder:externalDocs:url="https://example.com/titled"
// +kubebuilder:validation:MaxProperties=4
export interface Titled {
  "a.b": string;
}

export interface Child extends Titled {
  own?: string;
}
