import type {
  Bytes,
  Duration,
  IntOrString,
  JSON,
  MicroTime,
  Quantity,
  RawExtension,
  Time,
  double,
  float,
  int32,
  int64,
  integer,
} from "crd-runtime";

export interface Scalars {
  text: string;
  flag: boolean;
  count: int32;
  big: int64;
  whole: integer;
  single: float;
  ratio: double;
  memory: Quantity;
  port: IntOrString;
  at: Time;
  precise: MicroTime;
  wait: Duration;
  key: Bytes;
  anything: JSON;
  extension: RawExtension;
  kind: "Scalars";
  answer: 42;
  minus: -1;
  yes: true;
  maybe?: string;
  nothing: string | null;
  optionalNothing?: null | int32;
  readonly fixed: string;
}

export interface Lists {
  plain: string[];
  generic: Array<string>;
  readonlyPlain: readonly string[];
  readonlyGeneric: ReadonlyArray<string>;
  nested: string[][];
  parenthesized: (string | null)[];
  ofObjects: { name: string; tags?: string[] }[];
  ofEnums: ("a" | "b")[];
}

export interface Maps {
  record: Record<string, string>;
  signature: { [key: string]: int32 };
  readonlySignature: { readonly [key: string]: int32 };
  ofLists: Record<string, string[]>;
  ofMaps: Record<string, Record<string, Bytes>>;
  ofObjects: Record<string, { size: Quantity }>;
  named: Record<Name, Labels>;
}

export type Name = string;

/** Labels is a map of its own. */
export interface Labels {
  [name: string]: string;
}

export type Annotations = { [name: string]: string | null };

export type Port = int32;

export type Names = Name[];

export interface Quoted {
  "x-forwarded-for": string;
  'single': string;
  "1": string;
  "with \"quotes\"": string;
  __proto__: string;
  constructor: string;
  "": string;
}

export interface Empty {}

export interface Inline {
  outer: {
    /** Inner is nested. */
    inner: { value: string };
    optional?: { value?: string };
    empty: {};
  };
}

/** Tree refers to itself. */
export interface Tree {
  value: string;
  left?: Tree;
  right: Tree | null;
  children: Tree[];
  byName: Record<string, Tree>;
}

export interface Left {
  right?: Right;
}

export interface Right {
  left?: Left;
}
