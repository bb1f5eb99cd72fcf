import type { int32, int64, integer, IntOrString, JSON, ObjectMeta, Quantity, RawExtension, Time, TypeMeta } from "crd-runtime";

/** Marked has every marker for schemas. */
// +kubebuilder:validation:XValidation:rule="size(self.metadata.name) < 40",message="the name is too long"
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Marked extends TypeMeta {
  metadata: ObjectMeta;

  // +kubebuilder:validation:XValidation:rule="has(self.rules) == has(oldSelf.rules)"
  spec: MarkedSpec;
}

export interface MarkedSpec {
  values?: Values;
  items?: Items;
  merged?: Merged;
  presence?: Presence;
  immutable?: Immutable;
  rules?: Rules;
  members?: Members;
  topology?: Topology;
  embedding?: Embedding;
}

/** Values has the keywords on values of their type. */
// +kubebuilder:validation:MinProperties=1
// +kubebuilder:validation:MaxProperties=40
// +kubebuilder:title="Values of all types"
// +kubebuilder:externalDocs:url="https://example.com/values",description="All about values"
export interface Values {
  // +kubebuilder:validation:Maximum=10
  // +kubebuilder:validation:Minimum=-3
  // +kubebuilder:validation:ExclusiveMaximum=true
  // +kubebuilder:validation:ExclusiveMinimum=false
  // +kubebuilder:validation:MultipleOf=2
  integer?: int32;
  // +kubebuilder:validation:Maximum=1.5
  // +kubebuilder:validation:Minimum=-0.25
  // +kubebuilder:validation:ExclusiveMinimum=true
  // +kubebuilder:validation:MultipleOf=0.01
  number?: number;
  // +kubebuilder:validation:Maximum=9007199254740993
  large?: int64;
  // +kubebuilder:validation:Maximum=1e21
  huge?: number;
  // +kubebuilder:validation:MaxLength=63
  // +kubebuilder:validation:MinLength=0
  // +kubebuilder:validation:Pattern=`^[a-z]+(\.[a-z]+)*$`
  // +kubebuilder:validation:Format=hostname
  text?: string;
  // +kubebuilder:validation:Pattern="^\\d+$"
  digits?: string;
  // +kubebuilder:validation:Pattern=^plain$
  plain?: string;
  // +kubebuilder:validation:MaxItems=16
  // +kubebuilder:validation:MinItems=1
  // +kubebuilder:validation:UniqueItems=false
  list?: string[];
  // +kubebuilder:validation:MaxProperties=8
  // +kubebuilder:validation:MinProperties=0
  map?: Record<string, string>;
  // +kubebuilder:validation:Enum=Always;Never;"on request";""
  choice?: string;
  // +kubebuilder:validation:Enum={1,2,3}
  number3?: integer;
  // +kubebuilder:validation:Type=integer
  // +kubebuilder:validation:Maximum=5
  typed?: string;
  // +kubebuilder:validation:Schemaless
  // +kubebuilder:pruning:PreserveUnknownFields
  schemaless?: Text;
  /** Described has no schema but what the markers say. */
  // +kubebuilder:validation:Schemaless
  // +kubebuilder:validation:Type=string
  // +kubebuilder:validation:MaxLength=4
  described?: Values2;
  // +kubebuilder:pruning:PreserveUnknownFields
  open?: Part;
  // +kubebuilder:validation:XPreserveUnknownFields
  openToo?: Record<string, string>;
  // +kubebuilder:validation:EmbeddedResource
  // +kubebuilder:pruning:PreserveUnknownFields
  resource?: RawExtension;
  // +kubebuilder:validation:XEmbeddedResource
  resourceToo?: RawExtension;
  // +kubebuilder:validation:XIntOrString
  // +kubebuilder:validation:Pattern="^(\\d+|\\d+%|)$"
  // +kubebuilder:validation:MaxLength=10
  port?: IntOrString;
  // +kubebuilder:validation:Enum=1;"http"
  portChoice?: IntOrString;
  // +kubebuilder:validation:XIntOrString
  // +kubebuilder:validation:MaxLength=10
  memory?: Quantity;
  // +kubebuilder:validation:Type=object
  any?: JSON;
  // +kubebuilder:validation:Format=date
  day?: Time;
  // +kubebuilder:title=Title
  // +kubebuilder:example="orders"
  // +kubebuilder:externalDocs:url="https://example.com/docs"
  titled?: string;
  // +kubebuilder:example={name: "x", weights: {1, 2}}
  part?: Part;
  // +nullable
  nullable: string;
  // +nullable
  nullablePart?: Part;
  // +k8s:maximum=7 # a reason
  // +k8s:minimum=2
  k8sInteger?: int32;
  // +k8s:maxItems=7
  k8sList?: string[];
}

