import type {
  Bytes,
  Condition,
  Duration,
  int32,
  int64,
  integer,
  IntOrString,
  JSON as JSONValue,
  MicroTime,
  ObjectMeta,
  Quantity,
  RawExtension,
  Time,
  TypeMeta,
} from "crd-runtime";

/** Gadget has a field of every type. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Gadget extends TypeMeta {
  metadata: ObjectMeta;
  /** Spec is what is asked for. */
  spec: GadgetSpec;
  /** Status is what is there. */
  status?: GadgetStatus;
}

/** GadgetSpec is what is asked for. */
export interface GadgetSpec {
  /** Name has a comment of its own. */
  name: string;
  comment?: string;
  enabled: boolean;
  count: integer;
  small?: int32;
  large?: int64;

  /** Data is base64. */
  data?: Bytes;

  memory?: Quantity;
  limits?: Record<string, Quantity>;
  port?: IntOrString;
  started?: Time;
  renewed?: MicroTime;
  timeout?: Duration;
  template?: RawExtension;
  /** Values can be anything. */
  values?: JSONValue;

  tags: string[];
  matrix?: int32[][];
  labels?: Record<string, string>;
  nested?: Record<string, Record<string, Part[]>>;
  parts?: Part[];
  inherited?: Inherited;
  named?: { [name: string]: Part };
  blobs?: Bytes[];
  anys?: Record<string, JSONValue>;
  objects?: RawExtension[];

  part: Part;
  partRef?: Part;
  /** Documented says more than its type. */
  documented?: Part;

  size?: "Small" | "Large" | "small";
  /** Mode is a named enum. */
  mode?: Mode;
  modes?: Mode[];
  fallback?: Mode;
  level?: 1 | 2 | 4;

  httpPort?: PortNumber;
  ports?: PortNumber[];
  names?: NameList;
  selector?: StringMap;
  alias?: PartAlias;
  aliased?: StringMap[];
  again?: SecondAlias;
  lists?: Record<string, NameList>;

  optional: string | null;
  optionalPart?: Part | null;

  empty?: Empty;

  child?: Child;

  /** Embedded is an object's metadata in another object. */
  embedded?: ObjectMeta;
}

/** Part is a part of a gadget. */
export interface Part {
  /** ID tells parts apart. */
  id: string;
  /** Weight in grams. */
  weight?: int64;
}

/** Mode says how the gadget runs. */
export type Mode = "Auto" | "Manual";

/** PortNumber is a TCP port. */
export type PortNumber = int32;

/** NameList is a list of names. */
export type NameList = string[];

export type StringMap = Record<string, string>;

/** PartAlias is another name of a part. */
export type PartAlias = Part;

/** SecondAlias is a port under a second name. */
export type SecondAlias = PortNumber;

export interface Empty {}

/** Base is what children have in common. */
export interface Base {
  /** Color is inherited. */
  color: string;
  /** Shade is optional. */
  shade?: int32;
}

/** Middle is in between. */
export interface Middle extends Base {
  width: int64;
}

/** Child has two parents. */
export interface Child extends Middle, Other {
  /** Own is the child's. */
  own?: string;
}

export interface Other {
  /** Alpha comes first in order. */
  alpha: boolean;
}

/** GadgetStatus is what is there. */
export interface GadgetStatus {
  /** Conditions say how it goes. */
  conditions?: Condition[];
  /** Ready counts. */
  ready: int32;
}

/** Inherited has members that every object has. */
export interface Inherited {
  constructor?: string;
  // +listType=set
  toString?: string[];
  // +mapType=atomic
  valueOf?: Record<string, string>;
  hasOwnProperty?: {
    // +listType=set
    names: string[];
  }[];
  __proto__?: string;
}