/** Values2 is not looked into. */
export interface Values2 {
  name: string;
}

/** Part is a part. */
// +kubebuilder:title="A part"
// +kubebuilder:validation:MaxProperties=9
export interface Part {
  name?: string;
}

export interface Items {
  // +kubebuilder:validation:items:MinLength=1
  // +kubebuilder:validation:items:MaxLength=10
  // +kubebuilder:validation:items:Pattern=`^[a-z]*$`
  // +kubebuilder:validation:items:Enum=a;b
  // +kubebuilder:validation:items:Format=hostname
  // +kubebuilder:validation:items:XValidation:rule="self != 'x'"
  // +kubebuilder:validation:MaxItems=10
  texts?: string[];
  // +kubebuilder:validation:items:Maximum=10
  // +kubebuilder:validation:items:ExclusiveMaximum=true
  // +kubebuilder:validation:items:Minimum=1
  // +kubebuilder:validation:items:MultipleOf=3
  numbers?: int64[];
  // +kubebuilder:validation:items:MaxItems=3
  // +kubebuilder:validation:items:MinItems=3
  matrix?: int32[][];
  // +kubebuilder:validation:items:MaxProperties=3
  maps?: Record<string, string>[];
  // +kubebuilder:validation:items:MaxLength=4
  // +kubebuilder:validation:items:XValidation:rule="self != 'y'"
  named?: Text[];
  // +kubebuilder:validation:items:XPreserveUnknownFields
  open?: Part[];
  // +kubebuilder:validation:items:XIntOrString
  // +kubebuilder:validation:items:Pattern=^x$
  ports?: IntOrString[];
  list?: TextList;
  // +kubebuilder:validation:MinItems=1
  again?: TextList;
}

/** TextList is a list. */
// +kubebuilder:validation:MaxItems=5
// +kubebuilder:validation:items:MaxLength=6
export type TextList = string[];

/** Level is a number with a name. */
export type Level = int32;

/** Moment is a struct of a package under another name. */
export type Moment = Time;

/** Text has limits of its own. */
// +kubebuilder:validation:MinLength=1
// +kubebuilder:validation:MaxLength=255
// +kubebuilder:validation:Pattern=^t
// +kubebuilder:validation:XValidation:rule="self != 'no'",message="not no"
export type Text = string;

/** Narrow is a narrower text. */
// +kubebuilder:validation:MaxLength=20
export type Narrow = Text;

// +kubebuilder:validation:Enum=a;b;c
export type Mode = string;

// +kubebuilder:validation:Maximum=10
// +kubebuilder:validation:ExclusiveMaximum=true
export type Number = int32;

export interface Merged {
  // +kubebuilder:validation:MinLength=10
  // +kubebuilder:validation:MaxLength=10
  both?: Text;
  // +kubebuilder:validation:MinLength=1
  // +kubebuilder:validation:Pattern=^t
  equal?: Text;
  // +kubebuilder:validation:Pattern=x$
  // +kubebuilder:validation:Format=uuid
  pattern?: Text;
  narrow?: Narrow;
  // +kubebuilder:validation:MaxLength=3
  narrower?: Narrow;
  // +kubebuilder:validation:Enum=a
  mode?: Mode;
  // +kubebuilder:validation:Maximum=5
  // +kubebuilder:validation:ExclusiveMaximum=true
  // +kubebuilder:validation:Minimum=1
  number?: Number;
  // +kubebuilder:validation:XValidation:rule="self != 'field'"
  rules?: Text;
  // +kubebuilder:title="The field's"
  // +kubebuilder:validation:XValidation:rule="self.name != 'field'"
  part?: Part;
  // +kubebuilder:validation:MaxProperties=5
  map?: StringMap;
  // +kubebuilder:validation:MaxProperties=7
  sameMap?: StringMap;
  // +nullable
  null?: Text;
}

// +kubebuilder:validation:MaxProperties=7
export type StringMap = Record<string, string>;

/** A Phase is one of some. */
// +k8s:enum
export type Phase =
  | "Rolling"
  | "Parallel"
  | ""
  | "ordered"
  | "ordered later"
  | "<1"
  | "Überholt";

export interface Presence {
  phase: Phase;
  phases: Phase[];
  // +kubebuilder:validation:Required
  required?: string;
  // +kubebuilder:validation:Optional
  optional: string;
  // +optional
  optionalToo: string;
  // +k8s:optional
  optionalThree: string;
  // +required
  requiredToo?: string;
  // +k8s:required
  requiredText?: string;
  // +k8s:required
  // +kubebuilder:validation:MinLength=3
  requiredMin?: string;
  // +k8s:required
  requiredList?: string[];
  // +k8s:required
  requiredMap?: Record<string, string>;
  // +k8s:required
  requiredPart?: Part;
  // +k8s:required
  requiredNumber?: int32;
  // +k8s:required
  requiredNamed?: Text;
  // +k8s:required
  // +kubebuilder:validation:Pattern=^te
  requiredPattern?: Text;
  // +k8s:required
  requiredTime?: Time;
  // +k8s:required
  requiredQuantity?: Quantity;
  // +k8s:required
  requiredLevel?: Level;
  // +k8s:required
  requiredMoment?: Moment | null;
  // +optional
  // +kubebuilder:validation:Required
  both?: string;
  // +kubebuilder:default=a
  defaulted: string;
}

// +kubebuilder:validation:XValidation:rule="size(self.required) > 0"
export interface Immutable {
  // +k8s:immutable
  required: string;
  // +k8s:immutable
  // +kubebuilder:validation:MaxLength=3
  optional?: Text;
  // +k8s:immutable
  again?: string;
}

export interface Rules {
  // +kubebuilder:validation:XValidation:rule="self.startsWith('a')",message="must begin with a",reason=FieldValueForbidden
  // +kubebuilder:validation:XValidation:rule="self.endsWith('\"')",messageExpression="'not ' + self",reason="FieldValueInvalid"
  // +kubebuilder:validation:XValidation:rule="!oldSelf.hasValue() || self == oldSelf.value()",optionalOldSelf=true
  // +kubebuilder:validation:XValidation:rule="self == oldSelf",optionalOldSelf=false
  // +kubebuilder:validation:MaxLength=50
  text?: string;
  // +kubebuilder:validation:XValidation:rule="!has(self.name) || self.name != 'x'",fieldPath=".name",message="no x"
  part?: Part;
}

// +kubebuilder:validation:ExactlyOneOf=a;b
// +kubebuilder:validation:AtMostOneOf=c;d
// +kubebuilder:validation:AtMostOneOf=e;f
// +kubebuilder:validation:AtLeastOneOf=e;f
// +kubebuilder:validation:XValidation:rule="true"
export interface Members {
  a?: string;
  b?: string;
  c?: string;
  d?: string;
  e?: string;
  f?: string;
}

export interface Topology {
  // +k8s:listType=map
  // +k8s:listMapKey=name
  k8sMap?: Key[];
  // +listType=map
  // +listMapKey=name
  // +k8s:listMapKey=name
  // +listMapKey=port
  both?: Key[];
  // +k8s:listType=atomic
  fieldWins?: AtomicList;
  // +listType=set
  set?: SetList;
  // +structType=granular
  struct?: AtomicKey;
  // +mapType=atomic
  map?: StringMap;
}

// +listType=set
export type AtomicList = string[];

// +listType=atomic
export type SetList = string[];

// +structType=atomic
export interface AtomicKey {
  name: string;
}

export interface Key {
  name: string;
  port: int32;
}

// +kubebuilder:validation:MaxProperties=4
// +kubebuilder:validation:XValidation:rule="size(self.own) > 0"
export interface Embedding extends Embedded {
  // +kubebuilder:validation:MinLength=2
  own: string;
}

/** Embedded has rules of its own. */
// +kubebuilder:validation:MaxProperties=3
// +kubebuilder:validation:XValidation:rule="size(self.inherited) > 0"
export interface Embedded {
  // +kubebuilder:validation:MaxLength=2
  inherited: string;
  // +kubebuilder:validation:MinLength=2
  // +kubebuilder:validation:XValidation:rule="self != 'x'"
  own: string;
}
